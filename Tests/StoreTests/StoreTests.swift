import Bulletin
import Foundation
import Schedule
import Store
import Testing

@Suite struct StoreTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "loa-store-\(UUID().uuidString)").path

  private let tomorrow: CivilDate

  init() throws {
    tomorrow = try #require(CivilDate(year: 2026, month: 11, day: 22))
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func notice(_ id: String, text: String? = nil) -> StoredNotice {
    StoredNotice(
      id: id, file: "\(id).md", text: text ?? "Thông báo \(id)\nNội dung.",
      sound: StoredSound(recipe: "hash-\(id)", sound: Sound(file: "\(id).flac", seconds: 12.5), lufs: -16, dBTP: -1.2))
  }

  @Test func whatIsKeptIsThereWhenOpenedAgain() throws {
    let path = folder + "/station.sqlite"
    try Store(path: path).replaceNotices(of: "bulletins", with: [notice("a"), notice("b")])
    let candidates = try Store(path: path).candidates(before: tomorrow).sound
    #expect(candidates.map(\.bulletin.title) == ["Thông báo a", "Thông báo b"])
    #expect(candidates.first?.sound == Sound(file: "a.flac", seconds: 12.5))
  }

  @Test func aNoticeGoneFromItsFolderNoLongerAirsAndOtherFoldersStay() throws {
    let store = try Store(path: folder + "/station.sqlite")
    try store.replaceNotices(of: "one", with: [notice("a"), notice("b")])
    try store.replaceNotices(of: "two", with: [notice("c")])
    try store.replaceNotices(of: "one", with: [notice("b")])
    #expect(try store.candidates(before: tomorrow).sound.map(\.bulletin.id) == ["b", "c"])
  }

  @Test func whatHasAiredIsCounted() throws {
    let store = try Store(path: folder + "/station.sqlite")
    try store.replaceNotices(of: "one", with: [notice("a")])
    let date = try #require(CivilDate(year: 2026, month: 11, day: 20))
    let rows = [AsRunRow.Outcome.played, .interrupted("SIGINT"), .played].enumerated().map { index, outcome in
      AsRunRow(
        slot: Slot(date: date, session: "sáng", name: "a", ordinal: index + 1), notice: "a", title: "A", file: "a.flac",
        startedUnixMilliseconds: 1_795_127_400_000, outcome: outcome)
    }
    try store.append(rows)
    #expect(try store.asRun(on: date) == rows)
    #expect(try store.candidates(before: tomorrow).sound.first?.plays == 2)
  }

  @Test func aNoticeThatNoLongerParsesIsNamedAndTheRestStay() throws {
    let store = try Store(path: folder + "/station.sqlite")
    try store.replaceNotices(of: "one", with: [notice("a", text: "---\nkhóa lạ: 1\n---\nB"), notice("b")])
    let found = try store.candidates(before: tomorrow)
    #expect(found.sound.map(\.bulletin.id) == ["b"])
    #expect(found.faults.count == 1)
  }

  @Test func aFileThatIsNoDatabaseIsNamedAndLeftAlone() throws {
    let path = folder + "/station.sqlite"
    try "not a database, but something of value".write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: StoreError.self) { try Store(path: path) }
    guard case .damaged = error else {
      Issue.record("named \(String(describing: error))")
      return
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "not a database, but something of value")
  }

  @Test func aMissingFolderIsNamed() {
    let error = #expect(throws: StoreError.self) { try Store(path: folder + "/none/station.sqlite") }
    #expect(error == .cannotOpen(path: folder + "/none/station.sqlite"))
  }
}
