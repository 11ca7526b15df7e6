import DSP
import PCM
import Testing

@Suite struct SoundEditingTests {
  @Test func trimKeepsTheSoundAndItsMargin() {
    let rate = SampleRate(hertz: 1000)
    let sound = PCMBuffer(
      mono: [Float](repeating: 0, count: 500) + [Float](repeating: 0.5, count: 100) + [Float](repeating: 0.0001, count: 400),
      rate: rate)
    #expect(sound.soundRange() == 450..<650)
    #expect(sound.trimmed(marginSeconds: 0).samples == [Float](repeating: 0.5, count: 100))
  }

  @Test func trimOfSilenceIsEmpty() {
    #expect(PCMBuffer(mono: [0, .nan, 0], rate: .broadcast).trimmed().frameCount == 0)
  }

  @Test func mixingToMonoKeepsWhatAllChannelsShare() {
    let stereo = PCMBuffer(format: PCMFormat(rate: .broadcast, channelCount: 2), samples: [0.5, 0.5, 1, 0])
    #expect(stereo.mixedToMono().samples == [0.5, 0.5])
  }

  @Test func aFadeEndsExactlyAtItsGoalHoweverItIsCut() {
    var whole = GainRamp.fadeOut(frames: 100, channelCount: 2)
    var sound = [Float](repeating: 1, count: 300)
    var span = sound.mutableSpan
    whole.process(&span)
    var parts = GainRamp.fadeOut(frames: 100, channelCount: 2)
    var cut: [Float] = []
    for size in [2, 98, 150, 50] {
      var part = [Float](repeating: 1, count: size)
      var span = part.mutableSpan
      parts.process(&span)
      cut += part
    }
    #expect(whole.isFinished)
    #expect(sound == cut)
    #expect(sound[0] == 1 && sound[1] == 1)
    #expect(sound[200] == 0)
    #expect(abs(sound[100] - 0.5) < 1e-5)
  }

  @Test(arguments: [1, 2])
  func aRecordingIsMasteredToTheTargetWithoutClarity(channelCount: Int) {
    let noise = TestSound.noise(amplitude: 0.05, count: 44_100 * 2 * channelCount)
    let sound = PCMBuffer(format: PCMFormat(rate: SampleRate(hertz: 44_100), channelCount: channelCount), samples: noise)
    let master = MasteringChain.master(sound, settings: .horn)
    #expect(abs(master.measurement.integrated.value - -12) < 0.1)
    #expect(master.measurement.truePeak <= TruePeak(dBTP: -1))
    #expect(abs(master.seconds - 2) < 0.001)
  }

  @Test(arguments: [MasteringSettings.standard, .horn, .column, .studio])
  func whatIsAlreadyRightComesOutUntouched(settings: MasteringSettings) {
    var chain = MasteringChain(settings: settings)
    chain.append(speech: TestSound.speech(seconds: 6).span, rate: .espeak)
    let master = chain.finish()
    let sound = PCMBuffer(mono: master.samples.map { Float($0) / 32768 }, rate: .broadcast)
    let again = MasteringChain.master(sound, settings: settings)
    let isSame = again.samples == master.samples
    #expect(isSame)
    #expect(again.gain.value == 0)
    #expect(abs(again.measurement.integrated.value - settings.target.value) <= 0.1)
  }

  @Test func aRumbleBesideTheRightLoudnessIsStillTakenAway() {
    let speech = MasteringChain.master(
      PCMBuffer(mono: TestSound.speech(seconds: 6), rate: .espeak), settings: .column, isSpeech: true)
    let rumble = TestSound.tone(hertz: 30, decibels: -20, seconds: 6)
    let sound = zip(speech.samples, rumble).map { Float($0) / 32768 + $1 }
    let result = MasteringChain.master(PCMBuffer(mono: sound, rate: .broadcast), settings: .column)
    let heard = result.samples.map { Float($0) / 32768 }
    #expect(Decibels(amplitude: TestSound.amplitude(hertz: 30, in: heard, rate: 48_000)).value < -45)
  }

  @Test func aRecordingHalfADecibelOffIsBroughtToTheTarget() {
    let noise = TestSound.noise(amplitude: 0.05, count: 96_000)
    let master = MasteringChain.master(PCMBuffer(mono: noise, rate: .broadcast), settings: .studio)
    let off = PCMBuffer(mono: master.samples.map { Float($0) / 32768 * 0.944 }, rate: .broadcast)
    let again = MasteringChain.master(off, settings: .studio)
    #expect(abs(again.measurement.integrated.value + 23) < 0.05)
    #expect(again.gain.value > 0.3)
  }
}
