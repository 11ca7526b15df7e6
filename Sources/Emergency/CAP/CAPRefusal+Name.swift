extension CAPRefusal {
  /// The name logs, tests and other programs know it by.
  public var name: String {
    switch self {
    case .tooLarge: "too-large"
    case .unreadableEncoding: "unreadable-encoding"
    case .documentType: "document-type"
    case .notXML: "not-xml"
    case .tooDeep: "too-deep"
    case .notAnAlert: "not-an-alert"
    case .wrongNamespace: "wrong-namespace"
    case .missingField: "missing-field"
    case .repeatedField: "repeated-field"
    case .badValue: "bad-value"
    case .badDate: "bad-date"
    case .badReference: "bad-reference"
    case .tooManyReferences: "too-many-references"
    case .badPolygon: "bad-polygon"
    case .polygonTooLong: "polygon-too-long"
    case .badCircle: "bad-circle"
    case .statusNotSounded: "status-not-sounded"
    case .typeNotSounded: "type-not-sounded"
    case .exerciseNotAllowed: "exercise-not-allowed"
    case .notAddressed: "not-addressed"
    case .noInfo: "no-info"
    case .noUsableLanguage: "no-usable-language"
    case .notOurArea: "not-our-area"
    case .expired: "expired"
    case .duplicate: "duplicate"
    case .cancelledBeforeItCame: "cancelled-before-it-came"
    case .superseded: "superseded"
    case .cancelsNothingKnown: "cancels-nothing-known"
    case .notItsSender: "not-its-sender"
    }
  }
}
