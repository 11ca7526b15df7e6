import AudioOutput
import Foundation
import PCM
import Playout
import Testing

/// Through the real alsa-lib: what its `file` PCM writes down is what a card would have been given.
struct ALSAFileTests {
  @Test(arguments: ["S16_LE", "S32_LE", "FLOAT_LE"], [1, 2])
  func whatTheDeviceGetsIsTheFilesSamples(format: String, channels: Int) async throws {
    let folder = try Folder()
    let raw = folder.file("out.raw")
    let configuration = try folder.text(
      "asound.conf",
      """
      pcm.sink { type null }
      pcm.card { type file file "\(raw)" format raw slave.pcm { type linear slave { pcm sink format \(format) } } }
      """)
    let samples = TestSound.noise(frames: 70_001, seed: 7)
    try TestSound.write(samples, to: folder.file("a.flac"))
    let output = try ALSAOutput(device: "card", configuration: configuration)
    let report = await Player().play(Playlist(files: [folder.file("a.flac")]), on: output)
    print(report)
    #expect(report.isComplete)
  }
}
