import Emergency
import Testing

@Suite struct CAPParserRefusalTests {
  private static let right = CAPMessage()

  private static func changed(_ change: (inout CAPMessage) -> Void) -> [UInt8] { right.with(change).bytes }

  private static func area(_ inside: String) -> [UInt8] {
    changed { $0.infos = [CAPInfo(areas: ["<areaDesc>Xã</areaDesc>" + inside])] }
  }

  private static func entities(_ declarations: String, _ use: String) -> [UInt8] {
    changed {
      $0.declaration = "<?xml version=\"1.0\"?>\n<!DOCTYPE alert [\(declarations)]>\n"
      $0.infos = [CAPInfo(event: use)]
    }
  }

  static let files: [(name: String, why: String, bytes: [UInt8])] = [
    ("too-large", "over 1 MiB", right.bytes + [UInt8](repeating: 0x20, count: 1 << 20)),
    ("not-xml", "nothing", []),
    ("not-xml", "white space", Array("  \n".utf8)),
    ("not-xml", "plain text", Array("Cảnh báo lũ".utf8)),
    ("not-xml", "cut short", Array(right.bytes.dropLast(12))),
    ("not-xml", "something after the end", right.bytes + Array("<alert/>".utf8)),
    ("not-xml", "tags crossed", changed { $0.more = "<note><source></note></source>" }),
    ("not-xml", "an entity not declared", changed { $0.more = "<note>&lu;</note>" }),
    ("not-xml", "a prefix not declared", changed { $0.more = "<x:note/>" }),
    ("not-xml", "a second declaration", changed { $0.declaration += "<?xml version='1.0' encoding='UTF-7'?>" }),
    ("not-xml", "a declaration after a space", changed { $0.declaration = " " + $0.declaration }),
    ("not-xml", "NUL", changed { $0.more = "<note>a\u{0}b</note>" }),
    ("unreadable-encoding", "broken UTF-8", right.bytes.map { $0 == 0xE1 ? 0xFF : $0 }),
    ("document-type", "a DTD", entities("", "Lũ")),
    ("document-type", "a bomb of entities", entities("<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>", "&b;")),
    ("document-type", "a file named by an entity", entities("<!ENTITY a SYSTEM 'file:///etc/hostname'>", "&a;")),
    ("document-type", "a DTD elsewhere", changed { $0.declaration += "<!DOCTYPE alert SYSTEM \"http://127.0.0.1/a.dtd\">" }),
    ("document-type", "a DTD in a comment", changed { $0.more = "<!-- <!DOCTYPE a> -->" }),
    ("not-xml", "a DTD in lower case", changed { $0.declaration += "<!doctype alert>" }),
    (
      "too-deep", "forty levels",
      changed { $0.more = String(repeating: "<note>", count: 40) + String(repeating: "</note>", count: 40) }
    ),
    (
      "too-deep", "in a signature",
      changed {
        $0.more = "<x xmlns='urn:x'>" + String(repeating: "<y>", count: 40) + String(repeating: "</y>", count: 40) + "</x>"
      }
    ),
    ("not-an-alert", "a feed", Array("<feed xmlns='http://www.w3.org/2005/Atom'/>".utf8)),
    ("wrong-namespace", "CAP 1.1", changed { $0.namespace = "urn:oasis:names:tc:emergency:cap:1.1" }),
    ("wrong-namespace", "none", Array("<alert/>".utf8)),
    ("missing-field", "addresses of a private message", changed { $0.scope = "Private" }),
    ("missing-field", "references of an update", changed { $0.type = "Update" }),
    ("missing-field", "references of a cancellation", changed { $0.type = "Cancel" }),
    ("missing-field", "category", Array(right.xml.replacing("<category>Met</category>", with: "").utf8)),
    ("missing-field", "areaDesc", changed { $0.infos = [CAPInfo(areas: ["<circle>1,2 3</circle>"])] }),
    ("missing-field", "valueName", area("<geocode><value>1</value></geocode>")),
    ("missing-field", "an empty event", changed { $0.infos = [CAPInfo(more: "<event> </event>")] }.replacingEvent()),
    ("repeated-field", "two identifiers", changed { $0.more = "<identifier>2</identifier>" }),
    ("repeated-field", "two ends", changed { $0.infos = [CAPInfo(more: "<expires>2026-11-20T12:00:00+07:00</expires>")] }),
    ("bad-value", "status", changed { $0.status = "actual" }),
    ("bad-value", "msgType", changed { $0.type = "Warning" }),
    ("bad-value", "scope", changed { $0.scope = "Everyone" }),
    ("bad-value", "identifier", changed { $0.identifier = "a b" }),
    ("bad-value", "a long identifier", changed { $0.identifier = String(repeating: "a", count: 501) }),
    ("bad-value", "sender", changed { $0.sender = "a,b" }),
    ("bad-value", "urgency", changed { $0.infos = [CAPInfo(urgency: "Now")] }),
    ("bad-value", "severity", changed { $0.infos = [CAPInfo(severity: "Bad")] }),
    ("bad-value", "certainty", changed { $0.infos = [CAPInfo(certainty: "Sure")] }),
    ("bad-value", "category", changed { $0.infos = [CAPInfo(more: "<category>Weather</category>")] }),
    ("bad-value", "responseType", changed { $0.infos = [CAPInfo(more: "<responseType>Run</responseType>")] }),
    ("bad-value", "altitude", area("<altitude>high</altitude>")),
    ("bad-date", "expires", changed { $0.infos = [CAPInfo(expires: "2026-11-20")] }),
    ("bad-date", "onset", changed { $0.infos = [CAPInfo(more: "<onset>mai</onset>")] }),
    ("bad-reference", "two parts", changed { $0.more = "<references>a,b</references>" }),
    ("bad-reference", "no date", changed { $0.more = "<references>a,b,c</references>" }),
    ("bad-reference", "no identifier", changed { $0.more = "<references>a,,2026-11-20T05:30:00+07:00</references>" }),
    (
      "bad-reference", "a long identifier",
      changed { $0.more = "<references>a,\(String(repeating: "b", count: 501)),2026-11-20T05:30:00+07:00</references>" }
    ),
    (
      "too-many-references", "501",
      changed {
        $0.more = "<references>" + String(repeating: right.reference + " ", count: 501) + "</references>"
      }
    ),
    ("bad-polygon", "three points", area("<polygon>1,1 1,2 1,1</polygon>")),
    ("bad-polygon", "not closed", area("<polygon>1,1 1,2 2,2 2,1</polygon>")),
    ("bad-polygon", "no pair", area("<polygon>1,1 1;2 2,2 1,1</polygon>")),
    ("bad-polygon", "no number", area("<polygon>1,1 nan,2 2,2 1,1</polygon>")),
    ("bad-polygon", "longitude first", area("<polygon>108.2,16 108.3,16 108.3,17 108.2,16</polygon>")),
    (
      "polygon-too-long", "20 001 points",
      area("<polygon>" + String(repeating: "1,1 ", count: 20_001) + "</polygon>")
    ),
    ("bad-circle", "no radius", area("<circle>16,108</circle>")),
    ("bad-circle", "a radius below nothing", area("<circle>16,108 -1</circle>")),
    ("bad-circle", "not on the Earth", area("<circle>16,208 1</circle>")),
  ]

