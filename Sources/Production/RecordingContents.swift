internal import AudioFile
internal import Bulletin
internal import Foundation
internal import PCM

/// A recorded insert, decoded.
struct RecordingContents: Sendable {
  /// Mono, at its own rate.
  let sound: PCMBuffer
  /// SHA-256 of the file.
  let hash: String

  /// Decodes every recording of a notice, by the path as written.
  static func all(of notice: NoticeFile) throws(ProductionError) -> [String: RecordingContents] {
    var contents: [String: RecordingContents] = [:]
    for insert in notice.bulletin.inserts where contents[insert.path] == nil {
      contents[insert.path] = try RecordingContents(insert, notice: notice)
    }
    return contents
  }

  private init(_ insert: RecordedInsert, notice: NoticeFile) throws(ProductionError) {
    let path = insert.path.hasPrefix("/") ? insert.path : notice.folder + "/" + insert.path
    let name = URL(filePath: notice.path).lastPathComponent
    guard FileManager.default.fileExists(atPath: path), let data = FileManager.default.contents(atPath: path) else {
      throw .missingRecording(notice: name, line: insert.line, path: insert.path)
    }
    do { sound = try AudioFile.read(path).mixedToMono() } catch {
      throw .unreadableRecording(notice: name, line: insert.line, error)
    }
    hash = Recipe.hash(of: data)
  }
}
