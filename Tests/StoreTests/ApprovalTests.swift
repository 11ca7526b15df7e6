import Bulletin
import Schedule
import Store
import Testing

@Suite struct ApprovalTests {
  private let files: TestStore
  private let store: Store
  private let key = ApproverKey()
  private let id: NoticeID
  private let text = "Một\nHọp."

  init() throws {
    files = try TestStore()
    store = try files.open()
    id = try store.submit(try TestStore.submission(text), by: TestStore.act)
    try store.keepSound(TestStore.sound("a"), of: id, version: 1, by: TestStore.act)
  }

  private var content: ApprovedContent {
    ApprovedContent(notice: id, version: 1, text: text, recipe: "recipe-a", audio: "audio-a")
  }

  private func approval() throws -> Approval { try #require(Approval(content, signedBy: key, act: TestStore.act)) }

  @Test func anApprovedNoticeMayAirOnItsDays() throws {
    #expect(try store.airable(from: TestStore.day).notices.isEmpty)
    try store.approve(try approval())
    #expect(try store.airable(from: TestStore.day).notices.map(\.notice.id) == [id])
    #expect(try store.history(of: id).map(\.step) == ["submit", "read", "approve", "render"])
    let kept = try #require(try store.approval(of: id))
    #expect(kept.fault(for: content, allowed: ["lan": key.publicText]) == nil)
  }

  @Test func anythingElseThanWhatWasHeardIsNotApproved() throws {
    try store.approve(try approval())
    let kept = try #require(try store.approval(of: id))
    let allowed = ["lan": key.publicText]
    var other = ApprovedContent(notice: id, version: 1, text: "Một\nHọp!", recipe: "recipe-a", audio: "audio-a")
    #expect(kept.fault(for: other, allowed: allowed) == .text)
    other = content
    other.recipe = "recipe-b"
    #expect(kept.fault(for: other, allowed: allowed) == .recipe)
    other = content
    other.audio = "audio-b"
    #expect(kept.fault(for: other, allowed: allowed) == .audio)
    other = content
    other.version = 2
    #expect(kept.fault(for: other, allowed: allowed) == .version)
    #expect(kept.fault(for: content, allowed: [:]) == .notAllowed)
    #expect(kept.fault(for: content, allowed: ["lan": ApproverKey().publicText]) == .notAllowed)
  }

  @Test(arguments: ["person = 'minh'", "at_ms = 5", "signature = 'AAAA'"]) func aForgedApprovalIsFound(change: String) throws {
    try store.approve(try approval())
    try files.execute("DROP TRIGGER approval_kept; UPDATE approval SET \(change)")
    let kept = try #require(try store.approval(of: id))
    #expect(kept.fault(for: content, allowed: ["lan": key.publicText, "minh": key.publicText]) == .signature)
  }

  @Test func theSameNoticeIsNotApprovedTwiceAndNotBeforeItHasASound() throws {
    try store.approve(try approval())
    #expect(throws: StoreError.self) { try store.approve(try approval()) }
    let silent = try store.submit(try TestStore.submission("Hai\nHọp."), by: TestStore.act)
    let early = ApprovedContent(notice: silent, version: 1, text: "Hai\nHọp.", recipe: "recipe-a", audio: "audio-a")
    let signed = try #require(Approval(early, signedBy: key, act: TestStore.act))
    #expect(throws: StoreError.self) { try store.approve(signed) }
    #expect(try store.approval(of: silent) == nil)
  }

  @Test func aSoundMadeMeanwhileIsNotApprovedByAccident() throws {
    let early = try approval()
    try store.keepSound(TestStore.sound("b"), of: id, version: 1, by: TestStore.act)
    let error = #expect(throws: StoreError.self) { try store.approve(early) }
    #expect(error == .changedMeanwhile(id))
    #expect(try store.notice(id).state == .read)
  }

  @Test func anotherSoundVoidsTheApproval() throws {
    try store.approve(try approval())
    try store.keepSound(TestStore.sound("b"), of: id, version: 1, by: TestStore.act)
    #expect(try store.notice(id).state == .read)
    #expect(try store.airable(from: TestStore.day).notices.isEmpty)
  }

  @Test func theSameFileMeasuredAgainKeepsTheApproval() throws {
    try store.approve(try approval())
    var again = TestStore.sound("a")
    again.lufs = -16.000001
    try store.keepSound(again, of: id, version: 1, by: TestStore.act)
    #expect(try store.notice(id).state == .rendered)
  }

  @Test func playingANoticeIsAStepOfItsLifeAndIsCounted() throws {
    try store.approve(try approval())
    try store.append([TestStore.row(1, notice: "\(id)"), TestStore.row(2, notice: "\(id)", outcome: .missed("late"))])
    #expect(try store.notice(id).state == .aired(1))
    let next = try #require(CivilDate(written: "2026-11-21"))
    #expect(try store.airable(from: next).notices.map(\.plays) == [1])
    // Withdrawn while it was on air: the log says what sounded, the notice stays withdrawn.
    try store.step(.withdraw, id, by: TestStore.act)
    try store.append([TestStore.row(3, notice: "\(id)")])
    #expect(try store.notice(id).state == .withdrawn)
  }

  @Test func keysAreReadBackFromTheirFiles() throws {
    let again = try #require(ApproverKey(text: "# khóa\n\(key.text)\n"))
    #expect(again.publicText == key.publicText && ApproverKey.isPublicKey(key.publicText))
    for text in ["", "# only a remark", "AAAA", "không phải khóa"] { #expect(ApproverKey(text: text) == nil) }
    #expect(!ApproverKey.isPublicKey("AAAA"))
  }
}
