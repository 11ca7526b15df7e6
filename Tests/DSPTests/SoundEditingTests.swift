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
    #expect(abs(master.measurement.integrated.value - -13) < 0.1)
    #expect(master.measurement.truePeak <= TruePeak(dBTP: -1))
    #expect(abs(master.seconds - 2) < 0.001)
  }
}
