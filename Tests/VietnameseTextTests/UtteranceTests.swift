import Testing
import VietnameseText

@Suite struct UtteranceTests {
  private func utterances(_ text: String) -> [Utterance] { ReaderFixture.reader.read(text).utterances }

  @Test func everyMarkHasItsPause() {
    let said = utterances("Mời bà con đến họp, đúng giờ: bảy giờ. Xin cảm ơn!")
    #expect(said.map(\.pause) == [.clause, .clause, .sentence, .sentence])
  }

  @Test func headingsItemsAndRepeatsKeepTheirRole() {
    let said = utterances("THÔNG BÁO HỌP THÔN\nKính mời bà con.\n- Mang theo ghế\nNhắc lại: họp tối nay")
    #expect(said.map(\.role) == [.heading, .body, .item, .repetition, .repetition])
    #expect(said.first?.pause == .heading)
    #expect(said[2].pause == .item)
  }

  @Test func aBlankLineIsAParagraph() {
    #expect(utterances("Câu một.\n\nCâu hai.").first?.pause == .paragraph)
  }

  @Test func aLongSentenceIsCutAtAConjunction() {
    let said = utterances(
      """
      Ủy ban nhân dân xã đề nghị toàn thể bà con các thôn chủ động thu hoạch lúa đã chín và gia cố chuồng trại chăn nuôi để \
      hạn chế thấp nhất thiệt hại do mưa lớn gây ra trong những ngày tới đây
      """)
    #expect(said.count > 1)
    #expect(said.allSatisfy { $0.spoken.split(separator: " ").count <= 30 })
    #expect(said.dropLast().allSatisfy { $0.pause == .phrase })
  }

  @Test func numbersDatesAndTelephonesAreNeverBroken() {
    for text in ["0912.345.678", "ngày 21/11/2025", "1.234.567.891 đồng", "từ 7h30 đến 11h00"] {
      #expect(utterances(text).count == 1, "\(text)")
    }
  }

  @Test func aLineWrappedByHandIsOneSentence() {
    let said = utterances(
      "Ban quản lý thôn kính mời đại diện các hộ gia đình đến nhà văn hóa\nthôn để họp bàn việc làm đường.")
    #expect(said.count == 1)
  }

  @Test(arguments: ["Bà con chú ý. Có lũ.", "CHÚ Ý. CÓ LŨ", "Trạm thú y. Có thuốc.", "Bà Như Ý. Mời bác.", "Che ô. Trời mưa."])
  func aWordOfOneLetterEndsItsSentence(text: String) {
    let said = utterances(text)
    #expect(said.count == 2)
    #expect(said.first?.pause == .sentence)
  }

  @Test func aWordOfOneToneLetterBeginsALineAsAnyWord() {
    let said = utterances("Nước sông đang lên nhanh, đề nghị toàn thể bà con hai bên bờ hết sức chú\ný. Có lũ về trong đêm.")
    #expect(said.map(\.role) == [.body, .body, .body])
    #expect(said.last?.spoken == "Có lũ về trong đêm")
    #expect(said.dropLast().last?.spoken.hasSuffix("chú ý") == true)
  }

  @Test func anAcronymTheNoticeExplainsIsSaidOnceAndKnownAfterwards() {
    let said = utterances("Hội chữ thập đỏ (HCTĐ) xã phát quà. Mời bà con đến trụ sở HCTĐ.").map(\.spoken)
    #expect(said.joined(separator: " ").contains("trụ sở hội chữ thập đỏ"))
    #expect(!said.joined(separator: " ").contains("hát xê"))
  }

  @Test func everyTokenNamesItsRule() {
    for token in ReaderFixture.reader.read("Họp 8h30 ngày 5/6 tại UBND xã, ĐT 0912.345.678.").tokens {
      #expect(!token.rule.rawValue.isEmpty)
    }
  }

  @Test func whatIsNotKnownIsFlaggedAndNamed() {
    let flagged = ReaderFixture.reader.read("Công ty QZWX thông báo").flagged
    #expect(flagged.count == 1)
    guard case .unknown(let doubt) = flagged.first?.flag else {
      Issue.record("not unknown")
      return
    }
    #expect(doubt.vietnamese.contains("QZWX"))
    #expect(doubt.suggestion?.hasPrefix("QZWX\t") == true)
  }
}

@Suite struct ExplanationTests {
  @Test func everyReadingThatIsNoPlainWordIsExplained() {
    let reading = ReaderFixture.reader.read("Họp lúc 8h30 ngày 5/6.")
    let explained = reading.utterances.flatMap { reading.explanations(of: $0) }.map(\.description)
    #expect(explained == ["8h30 -> tám giờ ba mươi phút [time: time]", "5/6 -> năm tháng sáu [date: date.day-month]"])
    #expect(reading.description.hasPrefix("[body] Họp lúc tám giờ"))
  }

  @Test(arguments: [
    "kg", "km2", "µg", "kVA", "Wp", "MPa", "mSv", "px", "CHF", "kΩ", "Nm", "mmHg", "KRW", "SGD", "THB", "LAK", "IU",
  ])
  func everyUnitIsSaidInSyllables(unit: String) {
    for word in ReaderFixture.reader.read("5 \(unit)").utterances.flatMap({ $0.spoken.split(separator: " ") }) {
      #expect(Syllable(word) != nil, "\(word)")
    }
  }
}
