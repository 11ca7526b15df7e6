internal import ArgumentParser
internal import Foundation

/// The argument parser's own words in the person's language; its help and its complaints are English by themselves.
enum ParserWords {
  /// Prints help or a usage error and ends the program: 0 for help, 64 for usage, 1 otherwise.
  static func exit(for error: any Error) -> Never {
    if let exit = error as? ExitCode { Foundation.exit(exit.rawValue) }
    let code = Loa.exitCode(for: error).rawValue
    let message = Loa.fullMessage(for: error)
    if code == 0 {
      print(translated(message))
      Foundation.exit(0)
    }
    let isUsage = code == ExitCode.validationFailure.rawValue
    Terminal.complain(isUsage ? translated(message) : Failure(error).sentence, prefix: !isUsage)
    Foundation.exit(isUsage ? Failure.Code.usage.rawValue : Failure(error).code.rawValue)
  }

  private static func translated(_ message: String) -> String {
    guard Language.current == .vietnamese else { return message }
    return pairs.reduce(message) { text, pair in text.replacing(pair.english, with: pair.vietnamese) }
  }

  /// Longer texts first, so that none is cut by a shorter one.
  private static let pairs: [(english: String, vietnamese: String)] = [
    ("Show the version.", "Xem phiên bản."), ("Show help information.", "Xem hướng dẫn."),
    ("Show subcommand help information.", "Xem hướng dẫn của một lệnh."),
    ("for detailed help.", "để xem hướng dẫn chi tiết."), ("for more information.", "để biết thêm."),
    ("See 'loa", "Xem 'loa"), ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("Usage: ", "Cách dùng: "),
    ("ARGUMENTS:", "THAM SỐ:"), ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "CÁC LỆNH:"), ("Error: ", "Lỗi: "),
    ("Missing expected argument", "Thiếu tham số"), ("Missing required subcommand.", "Thiếu tên lệnh."),
    ("Missing value for", "Thiếu giá trị cho"), ("Unknown option", "Không có tùy chọn"), ("Did you mean", "Có phải là"),
    ("Unexpected argument", "Thừa tham số"), ("unexpected arguments:", "tham số thừa:"), ("Help:", "Giải thích:"),
    ("The value ", "Giá trị "), (" is invalid for ", " không hợp lệ cho "), ("(default: ", "(mặc định: "),
    ("Please provide one of ", "Hãy dùng một trong "), ("<subcommand>", "<lệnh>"), ("<options>", "<tùy chọn>"),
    ("(values: ", "(giá trị: "), (" or '", " hoặc '"), (" and '", " và '"),
  ]
}
