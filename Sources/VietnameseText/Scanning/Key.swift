/// Identity of a word or phrase: FNV-1a over lower-cased scalars, so that tables are searched without making strings.
typealias Key = UInt64

extension Key {
  static let empty: Key = 0xCBF2_9CE4_8422_2325

  /// This key with one more scalar, or one more word of a phrase.
  @inline(__always)
  func with(_ part: UInt64) -> Key { (self ^ part) &* 0x100_0000_01B3 }

  /// The key of a phrase whose last word is `word`.
  @inline(__always)
  func followed(by word: Key) -> Key { (self &* 0x9E37_79B9_7F4A_7C15).with(word) }

  /// The key of one written word, whatever its case.
  init(word: some StringProtocol) {
    self = word.unicodeScalars.reduce(.empty) { $0.with(UInt64(Letters.lower($1.value))) }
  }

  /// The key of words parted by spaces.
  init(phrase: some StringProtocol) {
    var words = phrase.split(separator: " ").map { Key(word: $0) }[...]
    guard let first = words.popFirst() else {
      self = .empty
      return
    }
    self = words.reduce(first) { $0.followed(by: $1) }
  }
}
