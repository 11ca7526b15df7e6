internal import Foundation

extension StationHome {
  /// Makes the directory with its folders and writes `station.yaml`; a file that is there already is left alone.
  /// - Throws: `StationError.alreadySetUp`, `cannotWrite`.
  public func setUp(yaml: String) throws(StationError) {
    guard !FileManager.default.fileExists(atPath: configuration) else { throw .alreadySetUp(configuration) }
    do {
      for folder in [path, audio, inbox, cap, path + "/music"] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      try Data(yaml.utf8).write(to: URL(filePath: configuration), options: [.withoutOverwriting])
    } catch {
      throw .cannotWrite(path: configuration, reason: error.localizedDescription)
    }
  }
}
