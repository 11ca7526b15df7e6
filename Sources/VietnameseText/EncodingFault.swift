/// A kind of fault that `EncodingRepair` puts right.
enum EncodingFault: Sendable, Hashable {
  /// Decoded from a file or pasted text in an encoding older than Unicode.
  case legacy(LegacyEncoding, words: Int)
  case utf16
  /// UTF-8 once read as Windows-1252: `ThÃ´ng bÃ¡o`.
  case doubleUTF8(lines: Int)
  /// Bytes of no encoding, now U+FFFD.
  case brokenBytes(count: Int, lines: [Int])
  case combiningMarks(count: Int)
  case wrongĐ(count: Int)
  case letterForms(count: Int)
  case invisible(count: Int)
  case spaces(count: Int)
  case controls(count: Int)
}
