internal import ArgumentParser
internal import Bulletin
internal import Emergency
internal import Foundation
internal import Station
internal import VietnameseText

/// `loa emergency`, `loa khan-cap`: warns the village at once, whatever is broken.
struct EmergencyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emergency",
    abstract: text(
      "BÁO ĐỘNG KHẨN CẤP: phát ngay ra loa, đài có chạy hay không.", "EMERGENCY: sounds at once, whether the station runs or not."
    ),
    discussion: text(
      """
      loa khan-cap "Nước lũ đang lên nhanh, bà con sơ tán ngay."
      loa khan-cap --pattern flood            lời thu sẵn, nhắc theo mẫu
      loa khan-cap list                       các báo động đang chạy
      loa khan-cap cancel MÃ                  dừng một báo động; cancel --all dừng hết
      Không có lời trong lệnh thì đọc từ đầu vào. Thêm --drill để diễn tập.
      """,
      """
      loa emergency "Nước lũ đang lên nhanh, bà con sơ tán ngay."
      loa emergency --pattern flood           the recorded message, by its pattern
      loa emergency list                      what is in force
      loa emergency cancel ID                 ends one; cancel --all ends all
      Without a text the standard input is read. --drill makes it a drill.
      """),
    aliases: ["khan-cap"])

  @Argument(
    help: ArgumentHelp(
      text("Lời báo động; hoặc list, cancel MÃ.", "The text; or list, cancel ID."), valueName: text("lời", "text")))
  var words: [String] = []

  @OptionGroup var options: EmergencyOptions

  func run() async throws {
    let run = EmergencyRun(
      environment: ProcessInfo.processInfo.environment, isTiming: options.timing || options.drill, isQuiet: options.quiet)
    switch try verb() {
    case .list: return try list(run)
    case .cancel(let id): return try cancel(id, run)
    case nil: break
    }
    if let path = options.cap { return try EmergencyCAP(path: path, options: options).run() }
    let now = Acting.now
    let order = try options.order(words: words, now: now)
    let noticeClass = try options.alertClass()
    if noticeClass != .emergency { return try schedule(order, noticeClass) }
    if options.dryRun { return EmergencyDryRun.show(order) }
    if !options.yes, Self.isAtTerminal {
      print(text("Phát ngay ra loa: ", "To be sounded at once: ") + EmergencyView.contents(order))
      guard Self.confirms() else { throw ExitCode(Failure.Code.failed.rawValue) }
    }
    try run.raise(order, keyFile: options.key)
  }

  private enum Verb {
    case list
    /// nil for all.
    case cancel(String?)
  }

  /// What is asked for in place of an alarm, however it is written: who types in haste to stop one must not sound another.
  /// - Throws: `Failure` for what can be neither.
  private func verb() throws -> Verb? {
    let first = words.count <= 3 ? words.first?.lowercased() : nil
    switch first {
    case "list", "danh-sach", "xem":
      if words.count == 1, !options.all { return .list }
    case "cancel", "huy", "hủy", "stop", "dung", "dừng":
      if words.count == 1, options.all { return .cancel(nil) }
      if words.count == 2, !options.all, words[1].allSatisfy({ $0.isASCII }) { return .cancel(words[1].lowercased()) }
    default:
      if !options.all { return nil }
    }
    throw Failure(
      .badInput,
      "không phát gì. Dừng một báo động: loa khan-cap cancel MÃ; dừng hết: loa khan-cap cancel --all; xem: loa khan-cap list. Nếu đó là lời báo động, hãy viết trong ngoặc kép.",
      "nothing sounds. To end one: loa emergency cancel ID; all: loa emergency cancel --all; to see them: loa emergency list. If it is an alarm's text, put it into quotes."
    )
  }

  /// Less than an emergency: a notice like any other, which waits for approval.
  /// - Throws: `Failure` where there is no text to approve.
  private func schedule(_ order: EmergencyOrder, _ noticeClass: NoticeClass) throws {
    guard !order.text.isEmpty, !order.isDrill else {
      throw Failure(
        .badInput, "tin chờ duyệt (--class) cần lời viết ra, và không phải là diễn tập. Hãy ghi lời, bỏ --drill.",
        "a notice to be approved (--class) needs a written text and is no drill. Write the text, leave --drill out.")
    }
    let title = order.text.split(separator: "\n").first.map { String($0.prefix(100)) } ?? ""
    let notice = CAPNotice(
      id: order.id, noticeClass: noticeClass, title: title, text: order.text, zones: order.zones,
      expires: order.expires ?? order.issued + 86_400_000, isExercise: order.isDrill)
    let path = options.dryRun ? "" : try notice.put(into: StationHome(environment: ProcessInfo.processInfo.environment))
    print(
      text(
        "Không phát ngay: tin loại này vào hộp thư của đài\(path.isEmpty ? "" : " (\(path))"), chờ gửi và duyệt: loa inbox.",
        "Nothing sounds now: a notice of this class is in the station's inbox\(path.isEmpty ? "" : " (\(path))"), to be submitted and approved: loa inbox."
      ))
  }

  /// Whether a person can answer; in a pipe nobody is asked.
  static var isAtTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  static func confirms() -> Bool {
    while true {
      print(text("Gõ Enter để phát, chữ k để thôi: ", "Enter sounds it, n leaves it: "), terminator: "")
      fflush(nil)
      let answer = readLine()?.lowercased().filter { !$0.isWhitespace }
      switch answer {
      case "", "c", "co", "có", "y", "yes", "p", "phat", "phát": return true
      case nil, "k", "ko", "khong", "không", "n", "no", "huy", "hủy", "dung", "dừng", "thoi", "thôi":
        print(text("Đã thôi, chưa phát gì.", "Left, nothing has sounded."))
        return false
      default: continue
      }
    }
  }

  private func list(_ run: EmergencyRun) throws {
    try run.act(.list, keyFile: nil)
    let orders = run.orders
    print(
      orders.isEmpty
        ? text("Không có báo động nào.", "No emergency is in force.") : orders.map(EmergencyView.line).joined(separator: "\n"))
    if run.isOnRecord, !orders.isEmpty {
      Terminal.remark(
        text(
          "Chú ý: KHÔNG AI ĐANG PHÁT. Đài không chạy, lệnh đã phát không còn. Hãy chạy đài (sudo systemctl start loa) để phát tiếp, hoặc gõ lại lệnh báo động.",
          "Note: NOBODY SOUNDS THEM. The station does not run and the command is gone. Start it (sudo systemctl start loa), or give the alarm again."
        ))
    }
  }

  private func cancel(_ id: String?, _ run: EmergencyRun) throws {
    try run.act(.cancel(id: id), keyFile: options.key)
    let ids = run.cancelled
    print(
      ids.isEmpty
        ? text("Không có báo động nào đang chạy.", "No emergency was in force.")
        : text("Đã dừng: \(ids.joined(separator: ", ")).", "Ended: \(ids.joined(separator: ", "))."))
  }
}
