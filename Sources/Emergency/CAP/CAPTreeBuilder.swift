internal import Foundation
internal import FoundationXML

/// Collects the elements of CAP's namespace while libxml2 reads; others, such as signatures, are passed over with all in them.
final class CAPTreeBuilder: NSObject, XMLParserDelegate {
  /// CAP nests five deep, signatures about ten.
  static let depthLimit = 32

  private(set) var root: CAPElement?
  private(set) var failure: CAPRefusal?
  /// Elements begun and not ended, the root first.
  private var open: [CAPElement] = []
  private var foreignDepth = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    guard failure == nil else { return }
    let line = parser.lineNumber
    if open.count + foreignDepth >= Self.depthLimit { return stop(parser, .tooDeep(limit: Self.depthLimit, line: line)) }
    let namespace = namespaceURI ?? ""
    if open.isEmpty {
      guard name == "alert" else { return stop(parser, .notAnAlert(root: name, line: line)) }
      guard namespace == CAPAlert.namespace else { return stop(parser, .wrongNamespace(found: namespace, line: line)) }
    }
    if foreignDepth > 0 || namespace != CAPAlert.namespace {
      foreignDepth += 1
    } else {
      open.append(CAPElement(name: name, line: line))
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard failure == nil else { return }
    guard foreignDepth == 0 else {
      foreignDepth -= 1
      return
    }
    guard let ended = open.popLast() else { return }
    if var parent = open.popLast() {
      parent.children.append(ended)
      open.append(parent)
    } else {
      root = ended
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { append(string) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { append(String(decoding: block, as: UTF8.self)) }

  /// The first fault is the one to mend; `parse()` itself may still answer true.
  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    if failure == nil { failure = .notXML(line: parser.lineNumber, code: (error as NSError).code) }
  }

  private func append(_ text: String) {
    guard failure == nil, foreignDepth == 0, var element = open.popLast() else { return }
    element.text += text
    open.append(element)
  }

  private func stop(_ parser: XMLParser, _ refusal: CAPRefusal) {
    failure = refusal
    parser.abortParsing()
  }
}
