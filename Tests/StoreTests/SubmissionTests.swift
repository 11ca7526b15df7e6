import Bulletin
import Store
import Testing

@Suite struct SubmissionTests {
  private let files: TestStore
  private let store: Store

  init() throws {
    files = try TestStore()
    store = try files.open()
  }

  private func submit(_ text: String) throws -> NoticeID { try store.submit(try TestStore.submission(text), by: TestStore.act) }

  @Test func idsAreNeverGivenTwice() throws {
    let first = try submit("Một\nHọp.")
    try store.step(.withdraw, first, by: TestStore.act)
    let second = try submit("Hai\nHọp.")
    #expect("\(first)" == "TB1" && "\(second)" == "TB2")
  }

  @Test func theSameTextIsADuplicateWhateverItsSpacesUntilTheFirstIsGone() throws {
    let first = try submit("Họp thôn\nMời bà con.")
    let error = #expect(throws: StoreError.self) { try submit("Họp  thôn\r\n\r\nMời bà con. ") }
    #expect(error == .duplicate(of: first))
    try store.step(.withdraw, first, by: TestStore.act)
    #expect(try submit("Họp thôn\nMời bà con.") > first)
  }

  @Test func everyVersionIsKeptAndTheSoundIsOfTheLastOnly() throws {
    let id = try submit("Một\nHọp.")
    try store.keepSound(TestStore.sound("a"), of: id, version: 1, by: TestStore.act)
    #expect(try store.notice(id).state == .read)
    try store.edit(id, to: try TestStore.submission("Một\nHọp lúc 8h."), by: TestStore.act)
    let notice = try store.notice(id)
    #expect(notice.version == 2 && notice.sound == nil && notice.state == .submitted)
    #expect(try store.text(of: id, version: 1).text == "Một\nHọp." && store.text(of: id, version: 2).text == "Một\nHọp lúc 8h.")
    // A sound that was being made of the old text comes too late.
    #expect(try !store.keepSound(TestStore.sound("a"), of: id, version: 1, by: TestStore.act))
    #expect(try store.notice(id).sound == nil)
  }

  @Test func whoDidWhatWhenIsKept() throws {
    let id = try submit("Một\nHọp.")
    try store.step(.reject(reason: "thiếu giờ"), id, by: Act(person: "chủ tịch", unixMilliseconds: 5))
    let history = try store.history(of: id)
    #expect(history.map(\.step) == ["submit", "reject"])
    #expect(history.last?.person == "chủ tịch" && history.last?.detail == "thiếu giờ" && history.last?.unixMilliseconds == 5)
    #expect(throws: (any Error).self) { try files.execute("DELETE FROM notice_event") }
  }

  @Test func aRejectedNoticeComesBackByAnEditUnlessItsTextIsThereAgain() throws {
    let id = try submit("Một\nHọp.")
    try store.step(.reject(reason: "sai"), id, by: TestStore.act)
    let again = try submit("Một\nHọp.")
    let error = #expect(throws: StoreError.self) {
      try store.edit(id, to: try TestStore.submission("Một\nHọp."), by: TestStore.act)
    }
    #expect(error == .duplicate(of: again))
    try store.edit(id, to: try TestStore.submission("Một\nHọp lúc 9h."), by: TestStore.act)
    #expect(try store.notice(id).state == .submitted)
  }

  @Test func aReplacedNoticeNamesTheOneThatTookItsPlaceAndAFailedReplacementChangesNothing() throws {
    let old = try submit("Một\nHọp.")
    let other = try submit("Hai\nHọp.")
    let error = #expect(throws: StoreError.self) {
      try store.replace(old, with: try TestStore.submission("Hai\nHọp."), by: TestStore.act)
    }
    #expect(error == .duplicate(of: other))
    #expect(try store.notice(old).state == .submitted)
    let new = try store.replace(old, with: try TestStore.submission("Một\nHọp lúc 8h."), by: TestStore.act)
    #expect(try store.notice(old).state == .replaced(by: new))
  }

  @Test func aRefusedStepLeavesNoTrace() throws {
    let id = try submit("Một\nHọp.")
    let error = #expect(throws: StoreError.self) { try store.step(.air, id, by: TestStore.act) }
    #expect(error == .illegalStep(id, .init(state: .submitted, step: .air)))
    #expect(try store.history(of: id).count == 1)
  }

  @Test func noticesExpireAfterTheirLastDay() throws {
    let id = try submit("---\nhiệu lực: đến 20/11/2026\n---\nMột\nHọp.")
    let open = try submit("Hai\nHọp.")
    let next = try #require(CivilDate(written: "2026-11-21"))
    #expect(try store.expire(before: TestStore.day, by: TestStore.act) == [])
    #expect(try store.expire(before: next, by: TestStore.act) == [id])
    #expect(try store.notice(id).state == .expired && store.notice(open).state == .submitted)
  }

  @Test func listsArePagedLatestFirstAndFilteredByState() throws {
    for number in 1...5 { _ = try submit("Tin \(number)\nHọp.") }
    try store.step(.withdraw, NoticeID(number: 4), by: TestStore.act)
    let page = try store.notices(limit: 2)
    #expect(page.map(\.id.number) == [5, 4])
    #expect(try store.notices(before: page.last?.id, limit: 2).map(\.id.number) == [3, 2])
    #expect(try store.notices(in: ["submitted"], limit: 10).map(\.id.number) == [5, 3, 2, 1])
  }

  @Test func aMissingNoticeIsNamed() {
    let error = #expect(throws: StoreError.self) { try store.notice(NoticeID(number: 7)) }
    #expect(error == .noSuchNotice(NoticeID(number: 7)))
  }
}
