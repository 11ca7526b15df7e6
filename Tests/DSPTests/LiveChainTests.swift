import DSP
import PCM
import Testing

@Suite struct LiveChainTests {
  static func run(
    _ sound: [Float], _ settings: MasteringSettings = .horn, rate: Int = 48_000, piece: Int = 480,
    content: LiveChain.Content = .speech
  ) -> [Float] {
    var chain = LiveChain(settings: settings, from: SampleRate(hertz: rate), content: content)
    var result: [Float] = []
    var start = 0
    while start < sound.count {
      let end = min(start + piece, sound.count)
      chain.process(sound.span.extracting(start..<end), into: &result)
      start = end
    }
    chain.finish(into: &result)
    return result
  }

  static func loudness(_ sound: some Collection<Float>) -> Double {
    LoudnessMeter.measure(PCMBuffer(mono: Array(sound), rate: .broadcast)).integrated.value
  }

  @Test(arguments: [-36.0, -24, -12], [MasteringSettings.horn, .standard, .studio])
  func speechIsWithinOneAndAHalfUnitsOfTheTargetAfterThreeSeconds(level: Double, settings: MasteringSettings) {
    let speech = TestSound.speech(seconds: 15, rate: 48_000)
    let factor = Float(Decibels(level - Self.loudness(speech)).amplitude)
    let result = Self.run(speech.map { $0 * factor }, settings)
    #expect(abs(Self.loudness(result[(3 * 48_000)...]) - settings.target.value) < 1.5)
  }

  @Test func theCeilingHoldsFromTheFirstSample() {
    let loud = TestSound.speech(seconds: 6, rate: 44_100).map { $0 * 4 }
    let result = Self.run(Array(repeating: 0, count: 4800) + loud, rate: 44_100)
    #expect(TruePeakLimiterTests.truePeak(result) <= TruePeak(dBTP: -1).amplitude)
  }

  @Test func aPauseDoesNotBringItsNoiseUp() {
    // Speech, then ten seconds of a room at 45 dB less, then speech.
    let speech = TestSound.speech(seconds: 8, rate: 48_000)
    let room = TestSound.noise(amplitude: 0.0015, count: 10 * 48_000)
    let result = Self.run(speech + room + speech, .standard)
    let first = TestSound.rms(result[(10 * 48_000)..<(11 * 48_000)])
    let last = TestSound.rms(result[(16 * 48_000)..<(17 * 48_000)])
    #expect(abs(Decibels(amplitude: last / first).value) < 0.5)
    let again = Self.loudness(result[(18 * 48_000)..<(22 * 48_000)])
    #expect(abs(again - Self.loudness(result[(4 * 48_000)..<(8 * 48_000)])) < 1)
  }

  @Test func aSteadySpeakerIsNotPumped() {
    let speech = TestSound.speech(seconds: 20, rate: 48_000, level: 0.2)
    var chain = LiveChain(settings: .standard, from: .broadcast)
    var result: [Float] = []
    var gains: [Double] = []
    for start in stride(from: 0, to: speech.count, by: 4800) {
      chain.process(speech.span.extracting(start..<(start + 4800)), into: &result)
      if start > 8 * 48_000 { gains.append(chain.gain.value) }
    }
    #expect((gains.max() ?? 99) - (gains.min() ?? 0) < 1)
  }

  @Test func aSpeakerWhoStepsBackIsBroughtBack() {
    let speech = TestSound.speech(seconds: 10, rate: 48_000)
    let far = TestSound.speech(seconds: 20, rate: 48_000).map { $0 * 0.35 }
    let result = Self.run(speech + far, .standard)
    #expect(abs(Self.loudness(result[(22 * 48_000)...]) + 16) < 1.5)
  }

  @Test(arguments: [16_000, 22_050, 44_100, 48_000])
  func soundLeavesAfterTheStatedTimeAndNeverLaterThanTwentyMilliseconds(rate: Int) {
    let latency = LiveChain(settings: .standard, from: SampleRate(hertz: rate)).latencySeconds
    #expect(latency <= 0.020)
    // How much must have come before a click that lies half a second in is out.
    var sound = [Float](repeating: 0, count: rate)
    sound[rate / 2] = 0.5
    var chain = LiveChain(settings: .standard, from: SampleRate(hertz: rate))
    var result: [Float] = []
    var outAfter: Int?
    var start = 0
    while start < sound.count {
      chain.process(sound.span.extracting(start..<min(start + 8, sound.count)), into: &result)
      start += 8
      if outAfter == nil, result.contains(where: { abs($0) > 0.1 }) { outAfter = start }
    }
    let seconds = Double((outAfter ?? sound.count) - rate / 2) / Double(rate)
    #expect(seconds <= latency + 0.002 && seconds > latency - 0.002)
  }

  @Test(arguments: [1, 31, 441, 5000])
  func theResultDoesNotDependOnTheBlocks(piece: Int) {
    let speech = TestSound.speech(seconds: 2, rate: 44_100)
    let same = Self.run(speech, rate: 44_100, piece: piece) == Self.run(speech, rate: 44_100, piece: 44_100)
    #expect(same)
  }

  @Test func silenceStaysSilentAndDamagedSamplesAreCounted() {
    #expect(Self.run(Array(repeating: 0, count: 48_000)).allSatisfy { $0 == 0 })
    var chain = LiveChain(settings: .horn, from: .broadcast)
    var result: [Float] = []
    chain.process([0.1, .nan, .infinity, 1e9, 0.1].span, into: &result)
    chain.finish(into: &result)
    #expect(chain.damagedSamples == 3)
    #expect(result.allSatisfy { $0.isFinite && abs($0) <= 1 })
  }

  @Test func musicKeepsItsDynamics() {
    // A tone that falls by 12 dB every other half second: levelled as a whole, its steps kept.
    let music = (0..<20).flatMap { TestSound.tone(hertz: 1000, decibels: $0 % 2 == 0 ? -20 : -28, seconds: 0.5) }
    let result = Self.run(music, .standard, content: .programme)
    let loud = TestSound.rms(result[(8 * 48_000 + 9600)..<(8 * 48_000 + 19_200)])
    let soft = TestSound.rms(result[(8 * 48_000 + 33_600)..<(8 * 48_000 + 43_200)])
    #expect(abs(Decibels(amplitude: loud / soft).value - 8) < 1)
  }

  @Test func aWholeFileThroughTheChainKeepsItsPlaceAndLength() {
    let sound = [Float](repeating: 0, count: 4_800) + TestSound.tone(hertz: 1000, decibels: -20, seconds: 2)
    let master = LiveChain.master(PCMBuffer(mono: sound, rate: .broadcast), settings: .standard, content: .programme)
    #expect(abs(master.samples.count - sound.count) <= 16)
    let first = master.samples.firstIndex { abs(Int($0)) > 300 } ?? 0
    #expect(abs(first - 4_800) < 100)
    #expect(master.measurement.truePeak <= TruePeak(dBTP: -1))
  }
}
