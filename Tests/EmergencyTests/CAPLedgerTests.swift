import Bulletin
import Emergency
import Testing

@Suite struct CAPLedgerTests {
  static let zones = [
    CAPZone(name: "Thôn 1", geocodes: ["GSO=20695"]), CAPZone(name: "Thôn 2", geocodes: ["GSO=20698"]),
  ]
  static let elsewhere =
    "<areaDesc>Hà Nội</areaDesc><geocode><valueName>GSO</valueName><value>1</value></geocode>"
  /// 06:00 on 2026-11-20 in Vietnam.
  static let now = 1_795_129_200_000
  static let day = 86_400_000

  let alert = CAPMessage()

  func update(_ older: CAPMessage..., change: (inout CAPMessage) -> Void = { _ in }) -> CAPMessage {
    alert.with {
      $0.identifier = "VN-QNM-2"
      $0.sent = "2026-11-20T05:45:00+07:00"
      $0.type = "Update"
      $0.references = older
      change(&$0)
    }
  }

  func cancel(_ older: CAPMessage..., change: (inout CAPMessage) -> Void = { _ in }) -> CAPMessage {
    alert.with {
      $0.identifier = "VN-QNM-3"
      $0.sent = "2026-11-20T05:50:00+07:00"
      $0.type = "Cancel"
      $0.infos = []
      $0.references = older
      change(&$0)
    }
  }

  func take(
    _ message: CAPMessage, _ ledger: inout CAPLedger, allowsExercise: Bool = false, addresses: [String] = [], now: Int = Self.now
  ) throws -> CAPDecision {
    ledger.take(
      try message.parsed(), zones: Self.zones, allowsExercise: allowsExercise, addresses: addresses, now: now)
  }

  func refused(_ decision: CAPDecision) -> String? {
    if case .refuse(let refusal) = decision { refusal.name } else { nil }
  }

  func sounded(_ decision: CAPDecision) -> CAPOrder? {
    if case .sound(let order) = decision { order } else { nil }
  }

  func id(_ message: CAPMessage) throws -> String { try message.parsed().reference.key }

  @Test func anEmergencyForUsSoundsAtOnceInItsZones() throws {
    var ledger = CAPLedger()
    let order = try #require(sounded(take(alert, &ledger)))
    #expect(order.coverage == .zones(["Thôn 1"]) && order.emergencyClass == .emergency && !order.isExercise)
    #expect(order.event == "Lũ quét" && order.text.hasPrefix("Cảnh báo lũ quét."))
    #expect(order.expiresMilliseconds == 1_795_150_800_000)
    #expect(try order.id == id(alert) && order.id.hasPrefix("cap-") && order.id.count == 20)
    #expect(ledger.orders(at: Self.now) == [order] && ledger.orders(at: order.expiresMilliseconds).isEmpty)
  }

  @Test func theKeyOfAMessageIsTheSameOnEveryMachineAndInEveryTimeZone() throws {
    #expect(CAPReference(sender: "a", identifier: "b", sentMilliseconds: 0).key == "cap-bee4c0a3407bd9ca")
    #expect(try id(alert) == id(alert.with { $0.sent = "2026-11-19T22:30:00-00:00" }))
  }

  @Test(arguments: [("Future", NoticeClass.priority), ("Past", .normal)])
  func whatIsLessUrgentWaitsForASession(urgency: String, expected: NoticeClass) throws {
    var ledger = CAPLedger()
    let decision = try take(alert.with { $0.infos = [CAPInfo(urgency: urgency)] }, &ledger)
    guard case .schedule(let noticeClass, let order) = decision else {
      Issue.record("\(decision)")
      return
    }
    #expect(noticeClass == expected && order.emergencyClass == expected)
  }

  static let refusals: [(name: String, change: @Sendable (inout CAPMessage) -> Void)] = [
    ("status-not-sounded", { $0.status = "System" }), ("status-not-sounded", { $0.status = "Test" }),
    ("status-not-sounded", { $0.status = "Draft" }), ("type-not-sounded", { $0.type = "Ack" }),
    ("type-not-sounded", { $0.type = "Error" }), ("exercise-not-allowed", { $0.status = "Exercise" }),
    ("no-info", { $0.infos = [] }),
    ("expired", { $0.infos = [CAPInfo(expires: "2026-11-20T05:59:59+07:00")] }),
    ("expired", { $0.infos = [CAPInfo(expires: "2026-11-20T06:00:00+07:00")] }),
    ("not-our-area", { $0.infos = [CAPInfo(areas: [elsewhere])] }), ("not-our-area", { $0.infos = [CAPInfo(areas: [])] }),
    (
      "no-usable-language",
      { $0.infos = [CAPInfo(language: "th", event: "น้ำท่วม", headline: "", description: "", instruction: "อพยพ")] }
    ),
    (
      "not-addressed",
      {
        $0.scope = "Private"
        $0.more = "<addresses>\"xã khác\" x@y.vn</addresses>"
      }
    ),
    ("not-addressed", { $0.scope = "Restricted" }),
    ("cancels-nothing-known", { $0 = $0.cancelling($0.sender) }), ("not-its-sender", { $0 = $0.cancelling("khac@a.vn") }),
  ]

