internal import Foundation
internal import Production
public import VietnameseText

extension Station {
  /// A lexicon file of the station's: its own or a built-in one.
  public struct LexiconFile: Sendable {
    public let path: String
    public let isOwn: Bool
    public let entries: [LexiconEntry]
    /// The line each entry stands on, from 1.
    public let lines: [Int]
    public let faults: [LexiconError]
  }

  /// Every lexicon file with all its lines read, the station's own first when there is one.
  public func lexiconFiles() -> [LexiconFile] {
    let own = FileManager.default.fileExists(atPath: home.lexicon) ? [lexiconFile(home.lexicon, isOwn: true)] : []
    return own.compactMap(\.self) + voices.lexiconFiles.compactMap { lexiconFile($0, isOwn: false) }
  }

  /// One lexicon file with all its lines read; nil when it can't be read.
  public func lexiconFile(_ path: String, isOwn: Bool) -> LexiconFile? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let parsed = Lexicon.parse(String(decoding: data, as: UTF8.self), file: path)
    return LexiconFile(path: path, isOwn: isOwn, entries: parsed.entries, lines: parsed.lines, faults: parsed.errors)
  }

  /// Puts a line at the end of the station's own lexicon; the file is replaced in one step, so it is never half written.
  /// - Throws: `StationError.lexicon` when the line can't be taken or its written form with these cues is there already;
  ///   `StationError.cannotWrite`.
  public func addToLexicon(_ entry: LexiconEntry) throws(StationError) {
    let path = home.lexicon
    var contents = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? Self.lexiconHead
    if !contents.utf8.isEmpty, contents.utf8.last != UInt8(ascii: "\n") { contents += "\n" }
    let line = contents.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    contents += entry.line + "\n"
    if let fault = Lexicon.parse(contents, file: path).errors.first(where: { $0.place.line == line }) { throw .lexicon(fault) }
    do {
      try FileManager.default.createDirectory(atPath: home.path, withIntermediateDirectories: true)
      try Data(contents.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .cannotWrite(path: path, reason: error.localizedDescription)
    }
  }

  private static let lexiconHead = """
    # Từ điển của đài: chữ viết, cách đọc, loại, dấu hiệu, ghi chú; các cột cách nhau bằng phím Tab.
    # Xem docs/notices.md. Kiểm tra bằng «loa lexicon check».

    """
}
