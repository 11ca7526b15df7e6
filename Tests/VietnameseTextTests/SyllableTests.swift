import Foundation
import Testing
import VietnameseText

@Suite struct SyllableTests {
  static let attested: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data/syllables.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }()

  @Test func everyAttestedSyllableIsLegal() {
    #expect(Self.attested.count == 6584)
    #expect(Self.attested.filter { Syllable($0) == nil } == [])
  }

  @Test func caseAndNormalFormDoNotChangeASyllable() {
    for text in Self.attested {
      let syllable = Syllable(text)
      #expect(Syllable(text.uppercased()) == syllable)
      #expect(Syllable(text.decomposedStringWithCanonicalMapping) == syllable)
    }
  }

  @Test func everyLegalSyllableIsReadBackFromItsSpelling() {
    var spellings: Set<String> = []
    for syllable in Syllable.all {
      #expect(Syllable(syllable.spelled) == syllable, "\(syllable)")
      #expect(spellings.insert(syllable.spelled).inserted, "\(syllable) is spelled like another")
    }
    #expect(spellings.count > 15_000 && spellings.count < 25_000)
  }

  @Test func spellingsOfOneSoundAreOneSyllable() {
    let pairs = [
      ("hoà", "hòa"), ("thuý", "thúy"), ("khoẻ", "khỏe"), ("uỷ", "ủy"), ("kì", "kỳ"), ("lí", "lý"), ("qui", "quy"),
      ("quít", "quýt"), ("tóan", "toán"), ("qúy", "quý"), ("gía", "giá"), ("ngừơi", "người"), ("í", "ý"),
    ]
    for (a, b) in pairs { #expect(Syllable(a) != nil && Syllable(a) == Syllable(b), "\(a) \(b)") }
  }

  @Test func houseSpellingIsThatOfLaws() {
    let cases = [
      ("HOÀ", "hòa"), ("thuý", "thúy"), ("uỷ", "ủy"), ("khoẻ", "khỏe"), ("kì", "kỳ"), ("mĩ", "mỹ"), ("sĩ", "sĩ"),
      ("quí", "quý"), ("thuở", "thuở"), ("khuya", "khuya"), ("nghiêng", "nghiêng"), ("giếng", "giếng"), ("gì", "gì"),
      ("ghế", "ghế"), ("quốc", "quốc"), ("cuốc", "cuốc"), ("yếu", "yếu"), ("ước", "ước"), ("khuỷu", "khuỷu"),
    ]
    for (written, house) in cases { #expect(Syllable(written)?.spelled == house) }
  }

  @Test func partsAreThoseOfTheSound() throws {
    func parts(_ text: String) throws -> String {
      let syllable = try #require(Syllable(text))
      let rime = syllable.rime
      let onset = syllable.onset.rawValue
      return "\(onset)|\(rime.glide ? "w" : "")|\(rime.nucleus.rawValue)|\(rime.coda.rawValue)|\(syllable.tone)"
    }
    let cases = [
      ("gì", "gi||i||huyền"), ("gìn", "gi||i|n|huyền"), ("giếng", "gi||iê|ng|sắc"), ("già", "gi||a||huyền"),
      ("giữ", "gi||ư||ngã"), ("giường", "gi||ươ|ng|huyền"), ("giêsu", "nil"), ("quá", "qu||a||sắc"),
      ("quyển", "qu||iê|n|hỏi"), ("quốc", "qu||ô|c|sắc"), ("quýnh", "qu||i|nh|sắc"), ("kẻ", "c||e||hỏi"),
      ("nghỉ", "ng||i||hỏi"), ("tay", "t||ă|i|ngang"), ("tai", "t||a|i|ngang"), ("sau", "s||ă|u|ngang"),
      ("sao", "s||a|u|ngang"), ("khuya", "kh|w|iê||ngang"), ("nguyễn", "ng|w|iê|n|ngã"), ("khuỷu", "kh|w|i|u|hỏi"),
      ("ngoằng", "ng|w|ă|ng|huyền"), ("xoong", "x||oo|ng|ngang"), ("yên", "||iê|n|ngang"), ("bìa", "b||iê||huyền"),
      ("uống", "||uô|ng|sắc"), ("mưa", "m||ươ||ngang"), ("lựu", "l||ư|u|nặng"),
    ]
    for (text, expected) in cases where expected != "nil" { #expect(try parts(text) == expected) }
    #expect(Syllable("giêsu") == nil)
  }

  @Test(arguments: [
    "", "b", "ng", "q", "qu", "wifi", "zalo", "bàt", "mãch", "các.", "ka", "ce", "ghà", "nge", "nghà", "quỏ", "coa", "cuy",
    "internet", "facebook", "krông", "đắk", "ubnd", "tt", "gh", "ngh", "aa", "uu", "iên", "quên1", "tho^ng", "thoâng",
    "báà", "a\u{301}\u{300}", "\u{301}a", "nghiêngng", "e\u{306}", "hello", "con cò", "b\u{FFFD}", "bạ\u{0}",
  ])
  func whatTheLanguageForbidsIsNoSyllable(_ text: String) {
    #expect(Syllable(text) == nil)
    let legal = Syllable.isLegal(utf8: text.utf8.span)
    #expect(!legal)
  }

  @Test func brokenBytesAreNoSyllable() {
    for bytes: [UInt8] in [[0xE1], [0xE1, 0xBA], [0xC3], [0x62, 0xE1, 0xBA], [0xFF], [0x80], [0xF0, 0x9F, 0x94, 0x94]] {
      let legal = Syllable.isLegal(utf8: bytes.span)
      #expect(!legal)
    }
  }

  @Test func stopRimesBearOnlySắcAndNặng() {
    for syllable in Syllable.all where syllable.rime.coda.isStop {
      #expect(syllable.tone == .sắc || syllable.tone == .nặng)
    }
  }

  @Test func rimesAreDistinct() {
    #expect(Set(Rime.all.map(\.spelled)).count == Rime.all.count)
    for rime in Rime.all { #expect(Rime(glide: rime.glide, nucleus: rime.nucleus, coda: rime.coda) == rime) }
  }
}