  @Test(arguments: files.map { "\($0.name): \($0.why)" }) func eachFaultIsRefusedByItsName(fault: String) throws {
    let file = try #require(Self.files.first { "\($0.name): \($0.why)" == fault })
    #expect(refusal(of: file.bytes) == file.name)
  }

  @Test(arguments: ["identifier", "sender", "sent", "status", "msgType", "scope", "event", "urgency", "severity", "certainty"])
  func aFieldCAPRequiresIsMissed(field: String) throws {
    let lines = Self.right.xml.split(separator: "\n").filter { !$0.hasPrefix("<\(field)>") }
    let refused = #expect(throws: CAPRefusal.self) { try CAPParser.parse(Array(lines.joined(separator: "\n").utf8)) }
    let line = ["event", "urgency", "severity", "certainty"].contains(field) ? 9 : 2
    #expect(refused == .missingField(field, line: line))
  }

  @Test func aFaultNamesItsLine() {
    let refused = #expect(throws: CAPRefusal.self) { try CAPMessage().with { $0.status = "Thật" }.parsed() }
    #expect(
      refused
        == .badValue(
          field: "status", value: "Thật", allowed: ["Actual", "Exercise", "System", "Test", "Draft"], line: 6))
    #expect(refused?.vietnamese.contains("dòng 6") == true && refused?.english.contains("line 6") == true)
  }

  @Test func anOlderCAPIsNamed() {
    let refused = #expect(throws: CAPRefusal.self) {
      try CAPMessage().with { $0.namespace = "urn:oasis:names:tc:emergency:cap:1.1" }.parsed()
    }
    #expect(refused?.vietnamese.hasPrefix("Tin là CAP 1.1") == true && refused?.english.contains("CAP 1.1") == true)
  }

  @Test(arguments: files.map { "\($0.name): \($0.why)" }) func aSentenceSaysWhatToDo(fault: String) throws {
    let file = try #require(Self.files.first { "\($0.name): \($0.why)" == fault })
    let refused = try #require(#expect(throws: CAPRefusal.self) { try CAPParser.parse(file.bytes) })
    #expect(refused.vietnamese.contains("ãy ") && refused.vietnamese.hasSuffix(".") && refused.english.hasSuffix("."))
    #expect(refused.vietnamese.count < 400 && !refused.vietnamese.contains("\n"))
  }
}

extension [UInt8] {
  /// The message with its own event left out, so that the one added counts.
  fileprivate func replacingEvent() -> [UInt8] {
    Array(String(decoding: self, as: UTF8.self).replacing("<event>Lũ quét</event>", with: "").utf8)
  }
}
