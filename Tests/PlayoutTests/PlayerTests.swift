import AudioFile
import AudioOutput
import Foundation
import PCM
import Playout
import TestParts
import Testing

/// What the player promises, on a loudspeaker that is a file.
struct PlayerTests {
  @Test func whatIsPlayedIsTheFilesSamplesWithTheirGaps() async throws {
    let folder = try TestFolder()
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
    let expected = first + Array(repeating: 0, count: 24_000) + second + third
    #expect(try difference(TestSound.read(folder.file("session.wav")), expected) == nil)
  }

  @Test func faultyItemsArePassedOverAndTheRestIsPlayed() async throws {
    let folder = try TestFolder()
    let good = TestSound.noise(frames: 12_345, seed: 1)
    try TestSound.write(good, to: folder.file("good.flac"))
    try TestSound.write(good, to: folder.file("cut.flac"))
    try TestSound.write(good, to: folder.file("cut.wav"))
    for name in ["cut.flac", "cut.wav"] {
      let data = try Data(contentsOf: URL(filePath: folder.file(name)))
      try data.prefix(data.count / 2).write(to: URL(filePath: folder.file(name)))
    }
    _ = try folder.text("notice.flac", "Thông báo")
    let slow = SampleRate(hertz: 22_050)
    try TestSound.write(good, to: folder.file("slow.flac"), rate: slow)
    let names = ["none.flac", "good.flac", "cut.flac", "cut.wav", "notice.flac", "slow.flac", "good.flac"]
    let output = try FileOutput(path: folder.file("session.wav"))
    var events: [PlayEvent] = []
    let playlist = Playlist(files: names.map(folder.file), gapSeconds: 0.1)
    let report = await Player().play(playlist, on: output) { events.append($0) }
    #expect(report.failure == nil)
    #expect(!report.isComplete)
    #expect(report.outcomes[0] == .skipped(.file(.missing(path: folder.file("none.flac")))))
    #expect(report.outcomes[1] == .played)
    let cut = AudioFileError.truncated(path: folder.file("cut.wav"), frames: 6_161, expected: 12_345)
    #expect(report.outcomes[3] == .skipped(.file(cut)))
    #expect(report.outcomes[4] == .skipped(.file(.notAudio(path: folder.file("notice.flac")))))
    #expect(
      report.outcomes[5]
        == .skipped(.otherRate(path: folder.file("slow.flac"), rate: slow, expected: .broadcast)))
    #expect(report.outcomes[6] == .played)
    if case .skipped(.file) = report.outcomes[2] {} else { Issue.record("\(report.outcomes[2])") }
    let gap = Array(repeating: Int16(0), count: 4_800)
    #expect(try difference(TestSound.read(folder.file("session.wav")), good + gap + good + gap) == nil)
    // Every item ends exactly once, in the order of the playlist.
    let ended = events.compactMap { event in
      if case .ended(let index, _, _) = event { index } else { nil }
    }
    #expect(ended == Array(names.indices))
  }

  @Test func aFileCutWhileItPlaysIsInterruptedAndTheNextFollows() async throws {
    let folder = try TestFolder()
    let path = folder.file("long.wav")
    let long = TestSound.noise(frames: 3_000_000, seed: 1)
    let next = TestSound.noise(frames: 1_000, seed: 2)
    try TestSound.write(long, to: path)
    let output = try FileOutput(path: folder.file("session.wav"))
    let playlist = Playlist([
      PlaylistItem(title: "long", source: .file(path: path)), PlaylistItem(title: "next", source: .samples(next)),
    ])
    let report = await Player().play(playlist, on: output) { event in
      if case .started(0, _, _) = event { truncate(path, 4_000_000) }
    }
    guard case .interrupted(let seconds) = report.outcomes[0] else {
      Issue.record("\(report.outcomes[0])")
      return
    }
    let frames = Int((seconds * 48_000).rounded())
    #expect(frames < 2_000_000)
    #expect(report.outcomes[1] == .played)
    let expected = Array(long[..<frames]) + next
    #expect(try difference(TestSound.read(folder.file("session.wav")), expected) == nil)
  }

  @Test func aPlaylistOfNothingEndsAtOnce() async throws {
    let folder = try TestFolder()
    let report = await Player().play(Playlist([]), on: try FileOutput(path: folder.file("session.wav")))
    #expect(report.isComplete)
    #expect(report.firstWriteNanoseconds == nil)
    let faulty = Playlist(files: [folder.file("none.flac")])
    let other = await Player().play(faulty, on: try FileOutput(path: folder.file("session.wav")))
    #expect(other.outcomes == [.skipped(.file(.missing(path: folder.file("none.flac"))))])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func anEmptySoundIsPlayed() async throws {
    let folder = try TestFolder()
    let sound = TestSound.noise(frames: 10, seed: 5)
    let playlist = Playlist([
      PlaylistItem(title: "nothing", source: .samples([])), PlaylistItem(title: "ten", source: .samples(sound)),
      PlaylistItem(title: "nothing", source: .samples([])),
    ])
    let report = await Player().play(playlist, on: try FileOutput(path: folder.file("session.wav")))
    #expect(report.outcomes == [.played, .played, .played])
    #expect(try TestSound.read(folder.file("session.wav")) == sound)
  }

  @Test func stoppingLeavesAFileThatFadesOut() async throws {
    let folder = try TestFolder()
    let path = folder.file("session.wav")
    let sound = TestSound.noise(frames: 6_000_000, seed: 3)
    let playlist = Playlist([
      PlaylistItem(title: "long", source: .samples(sound)), PlaylistItem(title: "next", source: .samples(sound)),
    ])
    let report = try await Task {
      await Player().play(playlist, on: try FileOutput(path: path)) { event in
        if case .progress = event { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }.value
    #expect(report.failure == nil)
    #expect(report.wasStopped)
    let got = try TestSound.read(path)
    #expect(report.outcomes == [.interrupted(seconds: Double(got.count) / 48_000), .notReached])
    let exact = zip(got, sound).prefix { $0 == $1 }.count
    #expect(got.count < sound.count)
    #expect((400...480).contains(got.count - exact))
    #expect(got.suffix(10).allSatisfy { abs(Int($0)) < 200 })
  }

  @Test func aFullDiskEndsThePlayingByName() async throws {
    let playlist = Playlist([PlaylistItem(title: "a", source: .samples(TestSound.noise(frames: 96_000, seed: 1)))])
    let link = try TestFolder()
    try FileManager.default.createSymbolicLink(atPath: link.file("full.wav"), withDestinationPath: "/dev/full")
    let report = await Player().play(playlist, on: try FileOutput(path: link.file("full.wav")))
    guard case .file(_, let vietnamese, let english) = report.failure else {
      Issue.record("\(String(describing: report.failure))")
      return
    }
    #expect(vietnamese.contains("Hết chỗ trên đĩa"))
    #expect(english.contains("disk is full"))
    #expect(report.outcomes != [.played])
  }

  @Test(arguments: [true, false]) func musicRunsIntoMusicAndIntoNothingElse(isMusic: Bool) async throws {
    let folder = try TestFolder()
    let first = TestSound.noise(frames: 30_000, seed: 1)
    let second = TestSound.noise(frames: 20_000, seed: 2)
    let output = try FileOutput(path: folder.file("session.wav"))
    let playlist = Playlist([
      PlaylistItem(title: "a", kind: .music, source: .samples(first), crossfadeSeconds: 0.125),
      PlaylistItem(title: "b", kind: isMusic ? .music : .notice, source: .samples(second)),
    ])
    let report = await Player().play(playlist, on: output)
    #expect(report.isComplete)
    let heard = try TestSound.read(folder.file("session.wav"))
    guard isMusic else {
      #expect(difference(heard, first + second) == nil)
      return
    }
    #expect(heard.count == 44_000)
    #expect(difference(Array(heard[..<24_000]), Array(first[..<24_000])) == nil)
    #expect(difference(Array(heard[30_000...]), Array(second[6_000...])) == nil)
    // In between neither is louder or softer than both were.
    func power(_ samples: ArraySlice<Int16>) -> Double {
      samples.reduce(0) { $0 + Double($1) * Double($1) } / Double(samples.count)
    }
    for start in stride(from: 24_000, to: 30_000, by: 1500) {
      let ratio = power(heard[start..<(start + 1500)]) / power(first[..<24_000])
      #expect(ratio > 0.9 && ratio < 1.1)
    }
  }

  @Test func whatALoudspeakerIsGivenIsCountedOverItsOpenings() async throws {
    let folder = try TestFolder()
    let meter = PlayMeter()
    let item = PlaylistItem(title: "a", source: .samples(TestSound.noise(frames: 10_000, seed: 1)))
    for name in ["1.wav", "2.wav"] {
      var cues: [Cue] = [.item(try CheckedItem(item)), .silence(seconds: 0.5)]
      let output = try FileOutput(path: folder.file(name))
      _ = await Player().play(on: output, next: { _ in cues.isEmpty ? .end : cues.removeFirst() }, meter: meter)
    }
    #expect(meter.frames == 2 * (10_000 + 24_000))
    #expect(meter.xruns == 0 && meter.lateFrames == 0)
    #expect(meter.level == nil)
  }
}
