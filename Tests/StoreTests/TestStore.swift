import Bulletin
import Foundation
import GRDB
import Schedule
import Store
import Testing

/// A database of a test's own, in a folder that goes away with it.
final class TestStore {
  let folder = FileManager.default.temporaryDirectory.appending(path: "loa-store-\(UUID().uuidString)").path
  var path: String { folder + "/station.sqlite" }

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func open() throws -> Store { try Store(path: path) }

  /// Runs SQL as any other program could.
  func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  static let day: CivilDate = {
    guard let day = CivilDate(written: "2026-11-20") else { preconditionFailure("a day") }
    return day
  }()
  static let act = Act(person: "lan", unixMilliseconds: 1_795_127_400_000)

  static func submission(_ text: String) throws -> Submission {
    Submission(bulletin: try BulletinParser().parse(text, file: "a.md", id: "a"), text: text, file: "a.md")
  }

  static func sound(_ name: String) -> NoticeSound {
    NoticeSound(
      recipe: "recipe-\(name)", sound: Sound(file: "\(name).flac", seconds: 12.5), audio: "audio-\(name)", lufs: -16, dBTP: -1)
  }

  static func row(_ ordinal: Int, notice: String, outcome: AsRunRow.Outcome = .played) -> AsRunRow {
    AsRunRow(
      slot: Slot(date: day, session: "sáng", name: notice, ordinal: ordinal), notice: notice, title: "A", file: "a.flac",
      startedUnixMilliseconds: 1_795_127_400_000, outcome: outcome)
  }
}
