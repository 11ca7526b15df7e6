/// The encodings that Vietnamese offices used before Unicode and still find in old files.
enum LegacyEncoding: Sendable, Hashable, CaseIterable {
  /// One byte per letter, fonts named `.Vn…`.
  case tcvn3
  /// Letter and mark as two bytes, fonts named `VNI-…`.
  case vni
  /// ASCII with marks behind the letter: `Tho^ng ba'o`.
  case viqr
  /// Windows-1258: letters with combining tone marks.
  case cp1258

  var name: String {
    switch self {
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI-Windows"
    case .viqr: "VIQR"
    case .cp1258: "Windows-1258"
    }
  }
}
