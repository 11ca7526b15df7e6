internal import Foundation
internal import Store

/// What of a station's home goes into a backup, and its list of hashes.
enum StationFiles {
  static let manifest = "MANIFEST.sha256"

  /// Every file and folder but the database with its journals, hidden files and the file at `path`, by their names in `home`.
  static func names(in home: String, except path: String) -> [String] {
    let own = URL(filePath: path).standardizedFileURL.path
    let all = FileManager.default.enumerator(atPath: home)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      !name.hasPrefix("station.sqlite") && home + "/" + name != own && name != manifest
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }

  /// The hash of each regular file in `folder`, by its name there; nil when something in it is neither file nor folder.
  static func hashes(in folder: String) -> [String: String]? {
    var hashes: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() where name != manifest {
      let stamp = FileStamp(of: folder + "/" + name)
      if stamp.kind == .folder { continue }
      guard stamp.kind == .file, let hash = Station.hash(ofFile: folder + "/" + name) else { return nil }
      hashes[name] = hash
    }
    return hashes
  }

  /// As `sha256sum` writes it, for checking a backup by hand.
  static func list(_ hashes: [String: String]) -> String {
    hashes.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
  }
}
