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
    let path = notice.place(of: insert)
    let name = URL(filePath: notice.path).lastPathComponent
    guard FileManager.default.fileExists(atPath: path), let data = FileManager.default.contents(atPath: path) else {
      throw .missingRecording(notice: name, line: insert.line, path: insert.path)
    }
    do {
      let reader = try AudioFileReader(path: path)
      let minutes = reader.frameCount / max(1, reader.format.rate.hertz) / 60
      guard minutes <= 60 else { throw ProductionError.tooLongToAir(notice: name, minutes: minutes, limit: 60) }
    } catch let error as ProductionError {
      throw error
    } catch let error as AudioFileError {
      throw .unreadableRecording(notice: name, line: insert.line, error)
    } catch {
      preconditionFailure("an unnamed error: \(error)")
    }
    do { sound = try AudioFile.read(path).mixedToMono() } catch {
      throw .unreadableRecording(notice: name, line: insert.line, error)
    }
    hash = Recipe.hash(of: data)
  }
}
