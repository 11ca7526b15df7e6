// CAP: alerts of the OASIS Common Alerting Protocol 1.2 as values, and what a station does about each.
// https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2-os.html
// Imports Foundation and FoundationXML (libxml2) only; no I/O, no clock: the time is a parameter.

internal import Foundation
internal import FoundationXML

/// Reads CAP 1.2 messages.
public enum CAPParser {
  public static let sizeLimitBytes = 1 << 20

  /// One message from its file. Any thread may call; nothing outside `bytes` is read, whatever the file asks for.
  ///
  ///     let alert = try CAPParser.parse([UInt8](data))
  ///
  /// Elements of other namespaces and ones CAP does not know are passed over, and so is `resource`.
  /// - Parameter bytes: UTF-8, or UTF-16 with a byte order mark.
  /// - Throws: the first thing wrong, with its line.
  public static func parse(_ bytes: [UInt8]) throws(CAPRefusal) -> CAPAlert {
    guard bytes.count <= sizeLimitBytes else { throw .tooLarge(bytes: bytes.count, limit: sizeLimitBytes) }
    return try CAPAlert(tree(of: CAPSource.checked(bytes)))
  }

  private static func tree(of text: [UInt8]) throws(CAPRefusal) -> CAPElement {
    let parser = XMLParser(data: Data(text))
    let builder = CAPTreeBuilder()
    parser.delegate = builder
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    let finished = parser.parse()
    if let failure = builder.failure { throw failure }
    if let error = parser.parserError { throw .notXML(line: parser.lineNumber, code: (error as NSError).code) }
    // 4 and 5: XML_ERR_DOCUMENT_EMPTY and XML_ERR_DOCUMENT_END, which the parser does not always report.
    guard finished, let root = builder.root else { throw .notXML(line: max(1, parser.lineNumber), code: text.isEmpty ? 4 : 5) }
    return root
  }
}
