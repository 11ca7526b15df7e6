/// From what an alert says to what a loudspeaker says: plain sentences, no addresses of the web, no end that never comes.
enum CAPSpeech {
  /// Unicode scalars of a whole announcement, about four minutes.
  static let limit = 3_000
  static let drillOpening = "Diễn tập. Đây là tin diễn tập, không phải sự việc có thật."
  static let drillClosing = "Xin nhắc lại, đây là diễn tập."

  /// The infos one after another, each with its areas named when there are several; empty when none of them says anything.
  static func text(of infos: [CAPAlert.Info], isExercise: Bool) -> String {
    let closing = isExercise ? length(drillOpening) + length(drillClosing) + 2 : 0
    var room = limit - closing
    var parts: [String] = []
    for info in infos {
      let place = infos.count > 1 ? sentence("Khu vực \(info.areas.map(\.areaDescription).joined(separator: ", "))") : ""
      let prefix = info.areas.isEmpty ? "" : cut(place, to: 200)
      // What is left may be too little for another danger and what to do about it.
      guard parts.isEmpty || room > 400 else { break }
      let said = self.text(of: info, limit: room - length(prefix) - 1)
      let part = prefix.isEmpty ? said : "\(prefix) \(said)"
      guard !said.isEmpty, !parts.contains(part) else { continue }
      parts.append(part)
      room -= length(part) + 1
    }
    guard !parts.isEmpty else { return "" }
    return (isExercise ? [drillOpening] + parts + [drillClosing] : parts).joined(separator: " ")
  }

  /// Headline or event, description, instruction. What to do is kept before what happened when both are too long.
  static func text(of info: CAPAlert.Info, limit: Int) -> String {
    let headline = sentence(info.headline ?? "")
    let opening = cut(headline.isEmpty ? sentence(info.event) : headline, to: limit / 4)
    let instruction = cut(sentence(info.instruction ?? ""), to: limit / 2)
    let description = cut(sentence(info.description ?? ""), to: limit - length(opening) - length(instruction) - 2)
    var parts: [String] = []
    for part in [opening, description, instruction] where !part.isEmpty && !parts.contains(part) { parts.append(part) }
    return parts.joined(separator: " ")
  }

  /// A short name on one line, without the full stop of a sentence.
  static func title(_ text: String) -> String {
    let title = cut(sentence(text), to: 200)
    return title.hasSuffix(".") ? String(title.dropLast()) : title
  }

  /// Whether a Vietnamese voice can read it: more Latin letters than others.
  static func isReadable(_ text: String) -> Bool {
    var latin = 0
    var others = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      case 0x41...0x24F, 0x1E00...0x1EFF, 0x300...0x36F: latin += 1
      default: others += 1
      }
    }
    return latin > others
  }

  /// Characters that are no part of what is said: controls, marks of direction, private use, noncharacters.
  static func isUnspoken(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned: true
    default: scalar.value == 0xFFFD
    }
  }

  private static func length(_ text: String) -> Int { text.unicodeScalars.count }
}

extension CAPAlert.Info {
  /// What the loudspeakers say of it; an exercise says so first and last.
  public func spokenText(isExercise: Bool) -> String { CAPSpeech.text(of: [self], isExercise: isExercise) }
}

extension CAPAlert {
  /// What the loudspeakers say of the whole message, wherever it is for.
  public func spokenText(isExercise: Bool) -> String { CAPSpeech.text(of: spokenInfos, isExercise: isExercise) }
}
