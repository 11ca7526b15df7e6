import Emergency
import Testing

@Suite struct EmergencyBookTests {
  /// 03:15 on 2026-11-21 in Vietnam.
  static let start = 1_795_205_700_000
  static let minute = 60_000

  static func order(_ id: String, _ timing: EmergencyTiming = .once, at issued: Int = start, expires: Int? = nil)
    -> EmergencyOrder
  {
    var order = EmergencyOrder(id: id, text: "Nước lên nhanh.", issued: issued)
    (order.timing, order.expires) = (timing, expires)
    order.setDefaultEnd()
    return order
  }

  static func ordered(_ order: EmergencyOrder) -> EmergencyRecord {
    EmergencyRecord(at: order.issued, .ordered, id: order.id, order: order)
  }

  static func began(_ id: String, _ round: Int, at time: Int) -> EmergencyRecord {
    EmergencyRecord(at: time, .began, id: id, round: round)
  }

  static func ended(_ id: String, _ round: Int, at time: Int) -> EmergencyRecord {
    EmergencyRecord(at: time, .ended, id: id, round: round)
  }

  /// At which minutes rounds begin when somebody always plays; a round takes a minute.
  private func minutes(of timing: EmergencyTiming, upTo last: Int) -> [Int] {
    var book = EmergencyBook([Self.ordered(Self.order("a", timing))])
    return (0...last).filter { minute in
      let now = Self.start + minute * Self.minute
      guard let due = book.due(at: now) else { return false }
      book.apply(Self.ended("a", due.number, at: now))
      return true
    }
  }

  static let timings: [(EmergencyTiming, [Int])] = [
    (.once, [0]), (.every(seconds: 600), [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]),
    (.every(seconds: 3600), [0, 60, 120]), (.pattern(.tsunami), [0, 5, 10, 40, 70, 100]), (.pattern(.storm), [0, 120]),
    (.pattern(.fire), [0, 3, 6, 21, 36, 51]), (.pattern(.flood), [0, 10, 40, 70, 100]), (.pattern(.general), [0]),
  ]

  @Test(arguments: timings.indices) func roundsAreDueByTheirTiming(row: Int) {
    let (timing, expected) = Self.timings[row]
    #expect(minutes(of: timing, upTo: 120) == expected)
  }

  @Test(arguments: [(EmergencyTiming.pattern(.storm), 11), (.pattern(.flood), 48), (.every(seconds: 21_600), 3)])
  func aDayEndsWhatDoesNotSayWhenItEnds(timing: EmergencyTiming, lastRound: Int) {
    let book = EmergencyBook([Self.ordered(Self.order("a", timing))])
    let day = Self.start + 24 * 60 * Self.minute
    #expect(book.due(at: day - 1)?.number == lastRound)
    #expect(book.due(at: day) == nil)
    #expect(book.next(after: day - 1) == nil)
  }

  @Test func aTsunamiGoesOnUntilItIsCancelled() {
    var book = EmergencyBook([Self.ordered(Self.order("a", .pattern(.tsunami)))])
    let week = Self.start + 7 * 24 * 60 * Self.minute
    #expect(book.due(at: week) != nil)
    book.apply(EmergencyRecord(at: week, .cancelled, id: "a"))
    #expect(book.due(at: week) == nil && book.orders(at: week).isEmpty)
  }

  @Test func roundsThatWentByUnplayedAreNotMadeUpFor() {
    var book = EmergencyBook([Self.ordered(Self.order("a", .every(seconds: 600)))])
    let now = Self.start + 47 * Self.minute
    #expect(book.due(at: now)?.number == 4)
    book.apply(Self.ended("a", 4, at: now + Self.minute))
    #expect(book.due(at: now + Self.minute) == nil)
    #expect(book.due(at: Self.start + 50 * Self.minute)?.number == 5)
  }

  @Test func theNewestOrderGoesFirstAndTheOthersFollow() {
    let later = Self.start + 5 * Self.minute
    var book = EmergencyBook([
      Self.ordered(Self.order("b")), Self.ordered(Self.order("a", at: later)), Self.ordered(Self.order("c", at: later - 1)),
    ])
    var heard: [String] = []
    while let due = book.due(at: later) {
      heard.append(due.order.id)
      book.apply(Self.ended(due.order.id, due.number, at: later))
    }
    #expect(heard == ["a", "c", "b"])
  }

  @Test func ofTwoOrdersOfOneMomentItIsAlwaysTheSameThatGoesFirst() {
    let records = [Self.ordered(Self.order("a")), Self.ordered(Self.order("b"))]
    let first = EmergencyBook(records).due(at: Self.start)?.order.id
    #expect(first != nil && EmergencyBook(records.reversed()).due(at: Self.start)?.order.id == first)
  }

