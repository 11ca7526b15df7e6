import Emergency

/// A CAP message to be written out, each part replaceable; right in every part to begin with.
struct CAPMessage {
  var declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  var namespace = CAPAlert.namespace
  var identifier = "VN-QNM-1"
  var sender = "canhbao@phongchongthientai.vn"
  var sent = "2026-11-20T05:30:00+07:00"
  var status = "Actual"
  var type = "Alert"
  var scope = "Public"
  var references: [CAPMessage] = []
  var more = ""
  var infos = [CAPInfo()]

  var reference: String { "\(sender),\(identifier),\(sent)" }

  var xml: String {
    let named = references.map(\.reference).joined(separator: " ")
    return declaration + "<alert xmlns=\"\(namespace)\">\n"
      + field("identifier", identifier) + field("sender", sender) + field("sent", sent) + field("status", status)
      + field("msgType", type) + field("scope", scope) + more
      + (named.isEmpty ? "" : field("references", named)) + infos.map(\.xml).joined() + "</alert>\n"
  }

  var bytes: [UInt8] { Array(xml.utf8) }

  func parsed() throws -> CAPAlert { try CAPParser.parse(bytes) }

  func with(_ change: (inout CAPMessage) -> Void) -> CAPMessage {
    var copy = self
    change(&copy)
    return copy
  }
}

struct CAPInfo {
  var language: String? = "vi-VN"
  var event = "Lũ quét"
  var urgency = "Immediate"
  var severity = "Extreme"
  var certainty = "Observed"
  var expires: String? = "2026-11-20T12:00:00+07:00"
  var headline = "Cảnh báo lũ quét"
  var description = "Nước suối đang lên rất nhanh."
  var instruction = "Bà con sơ tán ngay lên nhà văn hóa thôn."
  var more = ""
  var areas = ["<areaDesc>Xã Trà Leng</areaDesc><geocode><valueName>GSO</valueName><value>20695</value></geocode>"]

  var xml: String {
    "<info>\n" + (language.map { field("language", $0) } ?? "") + field("category", "Met") + field("event", event)
      + field("urgency", urgency) + field("severity", severity) + field("certainty", certainty)
      + (expires.map { field("expires", $0) } ?? "") + field("headline", headline) + field("description", description)
      + field("instruction", instruction) + more + areas.map { "<area>\($0)</area>\n" }.joined() + "</info>\n"
  }
}

func field(_ name: String, _ value: String) -> String { value.isEmpty ? "" : "<\(name)>\(value)</\(name)>\n" }

func milliseconds(_ clock: String) throws -> Int {
  try CAPMessage().with { $0.sent = clock }.parsed().sentMilliseconds
}

/// The name of the refusal, or nil when the file is taken.
func refusal(of bytes: [UInt8]) -> String? {
  do throws(CAPRefusal) {
    _ = try CAPParser.parse(bytes)
    return nil
  } catch { return error.name }
}
