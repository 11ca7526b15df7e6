import AudioOutput
import Foundation
import PCM
import Playout
import TestParts
import Testing

/// An emergency on its lane, heard at the monitor of a sink: it cuts in at once, and it is heard whole.
@Suite(.serialized)
struct RealTimeEmergencyTests {
  private static let programme = sound(frames: 1_440_000) { 240 * $0 }
  /// From 500 to 700 Hz: no two parts of it are alike.
  private static let alarm = sound(frames: 48_000) { (500 + 100 * $0) * $0 }
  /// Rises over 20 ms and falls so at its end.
  /// - Parameter cycles: how many have gone by after so many seconds.
  private static func sound(frames: Int, cycles: (Double) -> Double) -> [Int16] {
    (0..<frames).map { index in
      let level = min(1, Double(index) / 960, Double(frames - 1 - index) / 960)
      return Int16((12_000 * level * sin(2 * Double.pi * cycles(Double(index) / 48_000))).rounded())
    }
  }

  private static func turn(_ frames: [Int16], isComplete: Bool = true) throws -> EmergencyTurn {
    let turn = EmergencyTurn()
    try #require(turn.push(frames.span) == frames.count)
    if isComplete { turn.complete() }
    return turn
  }

  /// A sink that is recorded, and a device that plays on it.
  private struct Hall {
    let folder: TestFolder
    let server: PulseServer
    let recording: Recording

    init() throws {
      folder = try TestFolder()
      server = try PulseServer()
      recording = try server.record(to: folder.file("monitor.raw"))
      recording.waitForFirstSamples()
    }

    func output() throws -> sending ALSAOutput {
      try ALSAOutput(
        device: "horn", asking: OutputParameters(periodFrames: 480, bufferFrames: 9_600), configuration: server.configuration())
    }
  }

  /// Where the alarm begins: its middle is found, and it must be whole.
  private static func startOfAlarm(in samples: [Int16]) throws -> Int {
    let middle = alarm[24_000..<24_480]
    let found = (0..<max(0, samples.count - 480)).first { samples[$0..<($0 + 480)].elementsEqual(middle) }
    let start = try #require(found) - 24_000
    try #require(start >= 0)
    #expect(difference(Array(samples[start...].prefix(alarm.count)), alarm) == nil)
    return start
  }

  private func wait(_ seconds: Double = 5, until isSo: () -> Bool) -> Bool {
    for _ in 0..<Int(seconds * 1000) where !isSo() { usleep(1000) }
    return isSo()
  }

  @Test func anEmergencyCutsIntoAProgrammeAtOnce() async throws {
    let hall = try Hall()
    let lane = EmergencyLane()
    let claim = try #require(lane.claimForProgramme())
    let turn = try Self.turn(Self.alarm)
    var cues: [Cue] = [.item(try CheckedItem(PlaylistItem(title: "tone", source: .samples(Self.programme))))]
    var recorded: Int?
    let report = try await Player().play(
      on: hall.output(), next: { _ in cues.popLast() ?? .end }, claim: claim,
      onEvent: { event in
        guard case .progress(_, let seconds, _) = event, seconds > 0.7, recorded == nil else { return }
        recorded = hall.recording.samples.count
        lane.open(turn)
      })
    #expect(report.wasPreempted && report.failure == nil && !report.wasStopped)
    #expect(lane.isTaken && lane.claimForProgramme() == nil)
    try #require(wait { turn.ending != nil && !lane.isHeld })
    #expect(turn.ending == .sounded && turn.lateFrames == 0 && turn.heardFrames == Self.alarm.count)
    usleep(200_000)
    let samples = hall.recording.endAll()
    let start = try Self.startOfAlarm(in: samples)
    #expect(start - (try #require(recorded)) <= 7_200)
    // What was heard of the programme, without its fade.
    let first = try #require(samples.firstIndex { $0 != 0 })
    let last = try #require(samples[..<start].lastIndex { abs(Int($0)) > 8_000 })
    guard case .interrupted(let seconds) = report.outcomes.first else {
      Issue.record("\(report.outcomes)")
      return
    }
    #expect(abs(seconds * 48_000 - Double(last - first)) <= 2_880)
  }

  @Test func aCancelledTurnEndsAtOnce() throws {
    let hall = try Hall()
    let lane = EmergencyLane()
    let turn = try Self.turn(Array(Self.programme.prefix(65_000)), isComplete: false)
    lane.open(turn)
    let isSounding = try Player().sound(#require(lane.claim()), on: hall.output(), meter: PlayMeter())
    try #require(isSounding)
    try #require(wait { turn.heardFrames > 24_000 })
    let recorded = hall.recording.samples.count
    turn.cancel()
    try #require(wait { turn.ending != nil && !lane.isHeld })
    #expect(turn.ending == .cut)
    usleep(200_000)
    let samples = hall.recording.endAll()
    let last = try #require(samples.lastIndex { $0 != 0 })
    #expect(last - recorded <= 7_200)
    #expect(!lane.isTaken && lane.claimForProgramme() != nil)
  }

  @Test func aTurnOnAFreeLoudspeakerIsHeardWhole() throws {
    let hall = try Hall()
    let lane = EmergencyLane()
    let turn = try Self.turn(Self.alarm)
    lane.open(turn)
    #expect(lane.isTaken && lane.claimForProgramme() == nil)
    let meter = PlayMeter()
    let isSounding = try Player().sound(#require(lane.claim()), on: hall.output(), meter: meter)
    try #require(isSounding)
    try #require(wait { turn.ending != nil && !lane.isHeld })
    #expect(turn.ending == .sounded && turn.failure == nil && turn.firstWriteNanoseconds != nil)
    #expect(turn.heardFrames == Self.alarm.count && meter.frames >= Self.alarm.count && meter.lateFrames == 0)
    usleep(200_000)
    let samples = hall.recording.endAll()
    _ = try Self.startOfAlarm(in: samples)
    #expect(lane.claimForProgramme() != nil)
  }

  @Test func aNewerTurnCutsTheOneBeforeIt() throws {
    let hall = try Hall()
    let lane = EmergencyLane()
    let first = try Self.turn(Array(Self.programme.prefix(65_000)), isComplete: false)
    let second = try Self.turn(Self.alarm)
    lane.open(first)
    let isSounding = try Player().sound(#require(lane.claim()), on: hall.output(), meter: PlayMeter())
    try #require(isSounding)
    try #require(wait { first.heardFrames > 24_000 })
    let recorded = hall.recording.samples.count
    lane.open(second)
    try #require(wait { second.ending != nil && !lane.isHeld })
    #expect(first.ending == .cut && second.ending == .sounded)
    usleep(200_000)
    let samples = hall.recording.endAll()
    let start = try Self.startOfAlarm(in: samples)
    #expect(start - recorded <= 7_200)
  }
}
