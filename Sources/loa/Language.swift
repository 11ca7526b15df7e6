internal import Foundation

/// The language the program speaks to people: Vietnamese, or English under `LOA_LANG=en`.
enum Language {
  case vietnamese, english

  static let current: Language =
    (ProcessInfo.processInfo.environment["LOA_LANG"] ?? "").lowercased().hasPrefix("en") ? .english : .vietnamese
}

/// One sentence in the person's language; both stand together wherever a text is written.
func text(_ vietnamese: String, _ english: String) -> String {
  Language.current == .vietnamese ? vietnamese : english
}
