internal import Bulletin
internal import Emergency
internal import Station

/// Emergencies as a person reads them at night.
enum EmergencyView {
  /// What is said, where, until when, and how to stop it.
  static func announcement(_ order: EmergencyOrder, outputs: [String]) -> String {
    let zones: String =
      if case .named(let names) = order.zones { names.joined(separator: ", ") } else { text("toàn xã", "everywhere") }
    let heading =
      order.isDrill
      ? text("DIỄN TẬP", "DRILL") : order.isSelfTest ? text("TỰ KIỂM TRA", "SELF-TEST") : text("KHẨN CẤP", "EMERGENCY")
    return """
      \(heading) \(order.id)
      \(text("Nội dung:", "What: ")) \(contents(order))
      \(text("Phát ở:  ", "Where:")) \(zones) (\(outputs.joined(separator: ", ")))
      \(text("Lịch:    ", "When: ")) \(schedule(order))
      \(text("Dừng:    ", "Stop: ")) loa khan-cap cancel \(order.id)
      """
  }

  static func contents(_ order: EmergencyOrder) -> String {
    if let device = order.microphone { return text("nói trực tiếp, micro \(device)", "live, microphone \(device)") }
    if let path = order.audio { return text("tệp \(path)", "the file \(path)") }
    if order.isSelfTest { return text("âm thử nhỏ", "a quiet tone") }
    return order.text.isEmpty
      ? text("lời thu sẵn «\(order.kind.rawValue)»", "the recorded message «\(order.kind.rawValue)»") : "«\(order.text)»"
  }

  private static func schedule(_ order: EmergencyOrder) -> String {
    let times = text("\(order.repeats) lần mỗi lượt", "\(order.repeats) times a round")
    let rounds: String =
      switch order.timing {
      case .once: text("một lượt", "one round")
      case .every(let seconds): text("cứ \(length(seconds)) một lượt", "a round every \(length(seconds))")
      case .pattern(let kind): text("theo mẫu «\(kind.rawValue)»", "by the pattern «\(kind.rawValue)»")
      }
    let end = order.expires.map { text("đến \(clock($0))", "until \(clock($0))") } ?? text("đến khi hủy", "until cancelled")
    return "\(times), \(rounds), \(end)"
  }

  /// One line of a list.
  static func line(_ state: EmergencyState) -> String {
    let doing =
      state.isSounding
      ? text("đang phát", "sounds now")
      : state.next.map { text("phát tiếp lúc \(clock($0))", "sounds next at \(clock($0))") } ?? text("sắp phát", "about to sound")
    let head = state.order.isDrill ? text("DIỄN TẬP", "DRILL") : text("KHẨN CẤP", "EMERGENCY")
    let end = state.order.expires.map { text("đến \(clock($0))", "until \(clock($0))") } ?? text("đến khi hủy", "until cancelled")
    return
      "\(head) \(state.order.id): \(contents(state.order)); \(doing), \(end). \(text("Dừng", "Stop")): loa khan-cap cancel \(state.order.id)"
  }

  private static func length(_ seconds: Int) -> String {
    seconds % 3600 == 0
      ? text("\(seconds / 3600) giờ", "\(seconds / 3600) h") : text("\(seconds / 60) phút", "\(seconds / 60) min")
  }

  static func clock(_ unixMilliseconds: Int) -> String {
    LocalDateTime(unixSeconds: unixMilliseconds / 1000).map { "\($0.clock) \($0.date.vietnamese)" } ?? "?"
  }
}
