import Emergency
import Foundation
import Testing

extension CAPLedgerTests {
  @Test func theLedgerIsTheSameAfterItWasKept() throws {
    var ledger = CAPLedger()
    _ = try take(alert, &ledger)
    _ = try take(update(alert), &ledger)
    _ = try take(cancel(alert.with { $0.identifier = "chua-den" }), &ledger)
    let bytes = try JSONEncoder().encode(ledger)
    #expect(try JSONDecoder().decode(CAPLedger.self, from: bytes) == ledger)
  }

  @Test func whatEndedAMonthAgoIsForgotten() throws {
    var ledger = CAPLedger()
    let order = try #require(sounded(take(alert, &ledger)))
    ledger.prune(now: order.expiresMilliseconds + 30 * Self.day)
    #expect(ledger.count == 1)
    ledger.prune(now: order.expiresMilliseconds + 30 * Self.day + 1)
    #expect(ledger.count == 0)
  }

  @Test func aFullLedgerForgetsWhatIsOverBeforeWhatIsInForce() throws {
    var ledger = CAPLedger()
    let order = try #require(sounded(take(alert, &ledger)))
    for round in 0..<24 {
      let named = (0..<450).map { number in alert.with { $0.identifier = "\(round)-\(number)" } }
      _ = try take(
        cancel().with {
          $0.references = named; $0.identifier = "huy-\(round)"
        }, &ledger, now: Self.now + round)
    }
    #expect(ledger.count == CAPLedger.entryLimit && ledger.orders(at: Self.now) == [order])
    #expect(try refused(take(alert.with { $0.identifier = "23-7" }, &ledger)) == "cancelled-before-it-came")
  }

  @Test(arguments: 0..<40) func inWhateverOrderTheyComeTheLastWordHolds(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let second = update(alert)
    let third = update(alert, second) { $0.identifier = "VN-QNM-4" }
    let messages = [alert, second, third, cancel(alert, second, third)]
    var ledger = CAPLedger()
    for message in (messages + messages).shuffled(using: &random) { _ = try take(message, &ledger) }
    #expect(ledger.orders(at: Self.now).isEmpty)
    var open = CAPLedger()
    for message in messages.dropLast().shuffled(using: &random) { _ = try take(message, &open) }
    #expect(try open.orders(at: Self.now).map(\.id) == [id(third)])
  }
}
