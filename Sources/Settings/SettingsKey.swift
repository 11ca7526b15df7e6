internal import Foundation

/// A key of a settings file, with every name it may be written under.
public struct SettingsKey: Sendable, Hashable {
  /// The first is the one shown in messages.
  public let names: [String]

  /// - Precondition: at least one name.
  public init(_ names: [String]) {
    precondition(!names.isEmpty, "a key has a name")
    self.names = names
  }

  public init(_ names: String...) { self.init(names) }

  public var canonical: String { names[0] }

  /// Whether `written` is one of the names; case, marks and runs of spaces, `_` or `-` do not matter.
  public func matches(_ written: String) -> Bool {
    let folded = Self.folded(written)
    return names.contains { Self.folded($0) == folded }
  }

  /// The name among `names` closest to `written`, when it is close enough to be what was meant.
  public static func nearest(to written: String, among names: [String]) -> String? {
    let folded = Array(folded(written))
    let ranked = names.map { (name: $0, distance: distance(folded, Array(Self.folded($0)))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, best.name.count / 3) ? best.name : nil
  }

  /// Lower case, no Vietnamese marks, single spaces.
  static func folded(_ text: String) -> String {
    var result = ""
    var pendingSpace = false
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case " ", "_", "-", "\t", "\u{A0}": pendingSpace = !result.isEmpty
      case "\u{300}"..."\u{36F}": continue
      default:
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        result += scalar == "đ" || scalar == "Đ" ? "d" : scalar.properties.lowercaseMapping
      }
    }
    return result
  }

  /// Edit distance with swapped neighbours as one edit (optimal string alignment).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
