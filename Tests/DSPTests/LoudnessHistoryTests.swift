import DSP
import PCM
import Testing

@Suite struct LoudnessHistoryTests {
  @Test func segmentsMeasuredApartJoinToTheWhole() {
    let sound = TestSound.speech(seconds: 20, rate: 48_000)
    let cut = 48_000 * 7
    var joined = LoudnessMeter.history(PCMBuffer(mono: Array(sound[..<cut]), rate: .broadcast))
    joined.append(LoudnessMeter.history(PCMBuffer(mono: Array(sound[cut...]), rate: .broadcast)))
    let whole = LoudnessMeter.measure(PCMBuffer(mono: sound, rate: .broadcast))
    #expect(joined.hopMeanSquares.count == 200)
    #expect(abs(joined.integrated.value - whole.integrated.value) < 0.01)
    #expect(abs(joined.loudnessRange - whole.loudnessRange) < 0.01)
  }

  @Test func theStreamSaysWhatTheWholeFileSays() {
    let sound = TestSound.speech(seconds: 5, rate: 48_000)
    var meter = LoudnessMeter(format: PCMFormat(rate: .broadcast, channelCount: 1))
    for start in stride(from: 0, to: sound.count, by: 777) {
      meter.process(sound.span.extracting(start..<min(start + 777, sound.count)))
    }
    #expect(meter.history == LoudnessMeter.history(PCMBuffer(mono: sound, rate: .broadcast)))
    #expect(meter.history.momentary.count == 47)
    #expect(meter.history.shortTerm.count == 21)
  }

  @Test func aToneReadsItsLevelThroughoutAndShortSoundHasNoHistory() {
    let tone = TestSound.tone(hertz: 1000, decibels: -20, seconds: 4)
    let history = LoudnessMeter.history(PCMBuffer(mono: tone, rate: .broadcast))
    #expect(history.momentary.allSatisfy { abs($0.value - -23) < 0.1 })
    #expect(history.shortTerm.allSatisfy { abs($0.value - -23) < 0.1 })
    let short = LoudnessMeter.history(PCMBuffer(mono: Array(tone[..<9_600]), rate: .broadcast))
    #expect(short.momentary.isEmpty)
    #expect(short.integrated == .silence)
  }
}
