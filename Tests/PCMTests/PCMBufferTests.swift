import PCM
import Testing

@Suite struct PCMBufferTests {
  @Test func lengthCountsFramesNotSamples() {
    let stereo = PCMBuffer(
      format: PCMFormat(rate: .broadcast, channelCount: 2), samples: [Float](repeating: 0, count: 96_000))
    #expect(stereo.frameCount == 48_000)
    #expect(stereo.seconds == 1)
  }

  @Test(arguments: [(LUFS(-16), "-16.0 LUFS"), (LUFS(-0.04), "0.0 LUFS"), (.silence, "-inf LUFS")])
  func loudnessIsPrintedWithItsUnit(loudness: LUFS, printed: String) {
    #expect("\(loudness)" == printed)
  }
}
