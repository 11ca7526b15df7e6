/// Turns whatever encoding a notice comes in into clean NFC text, and says what was done.
///
/// Clean text costs one scan of its bytes and comes back as the same string. Old encodings are recognised by evidence
/// only: words that are no syllables as they stand and become legal ones when decoded, against those that do not.
public enum EncodingRepair {
  /// Repairs a file's contents: UTF-8 and UTF-16 with or without a mark, Windows-1258, TCVN3, VNI-Windows, VIQR.
  ///
  /// Never fails: bytes of no encoding become U+FFFD and their lines are named.
  public static func repair(bytes: [UInt8]) -> RepairedText {
    if let units = utf16Units(bytes) {
      let (text, broken) = decodeUTF16(units)
      return repair(text: text, after: [.utf16] + broken)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    let scan = UTF8Scan(body)
    if scan.broken == 0 { return repair(text: String(decoding: body, as: UTF8.self)) }
    if scan.vietnamese <= scan.broken, let (text, fault) = decodeLegacy(bytes: body) {
      return repair(text: text, after: [fault])
    }
    return repair(
      text: String(decoding: body, as: UTF8.self),
      after: [.brokenBytes(count: scan.broken, lines: scan.brokenLines)])
  }

  /// Repairs text that is Unicode already: composes NFD, plain letters and spaces, old encodings pasted as Latin letters.
  public static func repair(text: String) -> RepairedText { repair(text: text, after: []) }

  private static func repair(text: String, after faults: [EncodingFault]) -> RepairedText {
    var text = text
    guard isSuspect(text.utf8.span) else { return RepairedText(text: text, repairs: faults.map(\.repair)) }
    var faults = faults
    if let (restored, fault) = restoreDoubleUTF8(text) {
      text = restored
      faults.append(fault)
    }
    if let (decoded, fault) = decodeLegacy(text: text) {
      text = decoded
      faults.append(fault)
    }
    let (clean, found) = cleanScalars(text)
    return RepairedText(text: clean, repairs: (faults + found).map(\.repair))
  }
}
