import AudioOutput
import Foundation
import PCM
import Playout
import Testing

/// The same promises in real time: ALSA's `pulse` PCM into a PulseAudio null sink, recorded at its monitor.
@Suite(.serialized)
struct RealTimeTests {
  @Test func whatTheSinkPlaysIsTheFilesSamplesWithTheirGaps() async throws {
    let folder = try Folder()
    let server = try PulseServer()
    let recording = try server.record(to: folder.file("monitor.raw"))
    recording.waitForFirstSamples()
    let first = TestSound.noise(frames: 36_001, seed: 1)
    let second = TestSound.noise(frames: 24_000, seed: 2)
    try TestSound.write(first, to: folder.file("a.flac"))
    try TestSound.write(second, to: folder.file("b.flac"))
    let playlist = Playlist(files: [folder.file("a.flac"), folder.file("b.flac")], gapSeconds: 0.25)
    let output = try ALSAOutput(device: "horn", configuration: server.configuration())
    let report = await Player().play(playlist, on: output)
    print(report)
    #expect(report.isComplete)
    #expect(difference(recording.end(), first + Array(repeating: 0, count: 12_000) + second) == nil)
  }
}
