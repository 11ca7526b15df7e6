import Emergency
import Testing

@Suite struct CAPParserTests {
  @Test(arguments: CAPSamples.all.map(\.name)) func theExamplesOfTheStandardAreRead(name: String) throws {
    let sample = try #require(CAPSamples.all.first { $0.name == name })
    let alert = try CAPParser.parse(Array(sample.xml.utf8))
    #expect(alert.status == .actual && alert.scope == .isPublic && !alert.infos.isEmpty)
    #expect(!alert.spokenText(isExercise: false).contains("http"))
  }

  @Test func everyFieldOfAMessageIsKept() throws {
    let alert = try CAPParser.parse(Array(CAPSamples.flashFlood.utf8))
    #expect(alert.identifier == "VN-QNM-20261120-0530" && alert.sender == "canhbao@phongchongthientai.vn")
    #expect(alert.sentMilliseconds == 1_795_127_400_000 && alert.incidents == ["mưa lũ 11/2026", "QNM-7"])
    let info = try #require(alert.infos.first)
    #expect(info.categories == [.meteorological, .geophysical] && info.responseTypes == [.evacuate])
    #expect(info.urgency == .immediate && info.severity == .extreme && info.certainty == .observed)
    #expect(info.onsetMilliseconds == 1_795_129_200_000 && info.expiresMilliseconds == 1_795_150_800_000)
    #expect(info.effectiveMilliseconds == alert.sentMilliseconds)
    let area = try #require(info.areas.first)
    #expect(area.polygons.map(\.count) == [5] && area.geocodes.map(\.value) == ["20695"])
    #expect(area.altitudeFeet == 1200 && area.ceilingFeet == 4100.5)
  }

  @Test func referencesAndCodesAreKept() throws {
    let quake = try CAPParser.parse(Array(CAPSamples.earthquake.utf8))
    #expect(quake.messageType == .update && quake.references.first?.identifier == "TRI13970876.1")
    #expect(quake.references.first?.sentMilliseconds == 1_055_388_600_000)
    #expect(quake.infos.first?.language == "en-US" && quake.infos.first?.parameters.count == 5)
    #expect(quake.infos.first?.areas.first?.circles.first?.radiusKilometres == 0)
    #expect(try CAPParser.parse(Array(CAPSamples.thunderstorm.utf8)).infos.first?.eventCodes.first?.value == "SVR")
  }

  @Test func anIdentifierInsideASignatureIsNotTheMessages() throws {
    #expect(try CAPParser.parse(Array(CAPSamples.flashFlood.utf8)).identifier == "VN-QNM-20261120-0530")
    let alien = CAPMessage().with { $0.more = "<x:note xmlns:x=\"urn:x\"><identifier>2</identifier></x:note><later>?</later>" }
    #expect(try alien.parsed().identifier == "VN-QNM-1")
  }

  @Test func entitiesOfXMLItselfAndCDATAAreText() throws {
    let alert = try CAPMessage().with { $0.infos = [CAPInfo(event: "Gió &amp; m&#432;a <![CDATA[<lớn>]]>")] }.parsed()
    #expect(alert.infos.first?.event == "Gió & mưa <lớn>")
    #expect(try CAPParser.parse(Array(CAPSamples.typhoon.utf8)).spokenText(isExercise: false).contains("cấp 15 & sóng"))
  }

  @Test func aLongTextKeepsEveryCharacter() throws {
    let long = (0..<20_000).map { "Lũ \($0)" }.joined(separator: " ưở")
    let alert = try CAPMessage().with { $0.infos = [CAPInfo(description: long), CAPInfo(description: "<![CDATA[\(long)]]>")] }
      .parsed()
    #expect(alert.infos.map(\.description) == [long, long])
  }

  @Test func veryLikelyOfOlderMessagesIsLikely() throws {
    #expect(try CAPMessage().with { $0.infos = [CAPInfo(certainty: "Very Likely")] }.parsed().infos.first?.certainty == .likely)
  }

  @Test(arguments: [
    ("2026-11-20T05:30:00+07:00", 1_795_127_400_000), ("2026-11-19T22:30:00-00:00", 1_795_127_400_000),
    ("2026-11-19T22:30:00+00:00", 1_795_127_400_000), ("2026-11-19T17:30:00-05:00", 1_795_127_400_000),
    ("1970-01-01T07:00:00+07:00", 0), ("2024-02-29T00:00:00+00:00", 1_709_164_800_000),
    ("2000-03-01T00:00:00+00:00", 951_868_800_000), ("1969-12-31T23:59:59-00:00", -1000),
  ])
  func aDateIsAMomentWhateverItsOffset(written: String, expected: Int) throws {
    #expect(try milliseconds(written) == expected)
  }

  @Test(arguments: [
    "2026-11-20T05:30:00Z", "2026-11-20T05:30:00", "2026-11-20 05:30:00+07:00", "2026-11-20T05:30:00.5+07:00",
    "2026-02-30T05:30:00+07:00", "2023-02-29T00:00:00+00:00", "2026-13-01T00:00:00+00:00", "2026-00-01T00:00:00+00:00",
    "2026-11-00T00:00:00+00:00", "2026-11-20T24:00:00+07:00", "2026-11-20T05:60:00+07:00", "2026-11-20T05:30:60+07:00",
    "2026-11-20T05:30:00+15:00", "2026-11-20T05:30:00+07:60", "20/11/2026", "٢٠26-11-20T05:30:00+07:00", "hôm nay",
  ])
  func whatIsNoCAPDateIsRefused(written: String) {
    #expect(refusal(of: CAPMessage().with { $0.sent = written }.bytes) == "bad-date")
  }

  @Test func aFileInUTF16OrWithAByteOrderMarkIsRead() throws {
    let xml = CAPMessage().with { $0.declaration = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" }.xml
    let little: [UInt8] = [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + xml.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    for bytes in [little, big, [0xEF, 0xBB, 0xBF] + CAPMessage().bytes] {
      #expect(try CAPParser.parse(bytes) == CAPMessage().parsed())
    }
    let type: [UInt8] = "<!DOCTYPE alert>".utf8.flatMap { [$0, 0] }
    #expect(refusal(of: [0xFF, 0xFE] + type + little.dropFirst(2)) == "document-type")
    #expect(refusal(of: Array(little.dropLast())) == "unreadable-encoding")
    #expect(refusal(of: Array(little.dropFirst(2))) == "unreadable-encoding")
  }

  @Test(arguments: ["ISO-8859-1", "UTF-7", "windows-1258", "UTF-16", "EBCDIC-CP-US", "utf-8x"])
  func anyOtherDeclaredEncodingIsRefused(encoding: String) {
    let message = CAPMessage().with { $0.declaration = "<?xml version='1.0' encoding='\(encoding)'?>" }
    #expect(refusal(of: message.bytes) == "unreadable-encoding")
  }
}
