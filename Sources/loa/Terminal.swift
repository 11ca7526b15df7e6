internal import Foundation

/// What the person sees: answers on standard output, progress and complaints on standard error.
enum Terminal {
  /// Whether standard error is a terminal: only then is progress shown.
  static let showsProgress = isatty(STDERR_FILENO) == 1
  /// Whether standard output takes colour: a terminal, and `NO_COLOR` not set.
  static let hasColour = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  /// One complaint on standard error.
  static func complain(_ sentence: String, prefix: Bool = true) {
    clearProgress()
    write((prefix ? text("Lỗi: ", "Error: ") : "") + sentence + "\n")
  }

  /// One remark on standard error that is no failure.
  static func remark(_ sentence: String) {
    clearProgress()
    write(sentence + "\n")
  }

  /// Shows `line` in place of the last progress line, cut to the terminal's width.
  static func progress(_ line: String) {
    guard showsProgress else { return }
    write("\r\u{1B}[K" + String(line.prefix(max(20, columns - 1))))
  }

  static func clearProgress() {
    if showsProgress { write("\r\u{1B}[K") }
  }

  /// The width of the terminal in columns; 100 where there is none.
  static var columns: Int {
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 {
      if size.ws_col > 0 { return Int(size.ws_col) }
    }
    return 100
  }

  private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
