extension CAPAlert {
  /// More would be a list of everything a sender ever sent.
  static let referenceLimit = 500
  /// UTF-8 bytes of an identifier or a sender: a ledger remembers thousands of them.
  static let labelLimit = 500

  init(_ root: CAPElement) throws(CAPRefusal) {
    let identifier = try Self.label(root.required("identifier"))
    let sender = try Self.label(root.required("sender"))
    guard let sent = try root.date("sent") else { throw .missingField("sent", line: root.line) }
    reference = CAPReference(sender: sender, identifier: identifier, sentMilliseconds: sent)
    status = try root.choice("status", Status.self)
    messageType = try root.choice("msgType", MessageType.self)
    scope = try root.choice("scope", Scope.self)
    source = try root.text("source")
    restriction = try root.text("restriction")
    addresses = try root.words("addresses")
    if scope == .isPrivate, addresses.isEmpty { throw .missingField("addresses", line: root.line) }
    codes = root.all("code").map(\.value)
    note = try root.text("note")
    references = try Self.references(root)
    incidents = try root.words("incidents")
    if references.isEmpty, messageType == .update || messageType == .cancel {
      throw .missingField("references", line: root.line)
    }
    var infos: [Info] = []
    var points = 0
    for element in root.all("info") { infos.append(try Info(element, points: &points)) }
    self.infos = infos
  }

  /// An identifier or a sender: what would break a reference is not allowed in it.
  private static func label(_ element: CAPElement) throws(CAPRefusal) -> String {
    let value = element.value
    if value.utf8.count > labelLimit
      || value.contains(where: { $0.isWhitespace || $0 == "," || $0 == "<" || $0 == "&" })
    {
      throw .badValue(field: element.name, value: value, allowed: [], line: element.line)
    }
    return value
  }

  private static func references(_ root: CAPElement) throws(CAPRefusal) -> [CAPReference] {
    guard let element = try root.element("references") else { return [] }
    let written = element.value.split(whereSeparator: \.isWhitespace)
    if written.count > referenceLimit {
      throw .tooManyReferences(count: written.count, limit: referenceLimit, line: element.line)
    }
    var references: [CAPReference] = []
    for one in written {
      let parts = one.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ (1...labelLimit).contains($0.utf8.count) }), let sender = parts.first,
        let identifier = parts.dropFirst().first, let sent = parts.last.flatMap({ CAPDate.milliseconds($0) })
      else { throw .badReference(value: String(one), line: element.line) }
      references.append(
        CAPReference(sender: String(sender), identifier: String(identifier), sentMilliseconds: sent))
    }
    return references
  }
}
