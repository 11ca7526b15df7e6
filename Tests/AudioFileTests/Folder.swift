import Foundation

/// A temporary folder that goes away with its test.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "loa-audiofile-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Names of everything in it, hidden files included.
  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: file(name)))
  }

  /// Shortens a file to a part of its length.
  func cut(_ name: String, to part: Double) throws {
    let data = try Data(contentsOf: URL(filePath: file(name)))
    try data.prefix(Int(Double(data.count) * part)).write(to: URL(filePath: file(name)))
  }
}
