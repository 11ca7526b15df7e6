import AudioOutput
import Foundation
import PCM
import Playout
import TestParts
import Testing

/// The same promises in real time: ALSA's `pulse` PCM into a PulseAudio null sink, recorded at its monitor.
@Suite(.serialized)
struct RealTimeTests {
  @Test func whatTheSinkPlaysIsTheFilesSamplesWithTheirGaps() async throws {
    let folder = try TestFolder()
    let server = try PulseServer()
    let recording = try server.record(to: folder.file("monitor.raw"))
    recording.waitForFirstSamples()
    let first = TestSound.noise(frames: 36_001, seed: 1)
    let second = TestSound.noise(frames: 24_000, seed: 2)
    try TestSound.write(first, to: folder.file("a.flac"))
    try TestSound.write(second, to: folder.file("b.flac"))
    // The sink loses a few frames while it wakes up: they must be silence.
    let playlist = Playlist([
      PlaylistItem(title: "warm-up", source: .samples(Array(repeating: 0, count: 9_600))),
      PlaylistItem(title: "a", source: .file(path: folder.file("a.flac")), gapSeconds: 0.25),
      PlaylistItem(title: "b", source: .file(path: folder.file("b.flac"))),
    ])
    // A long buffer: other programs may have the processor while tests run.
    let asked = OutputParameters(bufferFrames: 9_600)
    let output = try ALSAOutput(device: "horn", asking: asked, configuration: server.configuration())
    let report = await Player().play(playlist, on: output)
    #expect(report.isComplete)
    #expect(report.lateFrames == 0)
    #expect(difference(recording.end(), first + Array(repeating: 0, count: 12_000) + second) == nil)
  }

  @Test func aDeviceWithALongBufferIsKeptFilledOnlyAsFarAsAsked() async throws {
    let folder = try TestFolder()
    let server = try PulseServer()
    let recording = try server.record(to: folder.file("monitor.raw"))
    recording.waitForFirstSamples()
    let sound = TestSound.noise(frames: 24_000, seed: 1)
    let asked = OutputParameters(bufferFrames: 48_000, queueFrames: 9_600)
    let output = try ALSAOutput(device: "horn", asking: asked, configuration: server.configuration())
    #expect(output.granted.bufferFrames == 48_000)
    #expect(output.granted.latencySeconds == 0.2)
    try output.write(Array(repeating: Int16(0), count: 9_600).span)
    for start in stride(from: 0, to: sound.count, by: 480) {
      try output.write(sound.span.extracting(start..<(start + 480)))
      // What the server itself holds comes on top of the queue.
      #expect(output.queuedFrames < 24_000)
    }
    try output.drain()
    #expect(difference(recording.end(), sound) == nil)
  }
}
