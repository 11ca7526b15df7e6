import AudioOutput
import Foundation
import PCM
import Playout
import TestParts
import Testing

/// Who has a loudspeaker, and what sounds on it when a turn is opened; on a loudspeaker that is a file.
struct EmergencyLaneTests {
  private let sound = TestSound.noise(frames: 48_001, seed: 3)

  private func turn() throws -> EmergencyTurn {
    let turn = EmergencyTurn()
    try #require(turn.push(sound.span) == sound.count)
    turn.complete()
    return turn
  }

  private func waitUntilFree(_ lane: EmergencyLane) -> Bool {
    for _ in 0..<5000 where lane.isHeld { usleep(1000) }
    return !lane.isHeld
  }

  @Test func aTurnSoundsFromItsFirstFrameToItsLast() throws {
    let folder = try TestFolder()
    let (lane, turn, meter) = (EmergencyLane(), try turn(), PlayMeter())
    lane.open(turn)
    let claim = try #require(lane.claim())
    let isSounding = try Player().sound(claim, on: FileOutput(path: folder.file("a.wav")), meter: meter)
    try #require(isSounding)
    try #require(waitUntilFree(lane))
    #expect(turn.ending == .sounded && turn.heardFrames == sound.count && turn.lateFrames == 0)
    #expect(try difference(TestSound.read(folder.file("a.wav")), sound) == nil)
    #expect(meter.frames == sound.count && meter.level == nil)
    #expect(!lane.isTaken && lane.claimForProgramme() != nil)
  }

  @Test func aTurnThatSomebodyHasTakenSoundsNowhereElse() throws {
    let folder = try TestFolder()
    let (lane, turn) = (EmergencyLane(), try turn())
    try #require(turn.claim() && !turn.claim())
    lane.open(turn)
    let claim = try #require(lane.claim())
    let isSounding = try Player().sound(claim, on: FileOutput(path: folder.file("a.wav")), meter: PlayMeter())
    try #require(isSounding)
    try #require(waitUntilFree(lane))
    #expect(turn.ending == nil && turn.firstWriteNanoseconds == nil && turn.heardFrames == 0)
    #expect(!folder.names.contains("a.wav"))
  }

  @Test func aProgrammeGivesWayAndDoesNotComeBack() async throws {
    let folder = try TestFolder()
    let (lane, turn) = (EmergencyLane(), try turn())
    let claim = try #require(lane.claimForProgramme())
    lane.open(turn)
    var cues: [Cue] = [.item(try CheckedItem(PlaylistItem(title: "a", source: .samples([1, 2, 3]))))]
    let report = try await Player().play(
      on: FileOutput(path: folder.file("a.wav")), next: { _ in cues.popLast() ?? .end }, claim: claim)
    try #require(waitUntilFree(lane))
    #expect(report.wasPreempted && !report.isComplete && report.failure == nil)
    #expect(try difference(TestSound.read(folder.file("a.wav")), sound) == nil)
  }

  @Test func aTurnOpenedBeforeTheProgrammeAsksKeepsItAway() throws {
    let (lane, turn) = (EmergencyLane(), try turn())
    lane.open(turn)
    #expect(lane.isTaken && lane.claimForProgramme() == nil)
    lane.close()
    #expect(!lane.isTaken && lane.claimForProgramme() != nil)
  }

  @Test func aLoudspeakerHasOneOwnerAndAnEvictedOneTakesNothingFromTheNext() throws {
    let lane = EmergencyLane()
    let first = try #require(lane.claim())
    #expect(lane.claim() == nil && lane.isTaken)
    lane.evict()
    let second = try #require(lane.claimForProgramme())
    first.release()
    #expect(lane.isHeld && lane.claim() == nil)
    second.release()
    #expect(!lane.isHeld)
  }

  @Test func aLoudspeakerThatIsHeldBackIsForEmergenciesAlone() {
    let lane = EmergencyLane()
    lane.holdBack(true)
    #expect(lane.isTaken && lane.claimForProgramme() == nil && lane.claim() != nil)
    let other = EmergencyLane()
    other.holdBack(true)
    other.holdBack(false)
    #expect(!other.isTaken && other.claimForProgramme() != nil)
  }
}
