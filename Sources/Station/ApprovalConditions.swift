internal import Bulletin
internal import Foundation
internal import Production
internal import Schedule
internal import Store

/// All that an approval's check looks at, as it is on the disk at this moment. A check made under the same conditions would find
/// the same, so it is not made again; any file that was touched is hashed again.
struct ApprovalConditions {
  /// Those that all notices share.
  let station: String
  private let home: StationHome

  init(of station: Station) {
    home = station.home
    // A folder that is a link would be enumerated as nothing.
    let voices = URL(filePath: station.voices.path).resolvingSymlinksInPath().path
    let names = (FileManager.default.enumerator(atPath: voices)?.compactMap { $0 as? String } ?? []).sorted()
    // The program itself decides how texts are read.
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let files = [program, station.home.lexicon, station.home.configuration] + names.map { voices + "/" + $0 }
    self.station = ContentHash.of(files.map { "\($0) \(FileStamp(of: $0, isFollowing: true).text)\n" }.joined().utf8)
  }

  /// The conditions of one notice's approval.
  func text(for notice: SubmittedNotice, file: NoticeFile) -> String {
    let played = file.bulletin.inserts.map { file.place(of: $0) } + [home.audioFile(notice.sound?.sound.file ?? "")]
    let stamps = played.map { "\($0) \(FileStamp(of: $0, isFollowing: true).text)" }.joined(separator: "\n")
    return ContentHash.of("\(station)\n\(notice.version)\n\(file.text.utf8.count) \(file.text)\n\(stamps)".utf8)
  }
}
