// Production: a notice's file to a mastered sound, made once and named by the hash of what made it. Level 2: imports
// Bulletin, VietnameseText, Speech, DSP, AudioFile; knows nothing of the station, the database or the loudspeaker.

public import Bulletin
internal import Foundation
public import VietnameseText

/// A notice's file, opened and understood.
public struct NoticeFile: Sendable {
  public let path: String
  public let bulletin: Bulletin
  /// The notice as written, decoded: what the station keeps.
  public let text: String
  /// What was put right in the file's encoding, for the officer.
  public let repairs: [Repair]

  /// Longer files are no notices: about five hours of speech.
  public static let largestBytes = 256 * 1024
  /// The kinds of file that are notices.
  public static let extensions: Set<String> = ["md", "markdown", "txt", "docx", "odt"]

  /// Opens `path`: Markdown or plain text in any of Vietnam's encodings; `.docx` and `.odt` through pandoc.
  /// - Throws: `ProductionError` naming the file and what to do; the file itself is never touched.
  public static func load(_ path: String) async throws(ProductionError) -> NoticeFile {
    let bytes = try contents(of: path)
    let kind = URL(filePath: path).pathExtension.lowercased()
    if kind == "docx" || kind == "odt" {
      let text = try await DocumentImport.text(of: path, kind: kind)
      return try NoticeFile(path: path, decoded: EncodingRepair.repair(text: text))
    }
    return try NoticeFile(path: path, decoded: text(of: bytes, named: path))
  }

  /// Bytes as text, in whatever encoding they are.
  /// - Throws: `.tooLong` and `.notText`, naming `name`.
  public static func text(of bytes: [UInt8], named name: String) throws(ProductionError) -> RepairedText {
    guard bytes.count <= largestBytes else {
      throw .tooLong(path: name, bytes: bytes.count, limit: largestBytes)
    }
    guard !looksBinary(bytes) else { throw .notText(path: name) }
    return EncodingRepair.repair(bytes: bytes)
  }

  init(path: String, decoded: RepairedText) throws(ProductionError) {
    let url = URL(filePath: path)
    self.path = path
    text = decoded.text
    repairs = decoded.repairs
    guard text.utf8.count <= Self.largestBytes else {
      throw .tooLong(path: path, bytes: text.utf8.count, limit: Self.largestBytes)
    }
    do {
      bulletin = try BulletinParser().parse(
        text, file: url.lastPathComponent, id: url.deletingPathExtension().lastPathComponent)
    } catch {
      throw .bulletin(error)
    }
  }

  /// The folder that recordings' paths are relative to.
  var folder: String { URL(filePath: path).deletingLastPathComponent().path }

  private static func contents(of path: String) throws(ProductionError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
    guard !isFolder.boolValue else { throw .folderNotFile(path: path) }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= 64 << 20 else { throw .tooLong(path: path, bytes: size, limit: largestBytes) }
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
    return [UInt8](data)
  }

  /// A text has no zero bytes unless it is UTF-16, whose Latin letters put one in every pair.
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    let head = bytes.prefix(8192)
    let zeros = head.count(where: { $0 == 0 })
    let controls = head.count(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x0C, 0x1B].contains($0) })
    if zeros > 0 && zeros * 5 >= head.count && zeros * 3 <= head.count * 2 {
      let even = stride(from: 0, to: head.count, by: 2).count(where: { head[$0] == 0 })
      return even * 10 > zeros && (zeros - even) * 10 > zeros
    }
    return zeros > 0 || controls * 20 > head.count
  }
}
