internal import Bulletin
public import Emergency

/// Takes CAP 1.2 messages for a station: reads one, asks the ledger, and says what is to be done.
///
///     let intake = CAPIntake(home: home, settings: configuration.cap)
///     let (outcome, fault) = try intake.take(bytes, now: now) { post.carryOut($0) }
///
/// Any thread may call, any process; copies share what a failing disk did not take.
public struct CAPIntake: Sendable {
  private let settings: CAPSettings
  private let file: CAPLedgerFile

  public init(home: StationHome, settings: CAPSettings) {
    self.settings = settings
    file = CAPLedgerFile(home: home)
  }

  /// What to do about a message, which counts as taken from here on: a second copy is refused, even if nothing was done.
  /// - Parameter unixMilliseconds: the present.
  /// - Throws: why there is nothing to do.
  public func take(_ bytes: [UInt8], now unixMilliseconds: Int) throws(CAPRefusal) -> CAPOutcome {
    try take(bytes, now: unixMilliseconds) { _ in nil }.outcome
  }

  /// Has done what is to be done about a message, which counts as taken only when it was.
  ///
  /// A power cut between the two has the message delivered again after it: its order has the same id then.
  /// - Parameter deliver: carries it out; answers nil, or why it could not. Nobody else takes messages meanwhile.
  /// - Returns: the outcome, and what `deliver` answered.
  /// - Throws: why there is nothing to do.
  public func take(
    _ bytes: [UInt8], now unixMilliseconds: Int, deliver: (CAPOutcome) -> String?
  ) throws(CAPRefusal) -> (outcome: CAPOutcome, fault: String?) {
    let alert = try CAPParser.parse(bytes)
    return try file.alone { () throws(CAPRefusal) in
      let before = file.load()
      var ledger = before
      let decision = ledger.take(
        alert, zones: settings.zones, allowsExercise: settings.allowsExercise, addresses: settings.addresses,
        now: unixMilliseconds)
      var fault: String?
      // A refused message may be remembered too: a cancellation that came before what it cancels.
      defer { if fault == nil, ledger != before { file.save(ledger) } }
      let outcome = try outcome(of: decision, now: unixMilliseconds)
      fault = deliver(outcome)
      return (outcome, fault)
    }
  }

  /// The name of the order or notice that an alert becomes: the same on every machine, so that a later Cancel finds it.
  /// - Parameter capID: `CAPOrder.id`.
  public static func orderID(_ capID: String) -> String {
    // FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in capID.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "c" + String(hash, radix: 36)
  }

  private func outcome(of decision: CAPDecision, now: Int) throws(CAPRefusal) -> CAPOutcome {
    switch decision {
    case .sound(let order), .schedule(_, let order): return outcome(of: order, ending: [], now: now)
    case .replace(let ids, let order): return outcome(of: order, ending: ids.map(Self.orderID), now: now)
    case .cancel(let ids): return .end(ids.map(Self.orderID))
    case .refuse(let refusal): throw refusal
    }
  }

  private func outcome(of order: CAPOrder, ending ids: [String], now: Int) -> CAPOutcome {
    guard order.emergencyClass == .emergency else {
      return .notice(
        CAPNotice(
          id: Self.orderID(order.id), noticeClass: order.emergencyClass, title: order.event, text: order.text,
          zones: zones(of: order), expires: order.expiresMilliseconds, isExercise: order.isExercise), ending: ids)
    }
    var emergency = EmergencyOrder(id: Self.orderID(order.id), text: order.text, issued: now)
    emergency.kind = EmergencyKind(of: order)
    emergency.zones = zones(of: order)
    emergency.repeats = 3
    emergency.timing = .once
    emergency.expires = order.expiresMilliseconds
    emergency.isDrill = order.isExercise
    emergency.person = order.reference.sender
    return .sound(emergency, ending: ids)
  }

  private func zones(of order: CAPOrder) -> Zones {
    switch order.coverage {
    case .zones(let names) where !settings.isOnePlace: .named(names)
    case .zones, .everywhere: .all
    }
  }
}
