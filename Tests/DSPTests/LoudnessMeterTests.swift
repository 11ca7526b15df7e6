import DSP
import PCM
import Testing

@Suite struct LoudnessMeterTests {
  static func interleaved(_ channels: [[Float]]) -> [Float] {
    guard let first = channels.first else { return [] }
    return first.indices.flatMap { frame in channels.map { $0[frame] } }
  }

  @Test(arguments: [8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000])
  func aStereoToneReadsItsLevelAtEveryRate(rate: Int) {
    let tone = TestSound.tone(hertz: 1000, decibels: -23, seconds: 5, rate: rate)
    let sound = PCMBuffer(
      format: PCMFormat(rate: SampleRate(hertz: rate), channelCount: 2), samples: Self.interleaved([tone, tone]))
    let read = LoudnessMeter.measure(sound)
    #expect(abs(read.integrated.value - -23) < 0.1)
    #expect(abs(read.truePeak.dBTP - -23) < 0.1)
    #expect(read.loudnessRange < 0.01)
  }

  @Test func surroundCountsMoreAndTheLowFrequencyChannelNot() {
    let levels: [Double?] = [-28, -28, -24, 0, -30, -30]
    let sound = Self.interleaved(levels.map { TestSound.tone(hertz: 1000, decibels: $0 ?? -200, seconds: 5) })
    let read = LoudnessMeter.measure(
      PCMBuffer(format: PCMFormat(rate: .broadcast, channelCount: 6), samples: sound))
    #expect(abs(read.integrated.value - -23) < 0.1)
  }

  @Test func streamAndWholeFileAgree() {
    let speech = TestSound.speech(seconds: 30, rate: 48_000)
    var meter = LoudnessMeter(format: PCMFormat(rate: .broadcast, channelCount: 1))
    var start = 0
    while start < speech.count {
      let end = min(start + 4099, speech.count)
      meter.process(speech.span.extracting(start..<end))
      start = end
    }
    let whole = LoudnessMeter.measure(PCMBuffer(mono: speech, rate: .broadcast))
    #expect(abs(meter.measurement.integrated.value - whole.integrated.value) < 1e-6)
    #expect(abs(meter.measurement.loudnessRange - whole.loudnessRange) < 1e-6)
    #expect(meter.measurement.truePeak == whole.truePeak)
    #expect(meter.measurement.samplePeak == whole.samplePeak)
  }

  @Test func silenceIsMinusInfinityAndNoError() {
    let read = LoudnessMeter.measure(PCMBuffer(mono: [Float](repeating: 0, count: 480_000), rate: .broadcast))
    #expect(read.integrated == .silence)
    #expect(read.truePeak == .silence)
    #expect(read.loudnessRange == 0)
    let empty = LoudnessMeter.measure(PCMBuffer(mono: [], rate: .broadcast))
    #expect(empty.integrated == .silence)
    #expect(empty.isShort)
  }

  @Test func damagedSamplesAreCountedInBothForms() {
    for seconds in [1.0, 10] {
      var tone = TestSound.tone(hertz: 1000, decibels: -20, seconds: seconds)
      tone[1000] = .nan
      tone[2000] = .infinity
      let read = LoudnessMeter.measure(PCMBuffer(mono: tone, rate: .broadcast))
      #expect(read.damagedSamples == 2)
      #expect(read.integrated.value.isFinite)
    }
  }
}
