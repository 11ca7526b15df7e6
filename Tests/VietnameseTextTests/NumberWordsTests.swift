import Testing
import VietnameseText

@Suite struct NumberWordsTests {
  @Test(arguments: [
    (0, "không"), (4, "bốn"), (5, "năm"), (10, "mười"), (11, "mười một"), (14, "mười bốn"), (15, "mười lăm"), (20, "hai mươi"),
    (21, "hai mươi mốt"), (24, "hai mươi tư"), (25, "hai mươi lăm"), (55, "năm mươi lăm"), (100, "một trăm"),
    (101, "một trăm linh một"), (104, "một trăm linh bốn"), (110, "một trăm mười"), (111, "một trăm mười một"),
    (404, "bốn trăm linh bốn"), (515, "năm trăm mười lăm"), (1000, "một nghìn"), (1004, "một nghìn không trăm linh bốn"),
    (1040, "một nghìn không trăm bốn mươi"), (2024, "hai nghìn không trăm hai mươi tư"),
    (10_001, "mười nghìn không trăm linh một"), (1_000_000, "một triệu"), (1_000_005, "một triệu không trăm linh năm"),
    (3_050_000, "ba triệu không trăm năm mươi nghìn"), (1_000_000_000, "một tỷ"),
    (1_000_004_000, "một tỷ không trăm linh bốn nghìn"), (2_500_000_000_000, "hai nghìn năm trăm tỷ"),
    (1_000_000_000_000_000, "một triệu tỷ"),
  ])
  func wordingIsNorthern(value: UInt64, words: String) {
    #expect(NumberWords.cardinal(value) == words)
  }

  @Test func everySmallNumberIsReadBack() {
    for value in UInt64(0)...120_000 where NumberParser.value(NumberWords.cardinal(value)) != value {
      Issue.record("\(value): \(NumberWords.cardinal(value))")
    }
  }

  @Test func largeNumbersAreReadBack() {
    var random = SplitMix(state: 7)
    for digits in 6...15 {
      var top: UInt64 = 1
      for _ in 0..<digits { top *= 10 }
      for _ in 0..<2000 {
        var value = UInt64.random(in: 0...top, using: &random)
        // Round numbers have the empty groups where mistakes hide.
        if Bool.random(using: &random) { value -= value % 1000 }
        if Bool.random(using: &random) { value -= value / 1000 % 1000 * 1000 }
        let words = NumberWords.cardinal(value)
        if NumberParser.value(words) != value { Issue.record("\(value): \(words)") }
      }
    }
  }

  @Test func groupedAndPlainFormsAreOneNumber() {
    var random = SplitMix(state: 11)
    for _ in 0..<2000 {
      let value = UInt64.random(in: 1000...999_999_999, using: &random)
      let words = NumberWords.cardinal(value)
      #expect(ReaderFixture.plain("có \(grouped(value, ".")) người") == "có \(words) người")
      #expect(ReaderFixture.plain("có \(grouped(value, " ")) người") == "có \(words) người")
      #expect(ReaderFixture.plain("có \(value) người") == "có \(words) người")
    }
  }

  private func grouped(_ value: UInt64, _ separator: String) -> String {
    var groups: [String] = []
    var rest = value
    while rest >= 1000 {
      let group = String(rest % 1000)
      groups.append(String(repeating: "0", count: 3 - group.count) + group)
      rest /= 1000
    }
    return ([String(rest)] + groups.reversed()).joined(separator: separator)
  }
}
