/// A CAP message to be written out, each part replaceable; an emergency for GSO 20695 to begin with.
struct CAPLetter {
  var identifier = "VN-QNM-1"
  var sent = "2026-11-20T05:30:00+07:00"
  var status = "Actual"
  var type = "Alert"
  var references: [CAPLetter] = []
  var hasInfo = true
  var event = "Lũ quét"
  var urgency = "Immediate"
  var expires = "2026-11-20T12:00:00+07:00"
  var code = "20695"
  var headline = "Cảnh báo khẩn"

  static let sender = "canhbao@phongchongthientai.vn"

  var xml: String {
    let named = references.map { "\(Self.sender),\($0.identifier),\($0.sent)" }.joined(separator: " ")
    return """
      <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
        <identifier>\(identifier)</identifier><sender>\(Self.sender)</sender><sent>\(sent)</sent>
        <status>\(status)</status><msgType>\(type)</msgType><scope>Public</scope>
        \(named.isEmpty ? "" : "<references>\(named)</references>")\(hasInfo ? info : "")
      </alert>
      """
  }

  private var info: String {
    """
    <info>
      <language>vi-VN</language><category>Met</category><event>\(event)</event>
      <urgency>\(urgency)</urgency><severity>Extreme</severity><certainty>Observed</certainty>
      <expires>\(expires)</expires><headline>\(headline)</headline>
      <instruction>Bà con sơ tán ngay lên nhà văn hóa thôn.</instruction>
      <area><areaDesc>Xã Trà Leng</areaDesc><geocode><valueName>GSO</valueName><value>\(code)</value></geocode></area>
    </info>
    """
  }

  var bytes: [UInt8] { Array(xml.utf8) }

  func with(_ change: (inout CAPLetter) -> Void) -> CAPLetter {
    var copy = self
    change(&copy)
    return copy
  }

  /// A later message that names this one.
  func followed(by type: String, change: (inout CAPLetter) -> Void = { _ in }) -> CAPLetter {
    with {
      $0.identifier += "-" + type
      $0.sent = "2026-11-20T05:45:00+07:00"
      $0.type = type
      $0.references = [self]
      $0.hasInfo = type != "Cancel"
      change(&$0)
    }
  }
}
