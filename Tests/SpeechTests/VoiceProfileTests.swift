import Foundation
import Speech
import Testing
import VietnameseText

@Suite struct VoiceProfileTests {
  private static let yaml = (try? String(contentsOfFile: TestSpeech.repository + "/voices/bac.yaml", encoding: .utf8)) ?? ""

  @Test func theNorthernVoiceIsTheDefaultOfTheVillage() throws {
    let voice = try TestSpeech.voice()
    #expect(voice.name == "bac")
    #expect(voice.vietnameseTitle == "Giọng miền Bắc")
    #expect(voice.syllablesPerSecond == 2.8)
    #expect(voice.pauseMilliseconds[.none] == 0)
    #expect(voice.pauseMilliseconds[.phrase] < voice.pauseMilliseconds[.sentence])
    #expect(voice.syllablesPerSecond(of: .heading) < voice.syllablesPerSecond(of: .body))
  }

  @Test(arguments: [
    ("syllables_per_second: 2.8", "syllable_per_second: 2.8", ["syllables_per_second", "syllable_per_second"]),
    ("syllables_per_second: 2.8", "syllables_per_second: fast", ["syllables_per_second"]),
    ("syllables_per_second: 2.8", "syllables_per_second: 28", ["28", "4.5"]),
    ("dialect: bac", "dialect: nam", ["nam", "bac"]),
    ("kind: voice", "kind: loudspeaker", ["loudspeaker", "voice"]),
    ("range_percent: 40", "range_percent: 100", ["range_percent", "75"]),
    ("  phrase: 220", "  phrases: 220", ["phrases", "phrase"]),
  ])
  func aMistakeIsNamedWithItsPlaceAndRemedy(right: String, wrong: String, named: [String]) throws {
    let yaml = Self.yaml.replacing(right, with: wrong, maxReplacements: 1)
    #expect(yaml != Self.yaml)
    let error = try #require(
      #expect(throws: SpeechError.self) { try VoiceProfile.parse(yaml, name: "bac", file: "bac.yaml") })
    let line = 1 + (yaml.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(wrong) } ?? 0)
    #expect(error.english.contains("bac.yaml, line \(line)"), "\(error.english)")
    #expect(error.vietnamese.contains("bac.yaml, dòng \(line)"), "\(error.vietnamese)")
    for name in named { #expect(error.english.contains(name), "\(error.english)") }
  }

  @Test(arguments: ["dialect", "espeak_voice", "tones", "syllables_per_second"])
  func whatAVoiceCannotDoWithoutIsAskedFor(key: String) throws {
    let yaml = "kind: voice\n" + (key == "dialect" ? "" : "dialect: bac\n")
    let error = try #require(
      #expect(throws: SpeechError.self) { try VoiceProfile.parse(yaml, name: "x", file: "x.yaml") })
    #expect(error.english.contains("'\(key)'") || error.english.contains(key))
  }

  @Test(arguments: ["", "- a list", "just text"])
  func whatIsNoProfileIsRefused(yaml: String) {
    #expect(throws: SpeechError.self) { try VoiceProfile.parse(yaml, name: "x", file: "x.yaml") }
  }

  @Test func aMissingFileIsNamed() {
    let error = #expect(throws: SpeechError.self) { try VoiceProfile.load("/nowhere/bac.yaml") }
    #expect(error?.english.contains("/nowhere/bac.yaml") == true)
  }
}
