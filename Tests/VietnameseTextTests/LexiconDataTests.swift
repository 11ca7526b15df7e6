import Foundation
import Testing
import VietnameseText

/// The lexicons in voices/, as every notice is read with.
@Suite struct LexiconDataTests {
  static let names = ["abbreviations", "acronyms", "documents", "foreign", "names", "units"]

  static let parsed: [(name: String, parsed: Lexicon.Parsed)] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return names.map { name in
      let file = root.appending(path: "voices/lexicon-\(name).tsv")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return (name, Lexicon.parse(text, file: "lexicon-\(name).tsv"))
    }
  }()

  static let entries = parsed.flatMap(\.parsed.entries)
  static let lexicon = Lexicon(entries: entries)

  @Test func everyLineIsGood() {
    for (name, parsed) in Self.parsed {
      #expect(parsed.errors.map(\.description) == [])
      #expect(!parsed.entries.isEmpty, "\(name)")
    }
  }

  /// The parser demands legal syllables; here that it did, and the only exceptions.
  @Test func everySpokenWordIsASyllable() {
    var others: Set<String> = []
    for entry in Self.entries {
      for word in entry.spoken.split(whereSeparator: { $0 == " " || $0 == "," }) where Syllable(word) == nil {
        others.insert(String(word))
      }
    }
    #expect(others == ["chip", "email", "fanpage", "hashtag", "vitamin"])
    for respelling in Lexicon.loanWords.values {
      #expect(respelling.split(separator: " ").allSatisfy { Syllable($0) != nil })
    }
  }

  @Test func noEntryIsThereTwice() {
    var seen: Set<String> = []
    for entry in Self.entries {
      let group = [.unit, .road, .document].contains(entry.kind) ? entry.kind.rawValue : "word"
      let key = "\(group)|\(entry.written)|\(entry.cues.map(\.description).sorted())"
      #expect(seen.insert(key).inserted, "\(entry.written) \(entry.cues)")
    }
  }

  @Test func theAcronymsOfCommunesAreThere() {
    let forms = Set(
      Self.entries.filter { [.acronym, .abbreviation, .signature].contains($0.kind) }.map(\.written))
    #expect(forms.count >= 400)
  }

  @Test func everySpokenFormIsNFCAndEveryWrittenFormIsFound() {
    for entry in Self.entries {
      #expect(Array(entry.written.utf8) == Array(entry.written.precomposedStringWithCanonicalMapping.utf8))
      #expect(Array(entry.spoken.utf8) == Array(entry.spoken.precomposedStringWithCanonicalMapping.utf8))
      if entry.kind == .document {
        #expect(Self.lexicon.documentPart(ofUTF8: entry.written.utf8.span) != nil)
      } else {
        #expect(Self.lexicon.senses(of: entry.written).contains(entry))
        let match = Self.lexicon.longestMatch(in: entry.written.utf8.span, at: 0)
        #expect(match?.length == entry.written.utf8.count, "\(entry.written)")
      }
    }
  }

  @Test(arguments: [
    ("UBND", "", "xã", "ủy ban nhân dân"), ("KT-XH", "", "", "kinh tế xã hội"),
    ("QLVB&ĐH", "", "", "quản lý văn bản và điều hành"),
    ("NHNN&PTNT", "PGD", "", "ngân hàng nông nghiệp và phát triển nông thôn"),
    ("PGD", "tại", "NHNN&PTNT", "phòng giao dịch"), ("NN", "ngân sách", "", "nhà nước"), ("NN", "sản xuất", "", "nông nghiệp"),
    ("TN", "Đoàn", "-", "thanh niên"), ("ND", "Hội", "xã", "nông dân"), ("CN", "Thứ 7 và", "", "chủ nhật"),
    ("BTV", "", "Huyện ủy", "ban thường vụ"), ("TT.", "tại", "Đồi Ngô", "thị trấn"), ("TT", "theo", "số 02", "thông tư"),
    ("Q.", "tại", "1", "quận"), ("Q.", "", "CHỦ TỊCH", "quyền"), ("P.", "", "CHỦ TỊCH", "phó"), ("BĐ", "trên", "2", "báo động"),
    ("QL", "trên", "1A", "quốc lộ"), ("HN", "danh sách", "", "hộ nghèo"), ("Đ/c", "", "Nguyễn", "đồng chí"),
    ("Đ/c", "", ":", "địa chỉ"),
    ("VT", "Lưu :", ".", "văn thư"), ("kVA", "250", "", "ki lô vôn am pe"), ("Ea H'leo", "xã", "", "ê a hơ leo"),
    ("ĐẮK LẮK", "tỉnh", "", "đắc lắc"), ("QR-code", "", "", "quy rờ cốt"), ("WHO", "tổ chức", "", "y tế thế giới"),
    ("ubnd", "", "", "ủy ban nhân dân"), ("BS CKII", "", "Phạm", "bác sĩ chuyên khoa hai"), ("zalo", "nhóm", "", "da lô"),
  ])
  func theNeighbourhoodSelectsTheSense(_ written: String, _ before: String, _ after: String, _ spoken: String) {
    let chosen = Lexicon.choose(
      among: Self.lexicon.senses(of: written), before: before.split(separator: " "), after: after.split(separator: " "))
    #expect(chosen?.entry.spoken == spoken)
    #expect(chosen?.isSure == true)
  }

  @Test func whatOnlyLooksLikeAnEntryIsNotChosen() {
    for (letter, before, after) in [("H.", "anh", "trú"), ("P.", "ông", "đã"), ("T.", "chị", "bị"), ("X.", "chú", "là")] {
      let chosen = Lexicon.choose(among: Self.lexicon.senses(of: letter), before: [before[...]], after: [after[...]])
      #expect(chosen == nil, "\(letter)")
    }
    #expect(Lexicon.choose(among: Self.lexicon.senses(of: "CA"), before: ["SỐ"], after: ["MẮC", "COVID"]) == nil)
    #expect(Lexicon.choose(among: Self.lexicon.senses(of: "AI"), before: ["NHỮNG"], after: ["ĐÃ"]) == nil)
    #expect(Lexicon.choose(among: Self.lexicon.senses(of: "m"), before: ["anh"], after: ["là"]) == nil)
  }

  @Test func documentPartsHaveTheirOwnSense() {
    func part(_ text: String) -> String? { Self.lexicon.documentPart(ofUTF8: text.utf8.span)?.spoken }
    #expect(part("CT") == "chỉ thị")
    #expect(part("TT") == "thông tư")
    #expect(part("TU") == "tỉnh ủy")
    #expect(part("HU") == "huyện ủy")
    #expect(part("KH") == "kế hoạch")
    #expect(part("SLĐTBXH") == "sở lao động thương binh và xã hội")
    #expect(part("BTGDVTU") == "ban tuyên giáo và dân vận tỉnh ủy")
    #expect(part("QH") == "quốc hội")
    #expect(part("NHCSXH") == "ngân hàng chính sách xã hội")
  }
}
