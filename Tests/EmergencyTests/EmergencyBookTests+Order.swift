import Emergency
import Testing

/// A journal in several places, some of it written twice, tells the same story as one in a row.
extension EmergencyBookTests {
  /// Orders, rounds that were heard, logged and interrupted, and a cancellation that was written down before its order.
  static let story: [EmergencyRecord] = [
    ordered(order("a", .every(seconds: 600))), began("a", 0, at: start + 100), ended("a", 0, at: start + 60_000),
    EmergencyRecord(at: start + 61_000, .logged, id: "a", round: 0), began("a", 1, at: start + 600_100),
    ended("a", 1, at: start + 660_000), EmergencyRecord(at: start + 700_000, .cancelled, id: "b"),
    ordered(order("b", .pattern(.tsunami), at: start + 650_000)), ordered(order("c", .pattern(.fire), at: start + 900_000)),
    began("c", 0, at: start + 900_100), EmergencyRecord(at: start + 900_200, .refused, id: "d", detail: "not-allowed"),
    ended("a", 2, at: start + 1_260_000),
  ]

  /// What anybody can see of a book over two hours.
  private func course(_ book: EmergencyBook) -> [String] {
    (0...120).map { minute in
      let now = Self.start + minute * Self.minute
      let due = book.due(at: now).map { "\($0.order.id) \($0.number)" } ?? "-"
      return "\(minute): \(due), \(book.orders(at: now).map(\.id)), next \(book.next(after: now) ?? 0)"
    } + book.unlogged(at: Self.start + 120 * Self.minute).map { "\($0.order.id) \($0.number) \($0.began)" }
  }

  @Test func recordsInAnyOrderAndTwiceGiveTheSameBook() throws {
    let expected = course(EmergencyBook(Self.story))
    let first = try #require(expected.first)
    #expect(expected.suffix(3) == ["a 1 1795206300100", "c 0 1795206600100", "a 2 1795206960000"])
    var random = SplitMix(seed: 7)
    for _ in 0..<100 {
      var records = Self.story.shuffled(using: &random)
      records += records.shuffled(using: &random).prefix(5)
      #expect(course(EmergencyBook(records)) == expected)
    }
  }

  @Test func anOrderGivenTwiceSoundsOnce() {
    let now = Self.start + 1000
    var book = EmergencyBook([Self.ordered(Self.order("a")), Self.ended("a", 0, at: now)])
    book.apply(Self.ordered(Self.order("a")))
    #expect(book.due(at: now) == nil)
  }
}
