internal import ArgumentParser
internal import Bulletin
internal import Emergency
internal import Foundation
internal import Production
internal import Station
internal import VietnameseText

/// What may be said about an emergency on the command line.
struct EmergencyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      text("Đọc lời báo từ tệp; - là đầu vào.", "Read the text from a file; - is standard input."), valueName: text("tệp", "path")
    ))
  var file: String?

  @Option(
    help: ArgumentHelp(
      text("Phát tệp âm thanh thay cho lời.", "Play a recording instead of a text."), valueName: text("tệp", "path")))
  var audio: String?

  @Option(
    help: ArgumentHelp(
      text("Nói trực tiếp từ micro (thiết bị ALSA).", "Speak live into a microphone (ALSA device)."),
      valueName: text("thiết bị", "device")))
  var mic: String?

  @Option(
    help: ArgumentHelp(
      text("Chỉ phát ở khu vực này; ghi nhiều lần cho nhiều khu.", "Only in this zone; may be given more than once.")))
  var zone: [String] = []

  @Option(
    name: .customLong("repeat"), help: ArgumentHelp(text("Mỗi lượt đọc mấy lần, 1 đến 20.", "Times a round says it, 1 to 20.")))
  var repeats = 3

  @Option(help: ArgumentHelp(text("Nhắc lại mỗi: 10m, 2h.", "Sound again every 10m, 2h.")))
  var every: String?

  @Option(help: ArgumentHelp(text("Đến giờ: 06:00, hoặc \"2026-11-22 06:00\".", "Until 06:00, or \"2026-11-22 06:00\".")))
  var until: String?

  @Option(
    help: ArgumentHelp(text("Mẫu: storm (bão), tsunami (sóng thần), fire (cháy), flood (lũ).", "storm, tsunami, fire or flood.")))
  var pattern: String?

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      text(
        "emergency (phát ngay); priority, normal thì chờ duyệt và lên lịch.",
        "emergency sounds at once; priority and normal are notices to be approved.")))
  var noticeClass = "emergency"

  @ArgumentParser.Flag(
    help: ArgumentHelp(
      text(
        "Diễn tập: loa nói rõ là diễn tập; in thời gian từng bước.",
        "A drill: the loudspeaker says so; the time of each step is printed.")))
  var drill = false

  @ArgumentParser.Flag(
    help: ArgumentHelp(text("Tự kiểm tra: âm thử nhỏ ra mọi loa.", "Self-test: a quiet tone on every loudspeaker.")))
  var selfTest = false

  @ArgumentParser.Flag(help: ArgumentHelp(text("Xem sẽ phát gì, không phát.", "Show what would sound, and sound nothing.")))
  var dryRun = false

  @ArgumentParser.Flag(name: [.short, .long], help: ArgumentHelp(text("Không hỏi lại.", "Do not ask.")))
  var yes = false

  @ArgumentParser.Flag(help: ArgumentHelp(text("Với cancel: dừng tất cả.", "With cancel: end all.")))
  var all = false

  @Option(
    help: ArgumentHelp(
      text("Phát cảnh báo CAP 1.2; - là đầu vào.", "Sound a CAP 1.2 alert; - is standard input."), valueName: text("tệp", "path"))
  )
  var cap: String?

  @Option(
    help: ArgumentHelp(
      text(
        "Khóa của người duyệt, khi không thuộc nhóm loa-emergency.",
        "An approver's key, for who is not in the group loa-emergency."), valueName: text("tệp", "path")))
  var key: String?

  @ArgumentParser.Flag(help: ArgumentHelp(text("In thời gian từng bước.", "Print how long each step took.")))
  var timing = false

  @ArgumentParser.Flag(help: ArgumentHelp(text("Không in nội dung.", "Do not show the text.")))
  var quiet = false

  /// - Throws: `Failure` with what is wrong and what to write; `EmergencyRefusal`.
  func order(words: [String], now: Int) throws -> EmergencyOrder {
    var order = EmergencyOrder(id: EmergencyOrder.id(at: now), text: try written(words), issued: now)
    if let audio { order.audio = URL(filePath: audio).standardizedFileURL.path }
    order.microphone = mic
    (order.repeats, order.isDrill, order.isSelfTest) = (repeats, drill, selfTest)
    if !zone.isEmpty { order.zones = .named(zone) }
    if let pattern { (order.kind, order.timing) = try kind(pattern) }
    if let every { order.timing = .every(seconds: try Self.seconds(every)) }
    if let until { order.expires = try Self.moment(until, now: now) }
    if let audio, !FileManager.default.isReadableFile(atPath: audio) {
      Terminal.remark(text("Chú ý: không đọc được tệp «\(audio)».", "Note: the file «\(audio)» can't be read."))
    }
    let environment = ProcessInfo.processInfo.environment
    let zones = zone.isEmpty ? [] : StationEmergency.configuration(environment: environment).zones()
    _ = try order.checked(now: now, zones: zones)
    order.text = try EmergencyText.cleaned(order.text)
    order.setDefaultEnd()
    return order
  }

  private func written(_ words: [String]) throws -> String {
    if let file, file != "-" {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Failure(
          .badInput, "không đọc được tệp «\(file)». Hãy kiểm tra tên tệp.", "the file «\(file)» can't be read. Check its name.")
      }
      return try NoticeFile.text(of: [UInt8](data), named: file).text
    }
    if !words.isEmpty, words != ["-"] { return words.joined(separator: " ") }
    let isElsewhere = audio != nil || mic != nil || selfTest || pattern != nil
    if file == "-" || words == ["-"] || (!isElsewhere && isatty(STDIN_FILENO) == 0) {
      // Beyond its limit a text is refused: no more of it need be read.
      let data = (try? FileHandle.standardInput.read(upToCount: EmergencyMessage.sizeLimit)).flatMap(\.self) ?? Data()
      return try NoticeFile.text(of: [UInt8](data), named: text("đầu vào", "standard input")).text
    }
    return ""
  }

  func alertClass() throws -> NoticeClass {
    switch noticeClass.lowercased() {
    case "emergency", "khẩn cấp", "khan-cap": return .emergency
    case "priority", "ưu tiên", "uu-tien": return .priority
    case "normal", "thường", "thuong": return .normal
    default:
      throw Failure(
        .badInput, "không có loại «\(noticeClass)». Hãy viết emergency, priority hoặc normal.",
        "there is no class «\(noticeClass)». Write emergency, priority or normal.")
    }
  }

  private func kind(_ name: String) throws -> (EmergencyKind, EmergencyTiming) {
    let names: [String: EmergencyKind] = [
      "storm": .storm, "bão": .storm, "bao": .storm, "tsunami": .tsunami, "sóng thần": .tsunami, "song-than": .tsunami,
      "fire": .fire, "cháy": .fire, "chay": .fire, "flood": .flood, "lũ": .flood, "lu": .flood,
    ]
    guard let kind = names[name.lowercased()] else {
      throw Failure(
        .badInput, "không có mẫu «\(name)». Hãy viết storm (bão), tsunami (sóng thần), fire (cháy) hoặc flood (lũ).",
        "there is no pattern «\(name)». Write storm, tsunami, fire or flood.")
    }
    return (kind, .pattern(kind))
  }

  private static func seconds(_ text: String) throws -> Int {
    let units: [Character: Int] = ["s": 1, "m": 60, "p": 60, "h": 3600, "g": 3600]
    if let unit = text.last, let factor = units[unit], let count = Int(text.dropLast()), (1...100_000).contains(count) {
      return count * factor
    }
    throw Failure(
      .badInput, "không hiểu khoảng cách «\(text)». Hãy viết như 10m (10 phút) hoặc 2h (2 giờ).",
      "the interval «\(text)» is not understood. Write 10m or 2h.")
  }

  private static func moment(_ written: String, now: Int) throws -> Int {
    let parts = written.replacing("T", with: " ").split(separator: " ")
    let clock = (parts.last ?? "").split(whereSeparator: { ":hg".contains($0) }).map { Int($0) }
    if let today = LocalDateTime(unixSeconds: now / 1000), (1...2).contains(parts.count), (1...2).contains(clock.count),
      let hour = clock[0], let minute = clock.count == 2 ? clock[1] : 0, (0...23).contains(hour), (0...59).contains(minute)
    {
      let date = parts.count == 2 ? CivilDate(written: parts[0]) : today.date
      if let date {
        let midnight = (now / 1000 - today.secondOfDay) + (date.daysSinceEpoch - today.date.daysSinceEpoch) * 86_400
        let moment = (midnight + hour * 3600 + minute * 60) * 1000
        // An hour that has passed is tomorrow's.
        return parts.count == 1 && moment <= now ? moment + 86_400_000 : moment
      }
    }
    throw Failure(
      .badInput, "không hiểu giờ «\(written)». Hãy viết như 06:00 hoặc \"2026-11-22 06:00\".",
      "the time «\(written)» is not understood. Write 06:00 or \"2026-11-22 06:00\".")
  }
}
