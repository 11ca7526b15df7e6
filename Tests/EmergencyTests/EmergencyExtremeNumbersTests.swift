import Emergency
import Testing

/// Any number can come over the socket, from anybody, and none of them ends the post.
@Suite struct EmergencyExtremeNumbersTests {
  @Test(arguments: [Int.min, Int.min + 1, -1, Int.max]) func aMomentThatCannotBeIsNoMomentOfASignature(moment: Int) {
    let authority = EmergencyAuthority(home: "/") { _, _, _ in true }
    var message = EmergencyMessage(.cancel(id: nil), at: moment)
    (message.signer, message.signature) = ("An", "good")
    #expect((try? authority.admit(EmergencyStation.stranger, message, now: EmergencyStation.now)) == nil)
  }

  @Test(arguments: [Int.min, Int.min + 1, -1, Int.max]) func anOrderOfAnImpossibleMomentIsOfNow(issued: Int) throws {
    let order = EmergencyStation.order("a1") { $0.issued = issued }
    #expect(try order.checked(now: EmergencyBookTests.start, zones: []).issued == EmergencyBookTests.start)
  }
}
