internal import Foundation

/// The characters of a CAP file, before anything in it is believed.
enum CAPSource {
  /// The file as UTF-8 under a declaration of our own, its lines where they were.
  ///
  /// The parser obeys the encoding a file declares, and in UTF-7 a `<!DOCTYPE` looks like anything else. So the characters
  /// are made here, strictly, and what the parser reads is what was checked. UTF-16 is taken with a byte order mark.
  static func checked(_ bytes: [UInt8]) throws(CAPRefusal) -> [UInt8] {
    let text = try characters(of: bytes)
    if let line = lineOfDocumentType(text) { throw .documentType(line: line) }
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".utf8) + text
  }

  /// UTF-8 without mark and declaration.
  private static func characters(of bytes: [UInt8]) throws(CAPRefusal) -> [UInt8] {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFE, 0xFF): try body(of: fromUTF16(bytes, isBigEndian: true), declaring: ["UTF-16"])
    case (0xFF, 0xFE): try body(of: fromUTF16(bytes, isBigEndian: false), declaring: ["UTF-16"])
    case (0x3C, 0x00), (0x00, 0x3C): throw .unreadableEncoding("UTF-16, no byte order mark")
    default:
      try body(
        of: fromUTF8(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]),
        declaring: ["UTF-8", "US-ASCII", "ASCII"])
    }
  }

  private static func fromUTF8(_ bytes: ArraySlice<UInt8>) throws(CAPRefusal) -> [UInt8] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .unreadableEncoding(declaredEncoding(bytes).map { "not UTF-8; declared \($0)" } ?? "not UTF-8")
    }
    return Array(bytes)
  }

  private static func fromUTF16(_ bytes: [UInt8], isBigEndian: Bool) throws(CAPRefusal) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var pending: UInt16?
    for byte in bytes.dropFirst(2) {
      guard let first = pending else {
        pending = UInt16(byte)
        continue
      }
      units.append(isBigEndian ? first << 8 | UInt16(byte) : UInt16(byte) << 8 | first)
      pending = nil
    }
    guard pending == nil, let text = String(validating: units, as: UTF16.self) else {
      throw .unreadableEncoding("broken UTF-16")
    }
    return Array(text.utf8)
  }

  private static func body(of text: [UInt8], declaring allowed: [String]) throws(CAPRefusal) -> [UInt8] {
    guard let end = endOfDeclaration(text[...]) else { return text }
    if let encoding = declaredEncoding(text[...]), !allowed.contains(encoding.uppercased()) {
      throw .unreadableEncoding("declared \(encoding)")
    }
    let lines = text[..<end].filter { $0 == UInt8(ascii: "\n") }
    return lines + text[end...]
  }

  /// Where `<?xml ...?>` at the very beginning ends.
  private static func endOfDeclaration(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.starts(with: "<?xml".utf8), let next = text.dropFirst(5).first, [0x20, 0x09, 0x0A, 0x0D].contains(next) else {
      return nil
    }
    return zip(text.indices, zip(text, text.dropFirst())).first { $1 == (UInt8(ascii: "?"), UInt8(ascii: ">")) }.map { $0.0 + 2 }
  }

  private static func declaredEncoding(_ text: ArraySlice<UInt8>) -> String? {
    guard let end = endOfDeclaration(text) else { return nil }
    let declaration = String(decoding: text[..<end], as: UTF8.self)
    let quotes: (Character) -> Bool = { $0 == "\"" || $0 == "'" }
    let parts = declaration.split(omittingEmptySubsequences: false, whereSeparator: quotes)
    return zip(parts, parts.dropFirst()).first { name, _ in
      guard name.trimmed.hasSuffix("=") else { return false }
      return name.trimmed.dropLast().trimmed.hasSuffix("encoding")
    }.map { String($1) }
  }

  /// Anywhere, comments and CDATA too: nothing an alert says needs it, and no way to hide it is left.
  private static func lineOfDocumentType(_ text: [UInt8]) -> Int? {
    guard let found = Data(text).range(of: Data("<!DOCTYPE".utf8)) else { return nil }
    return text.prefix(found.lowerBound).count { $0 == UInt8(ascii: "\n") } + 1
  }
}