  @Test func anInterruptedRoundIsDueAgain() {
    let records = [Self.ordered(Self.order("a")), Self.began("a", 0, at: Self.start + 100)]
    var book = EmergencyBook(records)
    #expect(book.due(at: Self.start + Self.minute)?.number == 0)
    book.apply(Self.ended("a", 0, at: Self.start + 2 * Self.minute))
    #expect(book.due(at: Self.start + 2 * Self.minute) == nil && book.orders(at: Self.start + 2 * Self.minute).isEmpty)
  }

  @Test func whatIsCancelledOrOverNeverSounds() {
    let end = Self.start + 30 * Self.minute
    let book = EmergencyBook([
      EmergencyRecord(at: Self.start, .cancelled, id: "a"), Self.ordered(Self.order("a", .every(seconds: 60))),
      Self.ordered(Self.order("b", .every(seconds: 60), expires: end)),
    ])
    #expect(book.isCancelled("a") && book.knows("a"))
    #expect(book.due(at: end - 1)?.order.id == "b")
    for minute in 30...600 { #expect(book.due(at: Self.start + minute * Self.minute) == nil) }
    #expect(book.next(of: "a", after: Self.start) == nil && book.next(of: "b", after: end) == nil)
  }

  @Test func theNextRoundIsKnownBeforeItIsDue() {
    let book = EmergencyBook([
      Self.ordered(Self.order("a", .pattern(.tsunami))), Self.ordered(Self.order("b", .every(seconds: 420))),
    ])
    #expect(book.next(after: Self.start) == Self.start + 5 * Self.minute)
    #expect(book.next(after: Self.start + 5 * Self.minute) == Self.start + 7 * Self.minute)
    #expect(book.next(of: "a", after: Self.start + 11 * Self.minute) == Self.start + 40 * Self.minute)
    #expect(book.next(of: "none", after: Self.start) == nil)
  }

  @Test func aClockSetBackSoundsNothingTwice() {
    let now = Self.start + 25 * Self.minute
    var book = EmergencyBook([
      Self.ordered(Self.order("a", .every(seconds: 600))), Self.ended("a", 2, at: now),
    ])
    for back in [Self.start - 1, Self.start + 5 * Self.minute, 0] {
      #expect(book.due(at: back) == nil)
      #expect(book.orders(at: back).map(\.id) == ["a"])
    }
    // And it goes on where it was.
    #expect(book.due(at: Self.start + 30 * Self.minute)?.number == 3)
    book.apply(EmergencyRecord(at: now, .cancelled, id: "a"))
    #expect(book.orders(at: 0).isEmpty)
  }

  @Test func heardRoundsStayUnloggedUntilTheyAreLogged() {
    var book = EmergencyBook([
      Self.ordered(Self.order("a", .every(seconds: 600))), Self.began("a", 0, at: Self.start + 200),
      Self.ended("a", 0, at: Self.start + 60_000), Self.began("a", 1, at: Self.start + 600_200),
      Self.ended("a", 1, at: Self.start + 660_000), Self.began("a", 2, at: Self.start + 1_200_200),
    ])
    let now = Self.start + 1_210_000
    // What sounds now, or may sound again, is not over.
    #expect(book.unlogged(at: now).map(\.number) == [0, 1])
    #expect(book.unlogged(at: now).map(\.began) == [Self.start + 200, Self.start + 600_200])
    #expect(book.unlogged(at: now).allSatisfy { $0.interruption == nil })
    book.apply(EmergencyRecord(at: now, .logged, id: "a", round: 0))
    #expect(book.unlogged(at: now).map(\.number) == [1])
    book.apply(EmergencyRecord(at: now, .cancelled, id: "a", person: "an"))
    let heard = book.unlogged(at: now)
    #expect(heard.map(\.number) == [1, 2] && heard.first?.interruption == nil)
    #expect(heard.last?.interruption == "cancelled by an")
    for round in heard { book.apply(EmergencyRecord(at: now, .logged, id: "a", round: round.number)) }
    #expect(book.unlogged(at: now).isEmpty)
  }

  @Test func refusalsChangeNothing() {
    var book = EmergencyBook([Self.ordered(Self.order("a"))])
    book.apply(EmergencyRecord(at: Self.start, .refused, id: "a", detail: "not-allowed"))
    book.apply(EmergencyRecord(at: Self.start, .refused, id: "b", detail: "not-allowed"))
    #expect(book.due(at: Self.start)?.order.id == "a" && !book.knows("b"))
  }
}
