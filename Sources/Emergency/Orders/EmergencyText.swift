/// The words of an emergency: what may be in them, and what is said around them.
public enum EmergencyText {
  /// Unicode scalars, about four minutes.
  public static let limit = 3000

  /// Without control characters, blanks at the ends, and signs that change the direction of writing.
  /// - Throws: `tooLong`.
  public static func cleaned(_ text: String) throws(EmergencyRefusal) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: kept.append(scalar == "\n" || scalar == "\t" ? scalar : " ")
      case .format, .surrogate, .privateUse, .unassigned: continue
      case .lineSeparator, .paragraphSeparator: kept.append("\n")
      default: kept.append(scalar)
      }
    }
    let lines = String(kept).split(separator: "\n").map {
      $0.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
    }
    let cleaned = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    let count = cleaned.unicodeScalars.count
    guard count <= limit else { throw .tooLong(characters: count, limit: limit) }
    return cleaned
  }

  /// What a round says: a drill says that it is one, a later round when it was issued.
  /// - Parameter issued: as the reader takes it, `3 giờ 15 phút`.
  static func said(_ order: EmergencyOrder, round: Int, issued: String) -> String {
    var text = order.text
    if round > 0 { text = "Xin nhắc lại thông báo lúc \(issued).\n\(text)" }
    guard order.isDrill, !text.hasPrefix(CAPSpeech.drillOpening) else { return text }
    return "\(CAPSpeech.drillOpening)\n\(text)\n\(CAPSpeech.drillClosing)"
  }
}
