extension CAPRefusal: CustomStringConvertible {
  public var description: String { english }

  /// What is wrong, where and what to do, in Vietnamese.
  public var vietnamese: String { wording.vietnamese }

  /// What is wrong, where and what to do, in English.
  public var english: String { wording.english }

  private var wording: (vietnamese: String, english: String) {
    switch self {
    case .tooLarge, .unreadableEncoding, .documentType, .notXML, .tooDeep, .notAnAlert, .wrongNamespace: fileWording
    case .missingField, .repeatedField, .badValue, .badDate, .badReference, .tooManyReferences, .badPolygon,
      .polygonTooLong, .badCircle:
      fieldWording
    case .statusNotSounded, .typeNotSounded, .exerciseNotAllowed, .notAddressed, .noInfo, .noUsableLanguage, .notOurArea,
      .expired, .duplicate, .cancelledBeforeItCame, .superseded, .cancelsNothingKnown, .notItsSender:
      orderWording
    }
  }
}

extension CAPRefusal {
  /// A value from the message, short enough for one line and without characters that move the cursor.
  static func shown(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars.prefix(60) {
      text.unicodeScalars.append(CAPSpeech.isUnspoken(scalar) || scalar.properties.isWhitespace ? " " : scalar)
    }
    return value.unicodeScalars.count > 60 ? text + "…" : text
  }

  static func shown(_ values: [String]) -> String {
    values.isEmpty ? "–" : values.prefix(5).map { shown($0) }.joined(separator: "; ") + (values.count > 5 ? "; …" : "")
  }

  static func shown(_ references: [CAPReference]) -> String { shown(references.map(\.identifier)) }
}
