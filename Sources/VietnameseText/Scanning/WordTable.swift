/// A table from written forms to spoken words, told apart by exact case or not.
struct WordTable: Sendable {
  private let spoken: KeyTable<String>

  /// - Parameter lines: a written form, a space, its words; one pair per line. Underscores in the form stand for spaces.
  init(_ lines: String, exactCase: Bool = false) {
    var table: [Key: String] = [:]
    for line in lines.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      let written = String(line[..<space].map { $0 == "_" ? " " : $0 })
      let key = exactCase ? Key(exact: written.utf8) : Key(phrase: written)
      table[key] = String(line[line.index(after: space)...])
    }
    spoken = KeyTable(table.map { ($0.key, $0.value) })
  }

  subscript(key: Key) -> String? { spoken[key] }
}

extension Key {
  /// The key of these bytes as written, case kept.
  init(exact bytes: some Sequence<UInt8>) {
    self = bytes.reduce(.empty) { $0.with(UInt64($1)) }
  }
}
