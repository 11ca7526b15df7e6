/// Something that keeps the station from doing what it should, raised once and cleared once.
public enum Alarm: Sendable, Hashable {
  /// The loudspeaker's device can't be opened or failed; the reason in both languages.
  case output(name: String, vietnamese: String, english: String)
  /// A program that switches an amplifier failed.
  case hook(name: String, program: String, reason: String)
  /// The line of loudspeakers does nothing at all.
  case hanging(name: String)
  /// The mixer of the loudspeaker's card does not take the volume.
  case volume(name: String, vietnamese: String, english: String)
  /// The microphone that should hear the loudspeaker can't be opened.
  case ear(name: String, vietnamese: String, english: String)
  /// What was sent to the loudspeaker was not heard.
  case unheard(name: String)
  /// The wall clock is earlier than what the station has written down.
  case clock
  /// Sounds that were passed over: missing, damaged, or not what was approved.
  case sound(title: String, vietnamese: String, english: String)
  /// The database can't be read or written.
  case database(vietnamese: String, english: String)
  /// The disk is nearly full.
  case disk(freeBytes: Int)
  /// The health page can't be shown.
  case healthPage(vietnamese: String, english: String)
  /// An emergency sounds, but not as it should.
  case emergency(vietnamese: String, english: String)
  /// A CAP message that was not carried out.
  case cap(vietnamese: String, english: String)
  /// Approved notices that do not air any more.
  case approval(vietnamese: String, english: String)

  /// What is the same for every occurrence of one trouble.
  public var key: String {
    switch self {
    case .output(let name, _, _): "output \(name)"
    case .hook(let name, let program, _): "hook \(name) \(program)"
    case .hanging(let name): "hanging \(name)"
    case .volume(let name, _, _): "volume \(name)"
    case .ear(let name, _, _): "ear \(name)"
    case .unheard(let name): "unheard \(name)"
    case .clock: "clock"
    case .sound(let title, _, _): "sound \(title)"
    case .database: "database"
    case .disk: "disk"
    case .healthPage: "health page"
    case .emergency(_, let sentence): "emergency \(sentence)"
    case .cap(_, let sentence): "cap \(sentence)"
    case .approval(let sentence, _): "approval \(sentence)"
    }
  }

  public var vietnamese: String {
    switch self {
    case .output(let name, let sentence, _): "Loa «\(name)» không phát được. \(sentence)"
    case .hook(let name, let program, let reason):
      "Lệnh «\(program)» của loa «\(name)» lỗi (\(reason)). Hãy chạy thử lệnh ấy, sửa trong station.yaml; loa vẫn phát."
    case .hanging(let name): "Loa «\(name)» đứng yên hơn 20 giây. Hãy khởi động lại đài: sudo systemctl restart loa."
    case .volume(let name, let sentence, _): "Không đặt được âm lượng của loa «\(name)». \(sentence)"
    case .ear(let name, let sentence, _): "Không nghe lại được loa «\(name)». \(sentence)"
    case .unheard(let name):
      "Đã phát ra loa «\(name)» nhưng micro không nghe thấy. Hãy kiểm tra ampli, dây loa, và micro nghe lại."
    case .clock:
      "Đồng hồ của máy sai: sớm hơn lúc đài ghi lần cuối. Đài chưa phát theo lịch. Hãy chỉnh ngày giờ, hoặc nối mạng để máy tự chỉnh."
    case .sound(let title, let sentence, _): "Bỏ qua «\(title)»: \(sentence)"
    case .database(let sentence, _): "Cơ sở dữ liệu: \(sentence) Loa vẫn phát những gì đã lên lịch."
    case .disk(let bytes): "Đĩa gần đầy: còn \(bytes / 1_000_000) MB. Hãy chạy «loa clean», hoặc xóa bớt tệp khác."
    case .healthPage(let sentence, _): sentence
    case .emergency(let sentence, _): "Báo động khẩn cấp: \(sentence)"
    case .cap(let sentence, _): "Cảnh báo CAP chưa thực hiện: \(sentence)"
    case .approval(let sentence, _): sentence
    }
  }

  public var english: String {
    switch self {
    case .output(let name, _, let sentence): "The loudspeaker «\(name)» does not sound. \(sentence)"
    case .hook(let name, let program, let reason):
      "The command «\(program)» of the loudspeaker «\(name)» failed (\(reason)). Try it by hand, mend it in station.yaml; the loudspeaker sounds all the same."
    case .hanging(let name):
      "The loudspeaker «\(name)» has done nothing for 20 s. Restart the station: sudo systemctl restart loa."
    case .volume(let name, _, let sentence): "The volume of the loudspeaker «\(name)» can't be set. \(sentence)"
    case .ear(let name, _, let sentence): "The loudspeaker «\(name)» can't be listened to. \(sentence)"
    case .unheard(let name):
      "The loudspeaker «\(name)» was played on and the microphone heard nothing of it. Check amplifier, cables and microphone."
    case .clock:
      "The clock is wrong: it is earlier than the station's last record. Nothing airs by the schedule. Set date and time, or connect a network."
    case .sound(let title, _, let sentence): "«\(title)» is passed over: \(sentence)"
    case .database(_, let sentence): "Database: \(sentence) What is planned goes on sounding."
    case .disk(let bytes): "The disk is nearly full: \(bytes / 1_000_000) MB left. Run «loa clean», or remove other files."
    case .healthPage(_, let sentence): sentence
    case .emergency(_, let sentence): "Emergency: \(sentence)"
    case .cap(_, let sentence): "A CAP message was not carried out: \(sentence)"
    case .approval(_, let sentence): sentence
    }
  }
}

/// The alarms that are up: each is told when it comes up and when it goes, and not between.
struct AlarmBoard: Sendable {
  enum Change: Sendable, Hashable {
    case raised(Alarm)
    case cleared(Alarm)
  }

  private var up: [String: Alarm] = [:]

  var alarms: [Alarm] { up.sorted { $0.key < $1.key }.map(\.value) }

  mutating func raise(_ alarm: Alarm) -> Change? {
    guard up[alarm.key] == nil else { return nil }
    up[alarm.key] = alarm
    return .raised(alarm)
  }

  mutating func clear(_ alarm: Alarm) -> Change? { up.removeValue(forKey: alarm.key).map { .cleared($0) } }

  /// Clears what `isOver` says is over.
  mutating func clear(where isOver: (Alarm) -> Bool) -> [Change] {
    alarms.filter(isOver).compactMap { clear($0) }
  }
}
