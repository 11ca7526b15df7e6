import AudioFile
import AudioOutput
import Foundation
import PCM
import Playout
import Testing

/// What the player promises, on a loudspeaker that is a file.
struct PlayerTests {
  @Test func whatIsPlayedIsTheFilesSamplesWithTheirGaps() async throws {
    let folder = try Folder()
    let first = TestSound.noise(frames: 50_001, seed: 1)
    let second = TestSound.noise(frames: 4_800, seed: 2)
    let third = TestSound.noise(frames: 777, seed: 3)
    try TestSound.write(first, to: folder.file("a.flac"))
    try TestSound.write(second, to: folder.file("b.wav"))
    let playlist = Playlist([
      PlaylistItem(title: "a", source: .file(path: folder.file("a.flac")), gapSeconds: 0.5),
      PlaylistItem(title: "b", source: .file(path: folder.file("b.wav"))),
      PlaylistItem(title: "c", kind: .chime, source: .samples(third)),
    ])
    let output = try FileOutput(path: folder.file("session.wav"))
    let report = await Player().play(playlist, on: output)
    #expect(report.isComplete)
    #expect(report.failure == nil)
    #expect(report.lateFrames == 0)
    #expect(try difference(TestSound.read(folder.file("session.wav")), first + Array(repeating: 0, count: 24_000) + second + third) == nil)
  }
}
