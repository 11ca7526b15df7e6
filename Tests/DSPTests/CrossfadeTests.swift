import DSP
import PCM
import Testing

@Suite struct CrossfadeTests {
  static func joined(_ a: [Float], _ b: [Float], seconds: Double) -> [Float] {
    PCMBuffer(mono: a, rate: .broadcast).crossfaded(into: PCMBuffer(mono: b, rate: .broadcast), seconds: seconds).samples
  }

  /// Levels in dB of pieces of 50 ms.
  static func levels(_ x: [Float]) -> [Double] {
    stride(from: 0, to: x.count - 2399, by: 2400).map { Decibels(amplitude: TestSound.rms(x[$0..<($0 + 2400)])).value }
  }

  @Test func strangersKeepTheirLevelThroughTheFade() {
    let a = TestSound.noise(amplitude: 0.3, count: 96_000, seed: 1)
    let b = TestSound.noise(amplitude: 0.3, count: 96_000, seed: 2)
    let levels = Self.levels(Self.joined(a, b, seconds: 1))
    #expect((levels.max() ?? 9) - (levels.min() ?? 0) < 0.6)
  }

  @Test func aSoundFadedIntoItselfIsItself() {
    let sound = TestSound.noise(amplitude: 0.3, count: 96_000)
    let tail = Array(sound[48_000...])
    let result = Self.joined(sound, tail, seconds: 1)
    #expect(zip(result, sound).allSatisfy { abs($0 - $1) < 1e-5 })
    #expect(result.count == sound.count)
  }

  @Test func theLevelRunsStraightFromOneSoundToTheOther() {
    let a = TestSound.noise(amplitude: 0.4, count: 96_000, seed: 1)
    let b = TestSound.noise(amplitude: 0.1, count: 96_000, seed: 2)
    let levels = Self.levels(Self.joined(a, b, seconds: 1))
    let (first, last) = (levels[10], levels[levels.count - 10])
    #expect(abs(first - last - 12.04) < 0.4)
    for (index, level) in levels[20..<40].enumerated() {
      let wanted = first + (last - first) * (Double(index) + 0.5) / 20
      #expect(abs(level - wanted) < 0.7)
    }
  }

  @Test func silenceOnOneSideIsAFade() {
    let sound = TestSound.noise(amplitude: 0.3, count: 48_000)
    let silence = [Float](repeating: 0, count: 48_000)
    let out = Self.joined(sound, silence, seconds: 1)
    #expect(abs(out[0]) <= 0.3 && out.suffix(10).allSatisfy { abs($0) < 1e-3 })
    #expect(out.allSatisfy { abs($0) <= 0.31 })
    #expect(Self.joined(silence, sound, seconds: 1).allSatisfy { abs($0) <= 0.31 })
  }

  @Test(arguments: [0.0, 5])
  func aFadeIsAtMostAsLongAsTheShorterSound(seconds: Double) {
    let a = [Float](repeating: 0.1, count: 100)
    let b = [Float](repeating: 0.2, count: 30)
    let result = Self.joined(a, b, seconds: seconds)
    #expect(result.count == (seconds == 0 ? 130 : 100))
    #expect(Self.joined([], b, seconds: seconds) == b)
  }
}
