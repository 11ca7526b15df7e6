/// Why an order is not taken. Whatever sounds already goes on.
public enum EmergencyRefusal: Error, Sendable, Hashable, Codable {
  /// Bytes on the socket that are no message, or too many of them.
  case notAMessage
  case messageTooLong(bytes: Int, limit: Int)
  case nothingToSay
  case tooLong(characters: Int, limit: Int)
  case badRepeats(Int)
  case badInterval(seconds: Int)
  case alreadyOver
  case unknownZone([String], known: [String])
  case notAllowed(person: String)
  case tooManyDrills(waitSeconds: Int)
  /// An order of that name was given already.
  case repeated(id: String)
  case noSuchOrder(id: String)
  case badName(String)
  /// Too many callers at once.
  case busy

  /// For programs and the journal.
  public var name: String {
    switch self {
    case .notAMessage: "not-a-message"
    case .messageTooLong: "message-too-long"
    case .nothingToSay: "nothing-to-say"
    case .tooLong: "too-long"
    case .badRepeats: "bad-repeats"
    case .badInterval: "bad-interval"
    case .alreadyOver: "already-over"
    case .unknownZone: "unknown-zone"
    case .notAllowed: "not-allowed"
    case .tooManyDrills: "too-many-drills"
    case .repeated: "repeated"
    case .noSuchOrder: "no-such-order"
    case .badName: "bad-name"
    case .busy: "busy"
    }
  }
}

extension EmergencyRefusal {
  /// What is wrong and what to do, in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .notAMessage: "lời gửi tới đài không đúng dạng. Hãy dùng lệnh «loa khan-cap»."
    case .messageTooLong(let bytes, let limit):
      "lời gửi tới đài dài \(bytes) byte, nhiều nhất là \(limit). Hãy dùng lệnh «loa khan-cap» với lời ngắn hơn."
    case .nothingToSay: "chưa có lời nào để đọc. Hãy viết lời báo trong ngoặc kép, hoặc dùng --file, --audio, --pattern."
    case .tooLong(let characters, let limit):
      "lời báo dài \(characters) chữ, nhiều nhất là \(limit) (khoảng bốn phút). Hãy rút ngắn: việc gì, ở đâu, phải làm gì."
    case .badRepeats(let count): "số lần nhắc \(count) không dùng được. Hãy viết từ 1 đến \(EmergencyOrder.repeatLimit)."
    case .badInterval(let seconds):
      "khoảng cách \(seconds) giây không dùng được. Hãy viết từ 1 phút đến 24 giờ, như: --every 10m."
    case .alreadyOver: "giờ kết thúc đã qua. Hãy viết giờ sắp tới, như: --until 06:00."
    case .unknownZone(let names, let known):
      "không có khu vực \(names.joined(separator: ", ")). "
        + (known.isEmpty ? "Đài này chưa chia khu vực; hãy bỏ --zone." : "Các khu vực có: \(known.joined(separator: ", ")).")
    case .notAllowed(let person):
      "«\(person)» không có quyền báo khẩn cấp. Hãy nhờ quản trị thêm vào nhóm: sudo usermod -aG loa-emergency \(person), rồi đăng nhập lại; hoặc dùng khóa của đài: --key TỆP."
    case .tooManyDrills(let seconds):
      "vừa diễn tập nhiều lần. Hãy chờ \((seconds + 59) / 60) phút rồi thử lại."
    case .repeated(let id): "lệnh khẩn cấp \(id) đã nhận rồi, không phát hai lần."
    case .noSuchOrder(let id): "không có báo động nào tên \(id) đang chạy. Xem: loa khan-cap list."
    case .busy: "quá nhiều nơi gọi đài cùng lúc. Hãy gõ lại lệnh."
    case .badName(let id): "«\(id)» không phải tên một báo động. Xem: loa khan-cap list."
    }
  }

  /// The same in English.
  public var english: String {
    switch self {
    case .notAMessage: "what was sent to the station is no message. Use «loa emergency»."
    case .messageTooLong(let bytes, let limit):
      "what was sent to the station has \(bytes) bytes, \(limit) is the most. Use «loa emergency» with a shorter text."
    case .nothingToSay: "there is nothing to say. Write the text in quotes, or use --file, --audio or --pattern."
    case .tooLong(let characters, let limit):
      "the text has \(characters) letters, \(limit) is the most (about four minutes). Shorten it: what, where, what to do."
    case .badRepeats(let count): "\(count) repeats can't be. Write 1 to \(EmergencyOrder.repeatLimit)."
    case .badInterval(let seconds): "an interval of \(seconds) s can't be. Write 1 minute to 24 hours, such as --every 10m."
    case .alreadyOver: "its end has passed. Write a time to come, such as --until 06:00."
    case .unknownZone(let names, let known):
      "there is no zone \(names.joined(separator: ", ")). "
        + (known.isEmpty ? "This station has no zones; leave --zone out." : "There are: \(known.joined(separator: ", ")).")
    case .notAllowed(let person):
      "«\(person)» may not raise an emergency. Have the administrator add them: sudo usermod -aG loa-emergency \(person), then log in anew; or use a key of the station: --key FILE."
    case .tooManyDrills(let seconds):
      "there were many drills just now. Try again in \((seconds + 59) / 60) min."
    case .repeated(let id): "the emergency \(id) was taken already and does not sound twice."
    case .noSuchOrder(let id): "no emergency \(id) is in force. See: loa emergency list."
    case .busy: "too many call the station at once. Try again."
    case .badName(let id): "«\(id)» is no emergency's name. See: loa emergency list."
    }
  }
}
