import Schedule
import Testing

@Suite struct SteadyClockTests {
  private static let start = 1_800_000_000_000

  @Test(arguments: [3_600_000, -3_600_000, 45_000, -5_000])
  func aJumpWhileOnAirIsTakenWhenTheLoudspeakersRest(jump: Int) {
    var clock = SteadyClock()
    _ = clock.now(wall: Self.start, monotonic: 0, isOnAir: true)
    for second in 1...600 {
      let now = clock.now(wall: Self.start + jump + second * 1000, monotonic: second * 1000, isOnAir: true)
      #expect(now == Self.start + second * 1000)
    }
    let rested = clock.now(wall: Self.start + jump + 601_000, monotonic: 601_000, isOnAir: false)
    #expect(rested == Self.start + jump + 601_000)
    #expect(clock.now(wall: Self.start + jump + 602_000, monotonic: 602_000, isOnAir: true) == Self.start + jump + 602_000)
  }

  @Test func aSmallCorrectionIsFollowedWithoutASound() {
    var clock = SteadyClock()
    _ = clock.now(wall: Self.start, monotonic: 0, isOnAir: true)
    var last = Self.start
    for step in 1...2000 {
      let now = clock.now(wall: Self.start + 400 + step * 100, monotonic: step * 100, isOnAir: true)
      #expect(now > last && now - last <= 101)
      last = now
    }
    #expect(last == Self.start + 400 + 200_000)
  }

  @Test func aClockThatStaysElsewhereIsBelievedInTheEnd() {
    var clock = SteadyClock()
    _ = clock.now(wall: Self.start, monotonic: 0, isOnAir: true)
    let day = 86_400_000
    _ = clock.now(wall: Self.start + 7_200_000 + 1000, monotonic: 1000, isOnAir: true)
    #expect(clock.now(wall: Self.start + 7_200_000 + day, monotonic: day, isOnAir: true) == Self.start + 7_200_000 + day)
  }
}
