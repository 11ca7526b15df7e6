/// A maximal run of letters, digits or blanks, a line end, or one mark: what the rules look at.
struct Atom: Sendable {
  enum Kind: UInt8, Sendable { case blank, lineEnd, word, digits, mark, outside }
  enum LetterCase: UInt8, Sendable { case lower, capital, upper, mixed }

  /// Longer runs are cut, so that no rule meets a number or word without bounds.
  static let longestRun = 48

  var start: Int32
  var end: Int32
  /// Words: their key. Digits: their value, saturated. Marks: their scalar.
  var key: Key
  var kind: Kind
  var letterCase: LetterCase = .lower
  /// Scalars in the run.
  var count: UInt8 = 1

  /// Stands for every place outside the stretch under reading.
  static var outside: Atom { Atom(start: 0, end: 0, key: 0, kind: .outside) }

  var range: Range<Int> { Int(start)..<Int(end) }
}
