internal import Bulletin
internal import Foundation

extension NoticeFile {
  /// A sound of the station's own that is mastered like a notice: words, a recording, or both.
  /// - Parameters:
  ///   - says: spoken before the recording; empty for none.
  ///   - recording: a whole path.
  public init(fixture id: String, says: String, recording: String? = nil) {
    let inserts = recording.map { [RecordedInsert(what: id, path: $0, offset: 0, line: 1)] } ?? []
    bulletin = Bulletin(id: id, title: says, body: "", inserts: inserts)
    path = id
    text = says
    repairs = []
  }
}
