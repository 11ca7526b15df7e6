import Foundation

/// A temporary folder that goes away with its test.
public final class TestFolder: Sendable {
  public let path: String

  public init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "loa-test-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a text file and returns its path.
  @discardableResult public func text(_ name: String, _ content: String) throws -> String {
    try content.write(toFile: file(name), atomically: true, encoding: .utf8)
    return file(name)
  }

  /// Names of everything in it, hidden files included.
  public var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

  /// Shortens a file to a part of its length.
  public func cut(_ name: String, to part: Double) throws {
    let data = try Data(contentsOf: URL(filePath: file(name)))
    try data.prefix(Int(Double(data.count) * part)).write(to: URL(filePath: file(name)))
  }

  /// Writes bytes and returns their path.
  @discardableResult public func bytes(_ name: String, _ content: [UInt8]) throws -> String {
    try Data(content).write(to: URL(filePath: file(name)))
    return file(name)
  }
}
