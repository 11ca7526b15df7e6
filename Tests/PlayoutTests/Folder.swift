import Foundation

/// A temporary folder that goes away with its test.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "loa-playout-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a text file and returns its path.
  func text(_ name: String, _ content: String) throws -> String {
    try content.write(toFile: file(name), atomically: true, encoding: .utf8)
    return file(name)
  }
}
