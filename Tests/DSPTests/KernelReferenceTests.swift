import DSP
import PCM
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The fast kernels against plain scalar versions of the standard's equations.
@Suite struct KernelReferenceTests {
  /// BS.1770-5 in direct form 1, one sample after the other, without gates.
  static func ungatedLoudness(_ samples: [Float], rate: Int) -> Double {
    let weighting = KWeighting(rateHertz: Double(rate))
    var signal = samples.map(Double.init)
    for s in [weighting.shelf, weighting.highPass] {
      var (x1, x2, y1, y2) = (0.0, 0.0, 0.0, 0.0)
      for i in signal.indices {
        let x = signal[i]
        let y = s.b0 * x + s.b1 * x1 + s.b2 * x2 - s.a1 * y1 - s.a2 * y2
        (x2, x1, y2, y1) = (x1, x, y1, y)
        signal[i] = y
      }
    }
    return -0.691 + 10 * log10(signal.reduce(0) { $0 + $1 * $1 } / Double(signal.count))
  }

  /// The largest value of a long windowed sinc at sixteen places between each two samples.
  static func densePeak(_ samples: [Float]) -> Double {
    let reach = 32
    let kernels = (0..<16).map { step in
      (-reach..<reach).map { tap -> Double in
        let x = Double(step) / 16 - Double(tap)
        let edge = x / Double(reach)
        let sinc = abs(x) < 1e-9 ? 1 : sin(Double.pi * x) / (Double.pi * x)
        return sinc * (0.5 + 0.5 * cos(Double.pi * min(1, max(-1, edge))))
      }
    }
    var peak = 0.0
    for i in reach..<(samples.count - reach) {
      for kernel in kernels {
        var sum = 0.0
        for tap in 0..<(2 * reach) { sum += Double(samples[i - reach + tap]) * kernel[tap] }
        peak = max(peak, abs(sum))
      }
    }
    return peak
  }

  /// Steady noise passes every gate, so the integrated loudness is the ungated one: 1e-6 LU for the order of summation.
  @Test(arguments: [8_000, 22_050, 44_100, 48_000, 96_000])
  func bothFormsOfTheMeterAgreeWithTheEquations(rate: Int) {
    let noise = TestSound.noise(amplitude: 0.3, count: rate * 4)
    let expected = Self.ungatedLoudness(noise, rate: rate)
    let whole = LoudnessMeter.measure(PCMBuffer(mono: noise, rate: SampleRate(hertz: rate)))
    var meter = LoudnessMeter(format: PCMFormat(rate: SampleRate(hertz: rate), channelCount: 1))
    meter.process(noise.span)
    // Gating blocks weigh the first and last 300 ms of the noise less than the middle.
    #expect(abs(whole.integrated.value - expected) < 0.02)
    #expect(abs(meter.measurement.integrated.value - whole.integrated.value) < 1e-6)
  }

  /// Shorter than a gating block nothing is gated or weighed: only rounding is left.
  @Test(arguments: [8_000, 22_050, 44_100, 48_000, 96_000])
  func shortSoundIsMeasuredOverItsOwnLength(rate: Int) {
    let noise = TestSound.noise(amplitude: 0.3, count: rate * 37 / 100)
    let read = LoudnessMeter.measure(PCMBuffer(mono: noise, rate: SampleRate(hertz: rate)))
    #expect(read.isShort)
    #expect(abs(read.integrated.value - Self.ungatedLoudness(noise, rate: rate)) < 1e-6)
  }

  /// 4x oversampling reads at most 0.2 dB low on sound within a quarter of the rate, and its short filter at most 0.1 dB high.
  @Test(arguments: [200.0, 3_000, 7_000, 11_000])
  func truePeakIsThatOfTheSoundBetweenTheSamples(hertz: Double) {
    let tone = TestSound.tone(hertz: hertz, decibels: -3, seconds: 0.05, phase: 0.4)
    let faded = tone.enumerated().map { $1 * Float(min(1, Double(min($0, tone.count - 1 - $0)) / 400)) }
    let read = LoudnessMeter.measure(PCMBuffer(mono: faded, rate: .broadcast)).truePeak.dBTP
    let dense = 20 * log10(Self.densePeak(faded))
    #expect(read - dense < 0.1 && read - dense > -0.2)
  }

  @Test(arguments: [-40.0, -6, 6, 20])
  func gainMovesEveryReadingByAsMuch(gain: Double) {
    let speech = TestSound.speech(seconds: 6, rate: 48_000)
    let factor = Float(pow(10, gain / 20))
    let before = LoudnessMeter.measure(PCMBuffer(mono: speech, rate: .broadcast))
    let after = LoudnessMeter.measure(PCMBuffer(mono: speech.map { $0 * factor }, rate: .broadcast))
    // The gate at -70 LUFS stands still; the tolerance is a float's rounding.
    #expect(abs(after.truePeak.dBTP - before.truePeak.dBTP - gain) < 1e-3)
    #expect(abs(after.momentaryMax.value - before.momentaryMax.value - gain) < 1e-3)
    #expect(abs(after.integrated.value - before.integrated.value - gain) < 1e-3)
  }

  @Test(arguments: [1, 4_800, 48_017])
  func silenceBeforeTheSoundMovesNothing(shift: Int) {
    let speech = TestSound.speech(seconds: 8, rate: 48_000)
    let before = LoudnessMeter.measure(PCMBuffer(mono: speech, rate: .broadcast))
    let after = LoudnessMeter.measure(
      PCMBuffer(mono: [Float](repeating: 0, count: shift) + speech, rate: .broadcast))
    #expect(after.truePeak == before.truePeak)
    #expect(after.samplePeak == before.samplePeak)
    // Hops fall elsewhere: Tech 3341 allows 0.1 LU.
    #expect(abs(after.integrated.value - before.integrated.value) < 0.1)
    #expect(abs(after.momentaryMax.value - before.momentaryMax.value) < 0.1)
  }

  @Test(arguments: MasteringChainTests.profiles)
  func noSampleOfAnEightfoldOversampledMasterPassesTheCeiling(settings: MasteringSettings) {
    let sounds = [
      MasteringChainTests.master(TestSound.speech(seconds: 3), settings),
      MasteringChain.master(
        PCMBuffer(mono: TestSound.noise(amplitude: 0.9, count: 48_000), rate: .broadcast), settings: settings),
    ]
    for master in sounds {
      var resampler = Resampler(from: .broadcast, to: SampleRate(hertz: 384_000))
      var dense: [Float] = []
      let heard = master.samples.map { Float($0) / 32768 }
      resampler.process(heard.span, into: &dense)
      resampler.finish(into: &dense)
      let peak = 20 * log10(Double(dense.map(\.magnitude).max() ?? 0))
      #expect(peak <= settings.ceiling.dBTP, "\(peak) dBTP")
    }
  }
}
