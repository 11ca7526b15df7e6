import Bulletin
import Emergency
import Testing

@Suite struct CAPSpeechTests {
  private func said(_ info: CAPInfo..., isExercise: Bool = false) throws -> String {
    try CAPMessage().with { $0.infos = info }.parsed().spokenText(isExercise: isExercise)
  }

  static let grid: [(severity: String, urgency: String, certainty: String, expected: NoticeClass)] = [
    ("Extreme", "Immediate", "Observed", .emergency), ("Severe", "Expected", "Likely", .emergency),
    ("Extreme", "Future", "Observed", .priority), ("Severe", "Immediate", "Possible", .priority),
    ("Moderate", "Immediate", "Observed", .priority), ("Moderate", "Future", "Possible", .priority),
    ("Minor", "Immediate", "Observed", .normal), ("Extreme", "Past", "Observed", .normal),
    ("Extreme", "Immediate", "Unlikely", .normal), ("Unknown", "Immediate", "Observed", .normal),
    ("Severe", "Unknown", "Likely", .normal), ("Severe", "Expected", "Unknown", .normal),
  ]

  @Test(arguments: grid.indices) func onlyASevereNearAndSureDangerIsAnEmergency(row: Int) throws {
    let (severity, urgency, certainty, expected) = Self.grid[row]
    let info = CAPInfo(urgency: urgency, severity: severity, certainty: certainty)
    #expect(try CAPMessage().with { $0.infos = [info] }.parsed().infos.first?.emergencyClass == expected)
  }

  @Test(arguments: [
    (["en-US", "vi-VN"], ["vi-VN"]), (["en", "VI"], ["VI"]), (["en", "vi_VN", "vi"], ["vi_VN", "vi"]),
    (["en-US", "fr", "en-us"], ["en-US", "en-us"]), (["vie", "en"], ["vie"]), (["fr", "en"], ["fr"]),
  ])
  func vietnameseIsSaidElseTheFirstLanguage(written: [String], chosen: [String]) throws {
    let alert = try CAPMessage().with { $0.infos = written.map { CAPInfo(language: $0) } }.parsed()
    #expect(alert.spokenInfos.map(\.language) == chosen)
  }

  @Test func severalInfosOfALanguageAreAllSaidTheMostSevereFirst() throws {
    let infos = [("Minor", "một"), ("Extreme", "hai"), ("Unknown", "ba"), ("Extreme", "bốn")].map {
      CAPInfo(event: $0.1, severity: $0.0, headline: "Tin \($0.1)")
    }
    let alert = try CAPMessage().with { $0.infos = infos }.parsed()
    #expect(alert.spokenInfos.map(\.event) == ["hai", "bốn", "một", "ba"])
    let text = alert.spokenText(isExercise: false)
    #expect(text.hasPrefix("Khu vực Xã Trà Leng. Tin hai.") && text.contains("Tin ba."))
  }

  @Test func headlineDescriptionAndInstructionAreSaid() throws {
    #expect(
      try said(CAPInfo())
        == "Cảnh báo lũ quét. Nước suối đang lên rất nhanh. Bà con sơ tán ngay lên nhà văn hóa thôn.")
    #expect(try said(CAPInfo(headline: "", description: "", instruction: "")) == "Lũ quét.")
    #expect(try said(CAPInfo(headline: "Sơ tán", description: "Sơ tán.", instruction: " ")) == "Sơ tán.")
  }

  @Test func anExerciseSaysSoFirstAndLast() throws {
    let text = try said(CAPInfo(), isExercise: true)
    #expect(text.hasPrefix("Diễn tập.") && text.hasSuffix("đây là diễn tập.") && text.contains("Cảnh báo lũ quét."))
  }

  @Test(arguments: [
    ("Xem tại https://a.vn/x?y=1.", "Xem tại."), ("Xem (www.a.vn), rồi sơ tán", "Xem, rồi sơ tán."),
    ("Vào nchmf.gov.vn/bao để xem", "Vào để xem."), ("TP.HCM mưa 7.8 mm", "TP.HCM mưa 7.8 mm."),
    ("http://a.vn", ""), ("https://a.vn. Sơ tán", "Sơ tán."), ("Nước lên\nrất \t nhanh", "Nước lên rất nhanh."),
    ("Một\n \nHai", "Một. Hai."),
    ("A\u{202E}\u{200B}B", "AB."),
    ("* Sơ tán;", "Sơ tán."), ("Chú ý !", "Chú ý!"), ("Mưa 50 % diện tích", "Mưa 50 % diện tích."),
    ("Ru\u{31}\u{309} ro", "Ru\u{31}\u{309} ro."), ("e\u{302}\u{301}", "\u{1EBF}."), ("Giá 100.vnđ", "Giá 100.vnđ."),
  ])
  func textIsMadeForTheEar(written: String, spoken: String) throws {
    let info = CAPInfo(event: "Lũ", headline: "", description: written, instruction: "")
    #expect(try said(info) == (spoken.isEmpty ? "Lũ." : "Lũ. " + spoken))
  }

  @Test func aLongTextEndsAtASentenceAndKeepsWhatToDo() throws {
    let info = CAPInfo(description: String(repeating: "Nước đang lên nhanh ở các suối. ", count: 400))
    for isExercise in [false, true] {
      let text = try said(info, isExercise: isExercise)
      #expect(text.unicodeScalars.count <= 3000 && text.unicodeScalars.count > 2800)
      #expect(text.contains("ở các suối. Bà con sơ tán ngay lên nhà văn hóa thôn."))
      #expect(text.hasSuffix(isExercise ? "đây là diễn tập." : "nhà văn hóa thôn."))
    }
    let marks = CAPInfo(description: "a" + String(repeating: "\u{301}\u{323}", count: 20_000))
    #expect(try said(marks).unicodeScalars.count <= 3000)
    let many = (0..<60).map { CAPInfo(headline: "Tin số \($0)", description: String(repeating: "Mưa to. ", count: 30)) }
    let text = try CAPMessage().with { $0.infos = many }.parsed().spokenText(isExercise: true)
    #expect(text.unicodeScalars.count <= 3000 && text.hasSuffix("đây là diễn tập."))
  }
}
