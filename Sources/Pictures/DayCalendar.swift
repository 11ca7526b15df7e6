internal import Bulletin
public import Schedule

/// Day sheets as an iCalendar file (RFC 5545): an event for each session, its items in the description. Times are in UTC.
public struct DayCalendar: Sendable {
  public let ics: String

  public init(_ sheets: [(sheet: DaySheet, words: DayWords)]) {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Loa Lang//Day sheet//VI", "CALSCALE:GREGORIAN"]
    for (sheet, words) in sheets {
      for use in sheet.sessions {
        let items = sheet.rows(of: use.session.name).map {
          "\($0.starts?.clock ?? "") \(words.name($0)) (\(DayWords.length($0.sound.seconds)))"
        }
        let end = use.startUnixMilliseconds + Int(use.budgetSeconds * 1000)
        lines += [
          "BEGIN:VEVENT", "UID:\(sheet.date)-\(Self.identifier(use.session.name))@loa-lang",
          // The same sheet gives the same file: stamped with the beginning of its day.
          "DTSTAMP:\(Self.utc(LocalDateTime(date: sheet.date, secondOfDay: 0).unixSeconds))",
          "DTSTART:\(Self.utc(use.startUnixMilliseconds / 1000))", "DTEND:\(Self.utc(end / 1000))",
          "SUMMARY:\(Self.escaped(words.session(use.session.name)))",
          "LOCATION:\(Self.escaped(words.zones(use.session.zones)))",
          "DESCRIPTION:\(Self.escaped(items.joined(separator: "\n")))", "END:VEVENT",
        ]
      }
    }
    lines.append("END:VCALENDAR")
    ics = lines.map(Self.folded).joined(separator: "\r\n") + "\r\n"
  }

  /// 20261120T223000Z.
  private static func utc(_ unixSeconds: Int) -> String {
    guard let local = LocalDateTime(unixSeconds: unixSeconds - LocalDateTime.utcOffsetSeconds) else { return "" }
    return local.date.description.replacing("-", with: "") + "T" + local.clock.replacing(":", with: "") + "Z"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      default: if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  private static func identifier(_ name: String) -> String { name.utf8.map { String($0, radix: 16) }.joined() }

  /// Lines of at most 75 octets, no character cut in two.
  private static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for character in line.unicodeScalars {
      let size = String(character).utf8.count
      if octets + size > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(character)
      octets += size
    }
    return result
  }
}
