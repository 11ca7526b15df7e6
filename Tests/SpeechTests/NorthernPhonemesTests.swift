import Foundation
import Speech
import Testing
import VietnameseText

@Suite struct NorthernPhonemesTests {
  static let attested: [String] = {
    let path = TestSpeech.repository + "/Tests/VietnameseTextTests/Data/syllables.txt"
    return (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n").map(String.init) ?? []
  }()

  /// What northern speech itself does not keep apart.
  private static func merged(_ syllable: Syllable) -> String {
    // «quốc» and «cuốc» are homophones everywhere.
    if syllable.onset == .qu, syllable.rime.nucleus == .ô { return "\(Onset.c) uôc \(syllable.tone)" }
    let onset: Onset =
      switch syllable.onset {
      case .gi, .r: .d
      case .tr: .ch
      case .s: .x
      default: syllable.onset
      }
    return "\(onset) \(syllable.rime) \(syllable.tone)"
  }

  @Test func attestedSyllablesSoundDifferentUnlessTheNorthMergesThem() throws {
    var owners: [String: String] = [:]
    #expect(Self.attested.count > 6500)
    for text in Self.attested {
      let syllable = try #require(Syllable(text), "\(text)")
      let phonemes = NorthernPhonemes.phonemes(of: syllable)
      let sound = Self.merged(syllable)
      if let owner = owners[phonemes] {
        #expect(owner == sound, "\(text) is spoken like another syllable: \(phonemes)")
      }
      owners[phonemes] = sound
    }
  }

  @Test(arguments: [
    ("gì", "z'i2"), ("gi", "z'i1"), ("giếng", "z'iE3N"), ("gia", "z'a:1"), ("giua", "z'u@1"), ("giuộc", "z'u@6c"),
    ("giếm", "z'iE3m"), ("giễu", "z'iE1?'iE3w"), ("qui", "kw'i1"), ("quy", "kw'i1"), ("quốc", "k'u@3c"),
    ("quyển", "kw'iE4n"), ("họa", "hw'a:6?"), ("tọa", "t[w'a:6?"), ("dọa", "zw'a:6?"), ("đọa", "d_w'a:6?"),
    ("goòng", "Q'O2N"), ("moóc", "m'O3c"), ("ong", "'O#1N"), ("ốc", "'o#3k"), ("khuya", "xw'i@1"), ("khuỷu", "xw'i4w"),
    ("thuở", "tw'@:4"), ("anh", "'e-1n^"), ("ách", "'e-3c"), ("tây", "t['@I1"), ("tay", "t['a1j"), ("tai", "t['a:1j"),
    ("yêu", "'iE1w"), ("mía", "m'i@3"), ("hưu", "h'y1w"), ("mạc", "m'a:6c"),
  ])
  func rareSpellingsHaveTheirSound(text: String, phonemes: String) throws {
    let syllable = try #require(Syllable(text))
    #expect(NorthernPhonemes.phonemes(of: syllable) == phonemes)
  }
}
