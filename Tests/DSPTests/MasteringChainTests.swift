import DSP
import PCM
import Testing

@Suite struct MasteringChainTests {
  static let profiles: [MasteringSettings] = [.standard, .horn, .column, .studio]

  static func master(_ speech: [Float], _ settings: MasteringSettings, rate: Int = 22_050) -> Master {
    var chain = MasteringChain(settings: settings)
    chain.append(speech: speech.span, rate: SampleRate(hertz: rate))
    return chain.finish()
  }

  static func measured(_ master: Master) -> LoudnessMeasurement {
    LoudnessMeter.measure(PCMBuffer(mono: master.samples.map { Float($0) / 32768 }, rate: master.rate))
  }

  @Test(arguments: profiles, [0.5, 3, 20])
  func speechIsBroughtToTheTargetAndNeverOverTheCeiling(settings: MasteringSettings, seconds: Double) {
    let master = Self.master(TestSound.speech(seconds: seconds), settings)
    let read = Self.measured(master)
    #expect(abs(read.integrated.value - settings.target.value) < 0.1)
    #expect(read.truePeak <= settings.ceiling)
    // The chain measures itself in single precision.
    #expect(abs(read.integrated.value - master.measurement.integrated.value) < 1e-3)
    #expect(read.truePeak == master.measurement.truePeak)
    #expect(abs(master.seconds - seconds) < 0.001)
  }

  @Test(arguments: [8_000, 16_000, 22_050, 44_100, 48_000])
  func speechOfAnyRateIsMastered(rate: Int) {
    let master = Self.master(TestSound.speech(seconds: 4, rate: rate), .standard, rate: rate)
    #expect(abs(Self.measured(master).integrated.value - -16) < 0.1)
    #expect(abs(master.seconds - 4) < 0.001)
  }

  @Test func theSameInputGivesTheSameSamplesHoweverItIsCut() {
    let speech = TestSound.speech(seconds: 6)
    let whole = Self.master(speech, .horn)
    var chain = MasteringChain(settings: .horn)
    var start = 0
    var size = 1
    while start < speech.count {
      let end = min(start + size, speech.count)
      chain.append(speech: speech.span.extracting(start..<end), rate: .espeak)
      start = end
      size = size * 3 % 7919 + 1
    }
    // Compared outside the macro, which would print every sample.
    let same = chain.finish().samples == whole.samples
    #expect(same)
  }

  @Test(arguments: [0, 1, 100, 48_000])
  func silenceStaysDigitalSilence(count: Int) {
    let master = Self.master([Float](repeating: 0, count: count), .horn)
    let loudest = master.samples.map(\.magnitude).max() ?? 0
    #expect(loudest == 0)
    #expect(master.measurement.integrated == .silence)
    #expect(master.gain == .unity)
  }

  @Test func faintNoiseIsNotAmplified() {
    let noise = TestSound.noise(amplitude: 0.0004, count: 44_100)
    let master = Self.master(noise, .horn)
    #expect(master.measurement.integrated < LUFS(-60))
  }

  @Test func fiftyMillisecondsAreBroughtToTheTargetOverTheirOwnLength() {
    let master = Self.master(TestSound.tone(hertz: 1000, decibels: -12, seconds: 0.05, rate: 22_050), .studio)
    #expect(master.measurement.isShort)
    #expect(abs(master.measurement.integrated.value - -23) < 0.1)
  }

  @Test func damagedSamplesBecomeSilenceAndAreCounted() {
    var speech = TestSound.speech(seconds: 2)
    for (i, x) in [Float.nan, .infinity, -.infinity, 1e30].enumerated() { speech[10_000 + i * 1000] = x }
    let master = Self.master(speech, .standard)
    #expect(master.damagedSamples == 4)
    #expect(abs(Self.measured(master).integrated.value - -16) < 0.1)
  }

  @Test func aDirectCurrentOffsetIsRemoved() {
    let speech = TestSound.speech(seconds: 5).map { $0 * 0.3 + 0.5 }
    let master = Self.master(speech, .studio)
    let mean = master.samples.reduce(0.0) { $0 + Double($1) } / Double(master.samples.count) / 32768
    #expect(abs(mean) < 0.001)
    #expect(abs(master.measurement.integrated.value - -23) < 0.1)
  }

  @Test(arguments: [MasteringSettings.standard, .horn])
  func aRecordingIsAsLoudAsTheSpeechAroundIt(settings: MasteringSettings) {
    var chain = MasteringChain(settings: settings)
    let speech = TestSound.speech(seconds: 6)
    chain.append(speech: speech.span, rate: .espeak)
    chain.append(
      recording: TestSound.noise(amplitude: 0.01, count: 44_100 * 5).span, rate: SampleRate(hertz: 44_100))
    chain.appendSilence(seconds: 0.5)
    chain.append(speech: speech.span, rate: .espeak)
    let master = chain.finish()
    #expect(abs(master.seconds - 17.5) < 0.005)
    func part(_ seconds: Range<Double>) -> Double {
      let frames = Int(seconds.lowerBound * 48_000)..<Int(seconds.upperBound * 48_000)
      let sound = master.samples[frames].map { Float($0) / 32768 }
      return LoudnessMeter.measure(PCMBuffer(mono: sound, rate: .broadcast)).integrated.value
    }
    #expect(abs(part(0..<6) - part(6..<11)) < 0.3)
    #expect(abs(master.measurement.integrated.value - settings.target.value) < 0.1)
    #expect(master.measurement.truePeak <= settings.ceiling)
  }

  @Test func clippedSpeechKeepsItsCeiling() {
    let clipped = TestSound.speech(seconds: 5, level: 3).map { min(1, max(-1, $0)) }
    let read = Self.measured(Self.master(clipped, .horn))
    #expect(read.truePeak <= TruePeak(dBTP: -1))
    #expect(abs(read.integrated.value - -12) < 0.1)
  }

  @Test(arguments: [1, 7, 100, 999, 3_999, 250_001, 2_000_000_011])
  func aRateNoSoundHasIsNoReasonToStop(rate: Int) {
    let noise = TestSound.noise(amplitude: 0.1, count: 300)
    let sound = PCMBuffer(mono: noise, rate: SampleRate(hertz: rate))
    if rate > 1_000 { #expect(MasteringChain.master(sound, settings: .standard).measurement.damagedSamples == 0) }
    #expect(LoudnessMeter.measure(sound).damagedSamples == 0)
  }
}
