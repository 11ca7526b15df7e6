import AudioOutput
import Foundation
import PCM
import Playout
import TestParts
import Testing

/// An emergency on its lane, heard at the monitor of a sink: it cuts in at once, and nothing clicks.
@Suite(.serialized)
struct RealTimeEmergencyTests {
  /// Both sound at a peak of 12 000; one sample to the next differs by at most 377 and 942.
  private static let programme = tone(hertz: 240, frames: 1_440_000)
  private static let alarm = tone(hertz: 600, frames: 48_000)
  /// The steepest a sample may differ from its neighbour: the alarm's own slope and the fade's 12 000 / 480.
  private static let steepest = 942 + 377 + 25

  /// Rises over 20 ms and falls so at its end.
  private static func tone(hertz: Double, frames: Int) -> [Int16] {
    (0..<frames).map { index in
      let level = min(1, Double(index) / 960, Double(frames - 1 - index) / 960)
      return Int16((12_000 * level * sin(2 * Double.pi * hertz * Double(index) / 48_000)).rounded())
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

  private static func jump(_ samples: some Sequence<Int16>) -> Int {
    zip(samples, samples.dropFirst()).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
  }

  /// Where `sound` begins: where its middle is found, which is nowhere else.
  private static func start(of sound: [Int16], in samples: [Int16]) -> Int? {
    let middle = sound[4_800..<5_280]
    var from = 0
    while from + middle.count <= samples.count {
      if samples[from..<(from + middle.count)].elementsEqual(middle) { return from - 4_800 }
      from += 1
    }
    return nil
  }

  private func wait(_ seconds: Double = 5, until isSo: () -> Bool) -> Bool {
    for _ in 0..<Int(seconds * 1000) where !isSo() { usleep(1000) }
    return isSo()
  }

  @Test func anEmergencyCutsIntoAProgrammeAtOnceAndWithoutAClick() async throws {
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
    let start = try #require(Self.start(of: Self.alarm, in: samples))
    #expect(difference(Array(samples[start...].prefix(Self.alarm.count)), Self.alarm) == nil)
    #expect(start - (try #require(recorded)) <= 7_200)
    #expect(Self.jump(samples) <= Self.steepest)
    // What was heard of the programme, without its fade.
    let first = try #require(samples.firstIndex { $0 != 0 })
    let last = try #require(samples[..<start].lastIndex { abs(Int($0)) > 8_000 })
    guard case .interrupted(let seconds) = report.outcomes.first else {
      Issue.record("\(report.outcomes)")
      return
    }
    #expect(abs(seconds * 48_000 - Double(last - first)) <= 2_880)
  }

  @Test func aCancelledTurnEndsAtOnceAndWithoutAClick() throws {
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
    #expect(Self.jump(samples) <= Self.steepest)
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
    let start = try #require(Self.start(of: Self.alarm, in: samples))
    #expect(difference(Array(samples[start...].prefix(Self.alarm.count)), Self.alarm) == nil)
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
    let start = try #require(Self.start(of: Self.alarm, in: samples))
    #expect(start - recorded <= 7_200)
    #expect(difference(Array(samples[start...].prefix(Self.alarm.count)), Self.alarm) == nil)
    #expect(Self.jump(samples) <= Self.steepest)
  }
}
