internal import Emergency

extension EmergencyKind {
  /// What an alert is about where its words leave no doubt, else `general`: it only chooses the recorded message.
  init(of order: CAPOrder) {
    let named = Self.kinds(in: order.event)
    let told = named.isEmpty ? Self.kinds(in: order.text) : named
    self = told.count == 1 ? told.first ?? .general : .general
  }

  private static let words: [(kind: EmergencyKind, words: [String])] = [
    (.storm, ["bão", "storm", "typhoon", "hurricane"]), (.tsunami, ["sóng thần", "tsunami"]),
    (.fire, ["cháy", "fire", "wildfire"]), (.flood, ["lũ", "lụt", "ngập", "flood", "flooding"]),
  ]

  private static func kinds(in text: String) -> [EmergencyKind] {
    // Whole words, marks included: «cháy» is not «chảy», a thunderstorm no storm.
    let spaced = " " + text.lowercased().split { !$0.isLetter }.joined(separator: " ") + " "
    return words.filter { $0.words.contains { spaced.contains(" \($0) ") } }.map(\.kind)
  }
}
