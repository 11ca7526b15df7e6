internal import Foundation
internal import Station
internal import VietnameseText

extension Station {
  /// The station of this process's environment.
  static func here() throws -> Station {
    try Station(environment: ProcessInfo.processInfo.environment)
  }

  /// Its lexicon; the lines that could not be taken are said.
  func announcedLexicon() -> Lexicon {
    let (lexicon, faults) = lexicon()
    for fault in faults { Terminal.remark(text("Bỏ qua: ", "Left out: ") + text(fault.vietnamese, fault.english)) }
    return lexicon
  }
}
