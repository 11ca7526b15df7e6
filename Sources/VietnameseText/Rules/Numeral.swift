/// A written number: its value, how it was grouped, and its fraction.
struct Numeral {
  enum Style { case plain, grouped, comma, dot }

  var end: Int
  /// The whole part; saturates past 18 digits, and then `isLong` holds.
  var value: UInt64
  /// Digits of the whole part, separators left out.
  var count: Int
  var startsWithZero: Bool
  /// The atom that holds the digits after the comma or point.
  var fraction: Int?
  var style: Style
  var flag: Flag = .sure

  var isLong: Bool { count > 18 }
  var isWhole: Bool { fraction == nil }
  /// A number two written forms can be compared by.
  var magnitude: Double = 0
}
