internal import Foundation

extension NoticeFile {
  /// The notices that `arguments` name: files as they are, folders with the notices directly in them, by name.
  /// - Throws: `.missing`, `.noNotices` for a folder without any, `.notANotice` for a file of another kind.
  public static func paths(_ arguments: [String]) throws(ProductionError) -> [String] {
    var paths: [String] = []
    for argument in arguments {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) else {
        throw .missing(path: argument)
      }
      guard isFolder.boolValue else {
        guard isNotice(argument) else { throw .notANotice(path: argument) }
        paths.append(argument)
        continue
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: argument)) ?? []
      let notices = names.filter { !$0.hasPrefix(".") && isNotice($0) }.sorted()
      guard !notices.isEmpty else { throw .noNotices(path: argument) }
      paths += notices.map { argument.hasSuffix("/") ? argument + $0 : argument + "/" + $0 }
    }
    return paths
  }

  /// Another path whose notice would have the same id in the same folder, such as `a.txt` for `a.md`.
  public static func twin(of path: String, among paths: [String]) -> String? {
    func key(_ path: String) -> String { URL(filePath: path).deletingPathExtension().standardizedFileURL.path }
    let own = key(path)
    return paths.first { $0 != path && key($0) == own }
  }

  private static func isNotice(_ path: String) -> Bool {
    extensions.contains(URL(filePath: path).pathExtension.lowercased())
  }
}
