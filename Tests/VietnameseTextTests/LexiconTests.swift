import Testing
import VietnameseText

@Suite struct LexiconTests {
  static func lexicon(_ lines: String...) -> Lexicon {
    let parsed = Lexicon.parse(lines.joined(separator: "\n"), file: "thu.tsv")
    #expect(parsed.errors == [])
    return parsed.lexicon
  }

  static func spoken(_ lexicon: Lexicon, _ text: String) -> [String] { lexicon.senses(of: text).map(\.spoken) }

  static func match(_ lexicon: Lexicon, _ text: String, at offset: Int = 0) -> String? {
    lexicon.longestMatch(in: text.utf8.span, at: offset).map { match in
      String(decoding: Array(text.utf8)[offset..<offset + match.length], as: UTF8.self)
    }
  }

  @Test func aLineIsAnEntry() {
    let parsed = Lexicon.parse(
      "\u{FEFF}# chữ\tđọc\r\n\r\nTT\tthông tư\tacronym\t<số, >của,?\tghi chú\r\nchợ Mơ\tchợ  mơ\r\nHTX\thợp tác xã\t\t\t\n",
      file: "x.tsv")
    #expect(parsed.errors == [])
    let cues = [
      LexiconCue(side: .before, sign: .words(["số"])), LexiconCue(side: .after, sign: .words(["của"])),
    ]
    #expect(
      parsed.entries == [
        LexiconEntry(
          written: "TT", spoken: "thông tư", kind: .acronym, cues: cues, isAmbiguous: true, note: "ghi chú"),
        LexiconEntry(written: "chợ Mơ", spoken: "chợ mơ", kind: .word),
        LexiconEntry(written: "HTX", spoken: "hợp tác xã", kind: .acronym),
      ])
  }

  @Test func everyBadLineIsReportedAndNoGoodOneIsLost() {
    let parsed = Lexicon.parse(
      """
      HTX hợp tác xã
      UBND\tủy ban nhân dân
      \tủy ban
      CA\t
      NN\tnông nghiệp\tchữ
      CT\tchủ tịch\tacronym\tđồng chí
      gmail\tgmail\tforeign
      UBND\tuỷ ban\tacronym\t\t
      a\tb\tc\td\te\tf
      ĐC\tđịa chỉ\tacronym\t<nhà,,>số
      Zalo\tda Lô
      \(String(repeating: "ư", count: 61))\tư
      HĐND\thội đồng nhân dân
      """, file: "xa.tsv")
    #expect(parsed.entries.map(\.written) == ["UBND", "HĐND"])
    func place(_ line: Int, _ column: Int) -> LexiconError.Place { .init(file: "xa.tsv", line: line, column: column) }
    #expect(
      parsed.errors == [
        .noSpokenForm(place(1, 1), line: "HTX hợp tác xã"),
        .emptyWritten(place(3, 1)),
        .emptySpoken(place(4, 4), written: "CA"),
        .unknownKind(place(5, 16), found: "chữ"),
        .badCue(place(6, 21), found: "đồng chí"),
        .unspeakable(place(7, 7), word: "gmail"),
        .duplicate(place(8, 1), written: "UBND", firstLine: 2),
        .tooManyColumns(place(9, 11), found: 6),
        .badCue(place(10, 25), found: ""),
        .unspeakable(place(11, 9), word: "Lô"),
        .tooLong(place(12, 1), written: String(repeating: "ư", count: 61)),
      ])
    for error in parsed.errors {
      #expect(error.vietnamese.hasPrefix("Tệp xa.tsv, dòng \(error.place.line), cột \(error.place.column): "))
      #expect(error.english.hasPrefix("File xa.tsv, line \(error.place.line), column \(error.place.column): "))
      #expect(error.description == error.english)
    }
  }

  @Test func acronymsMatchInCapitalsAndInLowerCaseWhenThatIsNoSyllable() {
    let lexicon = Self.lexicon("UBND\tủy ban nhân dân", "CA\tcông an", "HĐND\thội đồng nhân dân")
    #expect(Self.spoken(lexicon, "UBND") == ["ủy ban nhân dân"])
    #expect(Self.spoken(lexicon, "ubnd") == ["ủy ban nhân dân"])
    #expect(Self.spoken(lexicon, "hđnd") == ["hội đồng nhân dân"])
    #expect(Self.spoken(lexicon, "CA") == ["công an"])
    #expect(Self.spoken(lexicon, "ca") == [])
    #expect(Self.spoken(lexicon, "Ubnd") == [])
  }

  @Test func wordsAndNamesMatchInEveryUsualCase() {
    let lexicon = Self.lexicon("Zalo\tda lô\tforeign", "Đắk Lắk\tđắc lắc\tname", "M'Nông\tmơ nông\tname")
    #expect(Self.spoken(Self.lexicon("Hòa Bình\thòa bình\tname"), "hòa bình") == [])
    for text in ["Zalo", "zalo", "ZALO", "Đắk Lắk", "ĐẮK LẮK", "đắk lắk", "M'Nông", "M'NÔNG", "m'nông"] {
      #expect(Self.spoken(lexicon, text).count == 1, "\(text)")
    }
  }

  @Test func unitsMatchAsWritten() {
    let lexicon = Self.lexicon("mW\tmi li oát\tunit", "MW\tmê ga oát\tunit", "m²\tmét vuông\tunit", "%\tphần trăm\tunit")
    #expect(Self.spoken(lexicon, "mW") == ["mi li oát"])
    #expect(Self.spoken(lexicon, "MW") == ["mê ga oát"])
    #expect(Self.spoken(lexicon, "mw") == [])
    #expect(Self.match(lexicon, "5m² đất", at: 1) == "m²")
    #expect(Self.match(lexicon, "5%", at: 1) == "%")
  }

  @Test func theLongestEntryIsFound() {
    let lexicon = Self.lexicon(
      "TP\tthành phố", "TP.HCM\tthành phố hồ chí minh", "BS\tbác sĩ", "BS CKII\tbác sĩ chuyên khoa hai",
      "KT-XH\tkinh tế xã hội", "UBND\tủy ban nhân dân", "UBND-LĐTBXH\tủy ban", "QL\tquốc lộ\troad", "Ea H'leo\tê a hơ leo\tname")
    #expect(Self.match(lexicon, "TP.HCM") == "TP.HCM")
    #expect(Self.match(lexicon, "TP.HCMC") == "TP")
    #expect(Self.match(lexicon, "BS CKII Lan") == "BS CKII")
    #expect(Self.match(lexicon, "BS CKI") == "BS")
    #expect(Self.match(lexicon, "về KT-XH, QP-AN", at: 5) == "KT-XH")
    #expect(Self.match(lexicon, "UBND-LĐTBXH") == "UBND-LĐTBXH")
    #expect(Self.match(lexicon, "UBND-VP") == "UBND")
    #expect(Self.match(lexicon, "UBNDTTQ") == nil)
    #expect(Self.match(lexicon, "UBNDĐ") == nil)
    #expect(Self.match(lexicon, "QL1A") == "QL")
    #expect(Self.match(lexicon, "xã Ea H'leo.", at: 4) == "Ea H'leo")
    #expect(Self.match(lexicon, "Xin chào") == nil)
    #expect(Self.match(lexicon, "") == nil)
    #expect(Self.match(lexicon, "x", at: 5) == nil)
  }

  @Test func cuesSelectASense() throws {
    let lexicon = Self.lexicon(
      "TT\tthông tư\tacronym\t<số,<theo", "TT\tthị trấn\tacronym\t>Aa", "TT\tthể thao\tacronym\t<văn hóa",
      "TT\ttrung tâm\tacronym\t?",
      "NN\tnhà nước\tacronym\t<ngân sách", "NN\tnông nghiệp\tacronym\t<#")
    func choose(_ text: String, _ before: String, _ after: String) throws -> String {
      let sense = try #require(
        Lexicon.choose(
          among: lexicon.senses(of: text), before: before.split(separator: " "), after: after.split(separator: " ")))
      return sense.entry.spoken + (sense.isSure ? "" : "?")
    }
    #expect(try choose("TT", "Thông tư số", "12") == "thông tư")
    #expect(try choose("TT", "tại", "Đồi Ngô") == "thị trấn")
    #expect(try choose("TT", "sở Văn hóa và", "xã") == "thể thao")
    #expect(try choose("TT", "các", "xã") == "trung tâm?")
    #expect(try choose("NN", "5", "xã") == "nông nghiệp")
    #expect(try choose("NN", "chi ngân sách", "xã") == "nhà nước")
    #expect(try choose("NN", "chi", "xã") == "nhà nước?")
    #expect(Lexicon.choose(among: [], before: [], after: []) == nil)
  }

  @Test func theUpperLayerWins() {
    let builtIn = Self.lexicon("TT\tthị trấn", "CA\tcông an", "KT\tkinh tế")
    let station = Self.lexicon("TT\tthôn trung", "KT\tkỹ thuật\tacronym\t<khoa học")
    let notice = Self.lexicon("TT\ttổ trưởng")
    let both = notice.layered(over: station.layered(over: builtIn))
    #expect(Self.spoken(both, "TT") == ["tổ trưởng"])
    #expect(Self.spoken(both, "CA") == ["công an"])
    #expect(Self.spoken(both, "KT") == ["kỹ thuật", "kinh tế"])
    #expect(Self.spoken(station.layered(over: builtIn), "TT") == ["thôn trung"])
    #expect(Self.spoken(Lexicon.empty.layered(over: builtIn), "TT") == ["thị trấn"])
    #expect(Self.spoken(builtIn.layered(over: .empty), "TT") == ["thị trấn"])
  }

  @Test func documentPartsAreFoundOnlyInDocumentNumbers() {
    let lexicon = Self.lexicon("CT\tchỉ thị\tdocument", "CT\tchủ tịch", "UBND\tủy ban nhân dân", "TW\ttrung ương\tdocument")
    func part(_ text: String) -> String? { lexicon.documentPart(ofUTF8: text.utf8.span)?.spoken }
    #expect(part("CT") == "chỉ thị")
    #expect(part("UBND") == "ủy ban nhân dân")
    #expect(part("XX") == nil)
    #expect(Self.spoken(lexicon, "CT") == ["chủ tịch"])
    #expect(Self.match(lexicon, "TW") == nil)
  }

  @Test func aWrittenFormWinsOverADerivedOne() {
    let lexicon = Self.lexicon("KV\tkhu vực", "kv\tki lô vôn\tunit")
    #expect(Self.spoken(lexicon, "kv") == ["ki lô vôn"])
    #expect(Self.spoken(lexicon, "KV") == ["khu vực"])
  }
}
