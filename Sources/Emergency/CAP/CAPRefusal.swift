/// Why a CAP message does not sound; whatever sounds already is left as it is.
public enum CAPRefusal: Error, Sendable, Hashable {
  // The file.
  case tooLarge(bytes: Int, limit: Int)
  /// Neither UTF-8 nor UTF-16, or not what it declares.
  case unreadableEncoding(String)
  /// A document type declaration: CAP has none, and entities are how small files grow without end.
  case documentType(line: Int)
  /// Not well-formed; the code is libxml2's (`xmlParserErrors`, libxml/xmlerror.h).
  case notXML(line: Int, code: Int)
  case tooDeep(limit: Int, line: Int)
  case notAnAlert(root: String, line: Int)
  case wrongNamespace(found: String, line: Int)

  // Its fields.
  case missingField(String, line: Int)
  /// A field that CAP allows once.
  case repeatedField(String, line: Int)
  /// `allowed` is empty where CAP gives no list.
  case badValue(field: String, value: String, allowed: [String], line: Int)
  case badDate(field: String, value: String, line: Int)
  case badReference(value: String, line: Int)
  case tooManyReferences(count: Int, limit: Int, line: Int)
  case badPolygon(PolygonFault, line: Int)
  case polygonTooLong(points: Int, limit: Int, line: Int)
  case badCircle(value: String, line: Int)

  // Whether it is for the loudspeakers now.
  case statusNotSounded(CAPAlert.Status)
  case typeNotSounded(CAPAlert.MessageType)
  case exerciseNotAllowed
  case notAddressed(CAPAlert.Scope)
  case noInfo
  /// The languages there are; nothing in them that a Vietnamese voice can read.
  case noUsableLanguage([String])
  /// The areas in words.
  case notOurArea([String])
  case expired(atMilliseconds: Int)

  // What came before it.
  case duplicate(CAPReference)
  case cancelledBeforeItCame(by: CAPReference)
  case superseded(by: CAPReference)
  /// Not a fault: the cancellation is kept for the messages it names, should they come late.
  case cancelsNothingKnown([CAPReference])
  case notItsSender(String, of: [CAPReference])

  public enum PolygonFault: Sendable, Hashable {
    case tooFewPoints(Int)
    case notClosed
    case badPair(String)
    case outOfRange(String)
  }
}
