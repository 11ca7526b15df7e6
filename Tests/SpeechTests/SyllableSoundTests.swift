import PCM
import Speech
import Testing
import VietnameseText

/// Attested syllables as they sound; `scripts/soak voice-sounds` takes 500 of them.
@Suite struct SyllableSoundTests {
  @Test func syllablesOfDifferentPhonemesSoundDifferent() throws {
    let count = TestSpeech.count("LOA_SOUND_SYLLABLES", otherwise: 60)
    var random = SeededNumbers(state: 20_261_121)
    var byPhonemes: [String: Syllable] = [:]
    for text in NorthernPhonemesTests.attested.shuffled(using: &random) where byPhonemes.count < count {
      guard let syllable = Syllable(text) else { continue }
      let phonemes = NorthernPhonemes.phonemes(of: syllable)
      if byPhonemes[phonemes] == nil { byPhonemes[phonemes] = syllable }
    }
    let syllables = byPhonemes.values.map(\.spelled).sorted()
    let pool = try TestSpeech.pool()
    func spectra() throws -> [SpokenSpectrum] {
      let spoken = try TestSpeech.speak(syllables, pool: pool)
      #expect(spoken.allSatisfy { $0.outcome == .spoken })
      return spoken.map { SpokenSpectrum($0.sound.samples) }
    }
    let (once, again) = (try spectra(), try spectra())
    let own = zip(once, again).map { $0.distance(to: $1) }
    let farthest = own.max() ?? 0
    var pairs: [(distance: Float, name: String)] = []
    for a in once.indices {
      for b in once.indices.dropFirst(a + 1) {
        let distance = once[a].distance(to: once[b])
        if distance < 10 { pairs.append((distance, "\(syllables[a])-\(syllables[b])")) }
        let ownFarther = max(own[a], own[b])
        #expect(distance > max(3, 2 * ownFarther), "\(syllables[a]) and \(syllables[b]): \(distance) dB, own \(ownFarther)")
      }
    }
    let closest = pairs.sorted { $0.distance < $1.distance }.prefix(8).map { "\($0.name) \($0.distance)" }
    print(
      "measured: \(syllables.count) syllables: spoken again at most \(farthest) dB from themselves;",
      "closest pairs in dB: \(closest.joined(separator: ", "))")
  }

  /// The same syllables in every run.
  private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }
  }
}
