import DSP
import Foundation
import PCM
import Pictures
import Testing

/// What a person sees of a sound.
@Suite struct SoundPictureTests {
  private static let words = SoundPicture.Words(
    waveform: "Sóng âm", loudness: "Độ to", spectrum: "Phổ", gain: "Khuếch đại", momentary: "M", shortTerm: "S", integrated: "I",
    before: "trước", after: "sau", overCeiling: "quá")

  private static func tone(hertz: Double, peak: Float, seconds: Double, rate: Int = 48_000) -> PCMBuffer {
    let samples = (0..<Int(seconds * Double(rate))).map { Float(sin(2 * .pi * hertz * Double($0) / Double(rate))) * peak }
    return PCMBuffer(mono: samples, rate: SampleRate(hertz: rate) ?? .broadcast)
  }

  @Test func peaksAreMarkedWhereTheyAreOverAndNowhereElse() {
    let quiet = Self.tone(hertz: 997, peak: 0.5, seconds: 5)
    #expect(SoundPicture(quiet, title: "a", words: Self.words).svg.contains("quá: 0"))
    var loud = quiet
    for frame in 96_000..<96_400 { loud.samples[frame] *= 1.98 }
    let svg = SoundPicture(loud, title: "a", words: Self.words).svg
    #expect(svg.contains("quá: 1") || svg.contains("quá: 2"))
  }

  @Test func aTitleIsTextWhateverIsInIt() {
    let svg = SoundPicture(Self.tone(hertz: 440, peak: 0.1, seconds: 1), title: "<b>&\"\u{1}", words: Self.words).svg
    #expect(svg.contains("&lt;b&gt;&amp;&quot;<") && !svg.contains("<b>"))
  }

  @Test(arguments: [[], [Float](repeating: 0, count: 10), [.nan, .infinity, 2], [Float](repeating: 0, count: 48_000)])
  func silenceAndDamageAreDrawnToo(samples: [Float]) {
    let sound = PCMBuffer(mono: samples, rate: .broadcast)
    let svg = SoundPicture(sound, madeFrom: sound, title: "a", words: Self.words).svg
    #expect(svg.hasSuffix("</svg>\n") && !svg.contains("nan\"") && !svg.contains("inf\""))
  }

  @Test func aTonesBandStandsOutByItsLevel() throws {
    let levels = ThirdOctaveBands(Self.tone(hertz: 1000, peak: 0.5, seconds: 2)).levels
    let band = try #require(levels[ThirdOctaveBands.hertz.firstIndex(of: 1000) ?? 0])
    // A sine of half of full scale has 9 dB less power than a full-scale square.
    #expect(abs(band + 9.03) < 0.1)
    for (hertz, level) in zip(ThirdOctaveBands.hertz, levels) where hertz > 2100 || hertz < 480 {
      #expect(try #require(level) < band - 20, "\(hertz)")
    }
    #expect(ThirdOctaveBands(Self.tone(hertz: 100, peak: 0.5, seconds: 0.1, rate: 8000)).levels.last == .some(nil))
  }
}
