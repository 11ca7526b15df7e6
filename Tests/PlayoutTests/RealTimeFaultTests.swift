import AudioOutput
import Foundation
import PCM
import Playout
import TestParts
import Testing

/// A sound server that hangs, dies or is not there: said by name, and never waited for without end.
@Suite(.serialized)
struct RealTimeFaultTests {
  /// A long buffer, because other programs may have the processor; a short patience, so that the test is short.
  private let asked = OutputParameters(bufferFrames: 9_600, patienceSeconds: 0.4, openingSeconds: 1)
  private let minute = Playlist([
    PlaylistItem(title: "first", source: .samples(TestSound.noise(frames: 2_880_000, seed: 1))),
    PlaylistItem(title: "second", source: .samples(TestSound.noise(frames: 48_000, seed: 2))),
  ])

  @Test func aServerThatHangsIsReportedAsStalled() async throws {
    let server = try PulseServer()
    let output = try ALSAOutput(device: "horn", asking: asked, configuration: server.configuration())
    let report = await Player().play(minute, on: output) { event in
      if case .progress(_, let seconds, _) = event, seconds > 0.1 { kill(server.processIdentifier, SIGSTOP) }
    }
    #expect(report.failure == .stalled(device: "horn", operation: .write, seconds: 0.4))
    expectInterrupted(report)
    #expect(throws: AudioOutputError.stalled(device: "horn", operation: .open, seconds: 1)) {
      try ALSAOutput(device: "horn", asking: asked, configuration: server.configuration())
    }
  }

  @Test func aServerThatDiesIsReportedAsDisconnected() async throws {
    let server = try PulseServer()
    let output = try ALSAOutput(device: "horn", asking: asked, configuration: server.configuration())
    let report = await Player().play(minute, on: output) { event in
      if case .progress(_, let seconds, _) = event, seconds > 0.1 { kill(server.processIdentifier, SIGKILL) }
    }
    #expect(report.failure == .disconnected(device: "horn"))
    expectInterrupted(report)
  }

  @Test func aServerThatIsNotThereIsReportedAsUnreachable() throws {
    let folder = try TestFolder()
    let configuration = try folder.text(
      "asound.conf", "pcm.horn { type pulse server \"unix:\(folder.file("none.sock"))\" }\n")
    do {
      _ = try ALSAOutput(device: "horn", asking: asked, configuration: configuration)
      Issue.record("a server that is not there was opened")
    } catch .unreachable(let device, _) {
      #expect(device == "horn")
    }
  }

  @Test func aDeviceThatRanDryIsStartedAgain() throws {
    let folder = try TestFolder()
    let server = try PulseServer()
    let recording = try server.record(to: folder.file("monitor.raw"))
    recording.waitForFirstSamples()
    let sound = TestSound.noise(frames: 9_600, seed: 4)
    let output = try ALSAOutput(device: "horn", asking: asked, configuration: server.configuration())
    // Warm-up silence, as in every session.
    try output.write(Array(repeating: Int16(0), count: 9_600).span)
    try output.write(sound.span)
    usleep(600_000)
    try output.write(sound.span)
    try output.drain()
    #expect(output.xruns >= 1)
    #expect(output.queuedFrames == 0)
    let got = recording.end()
    #expect(difference(Array(got.prefix(sound.count)), sound) == nil)
    #expect(difference(Array(got.suffix(sound.count)), sound) == nil)
    #expect(got.count > 2 * sound.count + 10_000)
  }

  @Test func stoppingFadesOutAndEnds() async throws {
    let folder = try TestFolder()
    let server = try PulseServer()
    let recording = try server.record(to: folder.file("monitor.raw"))
    recording.waitForFirstSamples()
    let lead = PlaylistItem(title: "warm-up", source: .samples(Array(repeating: 0, count: 9_600)))
    let sound = TestSound.noise(frames: 2_880_000, seed: 1)
    let configuration = try server.configuration()
    let playlist = Playlist([lead] + minute.items)
    let report = try await Task { [asked] in
      let output = try ALSAOutput(device: "horn", asking: asked, configuration: configuration)
      return await Player().play(playlist, on: output) { event in
        if case .progress(1, let seconds, _) = event, seconds > 0.2 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }.value
    #expect(report.failure == nil)
    #expect(report.wasStopped)
    guard case .interrupted(let seconds) = report.outcomes[1] else {
      Issue.record("\(report.outcomes[1])")
      return
    }
    #expect(report.outcomes[2] == .notReached)
    let got = recording.end()
    // The sound itself, then a ramp of 10 ms to silence.
    let exact = zip(got, sound).prefix { $0 == $1 }.count
    #expect(got.count - exact <= 480)
    #expect(abs(seconds * 48_000 - Double(got.count)) <= 16)
    #expect(abs(Int(got.last ?? 0)) < 200)
  }

  private func expectInterrupted(_ report: PlayReport) {
    guard case .interrupted(let seconds) = report.outcomes[0] else {
      Issue.record("\(report.outcomes[0])")
      return
    }
    #expect(seconds > 0.05 && seconds < 5)
    #expect(report.outcomes[1] == .notReached)
  }
}
