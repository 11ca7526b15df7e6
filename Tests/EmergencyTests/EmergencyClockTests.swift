import Emergency
import Testing

/// A clock that was wrong for a while must never keep an emergency silent.
@Suite struct EmergencyClockTests {
  private let start = EmergencyBookTests.start

  @Test(arguments: [3600, 2 * 3600, 365 * 86_400]) func anOrderGivenAfterTheClockWasSetBackSounds(seconds: Int) {
    var book = EmergencyBook([
      EmergencyRecord(at: start + seconds * 1000, .refused, id: "", person: "x", detail: "not-a-message")
    ])
    book.apply(EmergencyBookTests.ordered(EmergencyBookTests.order("a")))
    #expect(book.due(at: start)?.order.id == "a")
  }

  @Test func roundsOfAnOrderGivenAfterTheClockWasSetBackGoOn() {
    var book = EmergencyBook([EmergencyBookTests.ordered(EmergencyBookTests.order("old", at: start + 7_200_000))])
    book.apply(EmergencyRecord(at: start + 7_200_000, .cancelled, id: "old"))
    book.apply(EmergencyBookTests.ordered(EmergencyBookTests.order("a", .every(seconds: 600))))
    book.apply(EmergencyBookTests.ended("a", 0, at: start + 60_000))
    #expect(book.due(at: start + 60_000) == nil)
    #expect(book.due(at: start + 600_000)?.number == 1)
  }
}
