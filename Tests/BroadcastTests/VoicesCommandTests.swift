import AudioFile
import DSP
import Foundation
import PCM
import TestParts
import Testing

/// `loa voices`, and what writing in a lossy container leaves of the ceiling.
@Suite struct VoicesCommandTests {
  private let home: TestFolder
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    loa = LoaProgram(home: home.path)
  }

  @Test func aSampleOfEachVoiceIsPlayed() throws {
    let configuration = try home.text(
      "asound.conf",
      """
      pcm.quiet { type null }
      pcm.paper { type file slave.pcm quiet file "\(home.file("out.raw"))" format raw }

      """)
    let player = LoaProgram(home: home.path, adding: ["ALSA_CONFIG_PATH": configuration])
    let run = try player.run(["voices", "--play", "--device", "paper"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("bac"))
    let bytes = try Data(contentsOf: URL(filePath: home.file("out.raw"))).count
    // A sentence of some twenty syllables, 48 kHz, 16 bit, whatever the channels.
    #expect(bytes > 48_000 * 2 * 4)
  }

  @Test(arguments: ["flac", "wav", "ogg", "opus"]) func theDecodedFileKeepsTheCeiling(kind: String) throws {
    let path = home.file("a." + kind)
    let words = "Kính thưa bà con, mời bà con dự họp lúc 8h30 ngày 5/12 tại nhà văn hóa thôn để bàn việc làm đường và thủy lợi."
    #expect(try loa.run(["say", words, "--loudspeaker", "horn", "-o", path]).code == 0)
    #expect(LoudnessMeter.measure(try AudioFile.read(path)).truePeak.dBTP <= -1)
  }
}
