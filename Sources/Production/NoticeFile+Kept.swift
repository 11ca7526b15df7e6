public import Bulletin
internal import Foundation

extension NoticeFile {
  /// A notice whose text is kept elsewhere than in its file.
  /// - Parameters:
  ///   - text: as `NoticeFile.text` gave it once.
  ///   - file: the name it had, for messages.
  ///   - recordings: where the recordings it plays are now, whole paths by the path it writes.
  /// - Throws: `ProductionError.bulletin`.
  public init(kept text: String, file: String, id: String, recordings: [String: String] = [:]) throws(ProductionError) {
    var bulletin: Bulletin
    do { bulletin = try BulletinParser().parse(text, file: file, id: id) } catch { throw .bulletin(error) }
    for index in bulletin.inserts.indices {
      if let kept = recordings[bulletin.inserts[index].path] { bulletin.inserts[index].path = kept }
    }
    path = file
    self.bulletin = bulletin
    self.text = text
    repairs = []
  }

  /// A notice from bytes that came without a file, such as standard input.
  public init(bytes: [UInt8], name: String) throws(ProductionError) {
    try self.init(path: name, decoded: Self.text(of: bytes, named: name))
  }

  /// Where a recording it plays is: relative paths are taken from its own folder.
  public func place(of insert: RecordedInsert) -> String {
    insert.path.hasPrefix("/") ? insert.path : folder + "/" + insert.path
  }
}