  @Test(arguments: refusals.indices) func whatIsNotForTheLoudspeakersIsRefusedByName(row: Int) throws {
    var ledger = CAPLedger()
    let (name, change) = Self.refusals[row]
    let decision = try take(alert.with(change), &ledger)
    #expect(refused(decision) == name)
    if case .refuse(let refusal) = decision {
      #expect(refusal.vietnamese.hasSuffix(".") && refusal.english.hasSuffix(".") && refusal.description == refusal.english)
      #expect(refusal.vietnamese.count > 40 && refusal.english.count > 40)
    }
    #expect(ledger.orders(at: Self.now).isEmpty)
  }

  @Test func aPrivateMessageSoundsWhereItIsAddressed() throws {
    var ledger = CAPLedger()
    let mine = alert.with {
      $0.scope = "Private"
      $0.more = "<addresses>x@y.vn \"đài Trà Leng\"</addresses>"
    }
    #expect(try sounded(take(mine, &ledger, addresses: ["đài Trà Leng"])) != nil)
  }

  @Test func anExerciseSoundsAsOneWhereItIsAllowed() throws {
    var ledger = CAPLedger()
    let order = try #require(sounded(take(alert.with { $0.status = "Exercise" }, &ledger, allowsExercise: true)))
    #expect(order.isExercise && order.text.hasPrefix("Diễn tập.") && order.text.hasSuffix("diễn tập."))
  }

  @Test func aSecondCopyIsADuplicate() throws {
    var ledger = CAPLedger()
    _ = try take(alert, &ledger)
    #expect(try refused(take(alert, &ledger)) == "duplicate")
    #expect(try refused(take(alert.with { $0.sent = "2026-11-19T22:30:00-00:00" }, &ledger)) == "duplicate")
    #expect(try sounded(take(alert.with { $0.sender = "khac@a.vn" }, &ledger)) != nil)
    _ = try take(cancel(alert), &ledger)
    #expect(try refused(take(cancel(alert), &ledger)) == "duplicate")
    #expect(try refused(take(alert, &ledger)) == "duplicate")
  }

  @Test func anUpdateReplacesWhatItNames() throws {
    var ledger = CAPLedger()
    _ = try take(alert, &ledger)
    guard case .replace(let old, let order) = try take(update(alert), &ledger) else {
      Issue.record("not replaced")
      return
    }
    #expect(try old == [id(alert)] && order.id == id(update(alert)))
    #expect(ledger.orders(at: Self.now).map(\.id) == [order.id])
  }

  @Test func anUpdateOfNothingKnownSounds() throws {
    var ledger = CAPLedger()
    #expect(try sounded(take(update(alert), &ledger)) != nil)
  }

  @Test func anAlertThatComesAfterItsUpdateIsSuperseded() throws {
    var ledger = CAPLedger()
    _ = try take(update(alert), &ledger)
    #expect(try refused(take(alert, &ledger)) == "superseded")
    #expect(ledger.orders(at: Self.now).count == 1)
  }

  @Test func anUpdateForElsewhereOrOverEndsWhatItUpdates() throws {
    for info in [CAPInfo(areas: [Self.elsewhere]), CAPInfo(expires: "2026-11-20T05:55:00+07:00")] {
      var ledger = CAPLedger()
      _ = try take(alert, &ledger)
      let decision = try take(update(alert) { $0.infos = [info] }, &ledger)
      #expect(try decision == .cancel([id(alert)]) && ledger.orders(at: Self.now).isEmpty)
    }
  }

  @Test func anUpdateThatWasItselfReplacedStillEndsWhatItUpdates() throws {
    var ledger = CAPLedger()
    _ = try take(alert, &ledger)
    let third = update(update(alert)) { $0.identifier = "VN-QNM-4" }
    #expect(try sounded(take(third, &ledger)) != nil)
    #expect(try take(update(alert), &ledger) == .cancel([id(alert)]))
    #expect(try ledger.orders(at: Self.now).map(\.id) == [id(third)])
  }

  @Test func anUpdateThatCannotBeSaidChangesNothing() throws {
    var ledger = CAPLedger()
    let order = try #require(sounded(take(alert, &ledger)))
    #expect(try refused(take(update(alert) { $0.infos = [] }, &ledger)) == "no-info")
    #expect(ledger.orders(at: Self.now) == [order])
  }

  @Test func aCancellationEndsWhatItNames() throws {
    var ledger = CAPLedger()
    _ = try take(alert, &ledger)
    _ = try take(alert.with { $0.identifier = "khac" }, &ledger)
    #expect(try take(cancel(alert), &ledger) == .cancel([id(alert)]))
    #expect(ledger.orders(at: Self.now).count == 1)
  }

  @Test func anAlertThatComesAfterItsCancellationIsRefused() throws {
    var ledger = CAPLedger()
    #expect(try refused(take(cancel(alert, update(alert)), &ledger)) == "cancels-nothing-known")
    #expect(try refused(take(alert, &ledger)) == "cancelled-before-it-came")
    #expect(try refused(take(update(alert), &ledger)) == "cancelled-before-it-came")
  }

  @Test func onlyItsSenderMayUpdateOrCancel() throws {
    var ledger = CAPLedger()
    let order = try #require(sounded(take(alert, &ledger)))
    #expect(try refused(take(cancel(alert) { $0.sender = "ke@xau.vn" }, &ledger)) == "not-its-sender")
    #expect(try refused(take(update(alert) { $0.sender = "ke@xau.vn" }, &ledger)) == "not-its-sender")
    let own = alert.with { $0.sender = "ke@xau.vn" }
    #expect(try refused(take(cancel(alert, own) { $0.sender = "ke@xau.vn" }, &ledger)) == "cancels-nothing-known")
    #expect(ledger.orders(at: Self.now) == [order])
  }

  @Test func anExerciseNeverEndsSomethingReal() throws {
    var ledger = CAPLedger()
    let exercise: (inout CAPMessage) -> Void = { $0.status = "Exercise" }
    // Named by an exercise before it came: the real one sounds all the same, and its real cancellation counts.
    _ = try take(cancel(alert, change: exercise), &ledger, allowsExercise: true)
    let order = try #require(sounded(take(alert, &ledger)))
    let other = update(alert) {
      exercise(&$0)
      $0.identifier = "VN-QNM-5"
    }
    #expect(try sounded(take(other, &ledger, allowsExercise: true)) != nil)
    #expect(ledger.orders(at: Self.now).contains(order))
    #expect(try take(cancel(alert) { $0.identifier = "VN-QNM-6" }, &ledger) == .cancel([order.id]))
    var fresh = CAPLedger()
    _ = try take(cancel(alert, change: exercise), &fresh, allowsExercise: true)
    _ = try take(cancel(alert) { $0.identifier = "VN-QNM-6" }, &fresh)
    #expect(try refused(take(alert, &fresh)) == "cancelled-before-it-came")
  }

  @Test func onlyTheInfosInForceAndForUsAreSaid() throws {
    var ledger = CAPLedger()
    let other = "<areaDesc>Thôn 2</areaDesc><geocode><valueName>GSO</valueName><value>20698</value></geocode>"
    let infos = [
      CAPInfo(headline: "Tin nơi khác", areas: [Self.elsewhere]),
      CAPInfo(expires: "2026-11-20T05:00:00+07:00", headline: "Tin cũ"),
      CAPInfo(severity: "Moderate", expires: nil, headline: "Tin hai", areas: [other]), CAPInfo(headline: "Tin một"),
    ]
    let order = try #require(sounded(take(alert.with { $0.infos = infos }, &ledger)))
    #expect(order.text.hasPrefix("Khu vực Xã Trà Leng. Tin một.") && order.text.contains("Khu vực Thôn 2. Tin hai."))
    #expect(!order.text.contains("Tin cũ") && !order.text.contains("Tin nơi khác"))
    // Tin hai does not say when it ends: a day after it was sent.
    #expect(order.coverage == .zones(["Thôn 1", "Thôn 2"]) && order.expiresMilliseconds == 1_795_127_400_000 + Self.day)
  }
}

extension CAPMessage {
  /// A cancellation of another message of the sender `older`.
  fileprivate func cancelling(_ older: String) -> CAPMessage {
    with {
      $0.type = "Cancel"
      $0.infos = []
      $0.references = [
        CAPMessage().with {
          $0.identifier = "xa-xua"
          $0.sender = older
        }
      ]
    }
  }
}
