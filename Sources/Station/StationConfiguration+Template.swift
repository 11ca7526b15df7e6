internal import Bulletin
internal import Schedule

extension StationConfiguration {
  /// A `station.yaml` to begin with: every key that matters with a word on it, in Vietnamese and English. Read back, it is the station asked for.
  public static func template(
    name: String, profile: StationProfile, zones: [String] = [], loudspeaker: String = "horn", device: String = "default",
    isApprovalRequired: Bool = true
  ) -> String {
    var lines = [
      "# Đài truyền thanh: sửa phần sau dấu hai chấm, rồi chạy «loa config check».",
      "# The station: change what follows the colons, then run «loa config check».",
      "tên: \(quoted(name))                # nói trong lời chào / said in greetings",
      "giọng: bac                 # xem «loa voices» / see «loa voices»",
      "loa: \(quoted(loudspeaker))        # horn: loa nén; column: loa cột; standard: loa trong nhà / in a hall",
      "thiết bị: \(quoted(device))        # card âm thanh, xem «loa doctor» / the sound card, see «loa doctor»",
      "nghỉ giữa tin giây: 1.5    # im lặng giữa hai tin / silence between two notices",
      "mẫu: \(quoted(profile.vietnamese))  # nông thôn | Hà Nội nội thành | tự đặt",
    ]
    lines += [
      "duyệt: \(isApprovalRequired ? "bắt buộc" : "không cần")            # bắt buộc: chỉ tin đã duyệt mới phát / required | không cần",
      "người duyệt:               # thêm người: loa key new \"Tên người\" / who may approve",
      "giữ âm thanh ngày: 60      # giữ âm thanh của tin đã xong / days that sounds are kept",
    ]
    if zones.isEmpty {
      lines.append("# khu vực: [Thôn 1, Thôn 2]   # các khu vực của xã / the commune's zones")
    } else {
      lines.append("khu vực: [\(zones.map(quoted).joined(separator: ", "))]   # các khu vực của xã / the commune's zones")
    }
    lines += [
      "giờ yên tĩnh: \"22:00 - 05:00\"   # không phát, trừ khẩn cấp / nothing but emergencies", "# ngày nghỉ:",
      "#   Tết: {ngày: mùng 1 tháng Giêng, phát từ: 7h}   # không có «phát từ» là không phát / silent without «phát từ»",
      "# độ to tối đa:", "#   sáng sớm: {giờ: \"5:00-6:00\", lufs: -20}",
    ]
    lines.append("# cổng theo dõi: 9464        # http://127.0.0.1:9464/health, /metrics: cho phần mềm theo dõi / for monitoring")
    lines.append("buổi phát:")
    let sessions = profile.rules.sessions
    if sessions.isEmpty {
      lines += ["  sáng:                    # tên buổi / the session's name", "    bắt đầu: 5h30", "    số phút: 30"]
    }
    for session in sessions {
      let minute = session.startSecondOfDay / 60 % 60
      lines += [
        "  \(quoted(session.name)):", "    bắt đầu: \(session.startSecondOfDay / 3600)h\(minute < 10 ? "0" : "")\(minute)",
        "    số phút: \(Int(session.budgetSeconds / 60))",
      ]
      if session.weekdays.count < 7 {
        let days = session.weekdays.sorted { $0.rawValue < $1.rawValue }.map(\.vietnamese)
        lines.append("    các ngày: [\(days.joined(separator: ", "))]")
      }
    }
    lines.append("    # tiếp âm: {tên: VOV1, bắt đầu: 6h00, số phút: 10}   # chừa chỗ cho đài khác / room for another station")
    return lines.joined(separator: "\n") + "\n"
  }

  /// A YAML string in double quotes.
  private static func quoted(_ text: String) -> String {
    let one = text.map { $0.isNewline ? " " : String($0) }.joined()
    return "\"" + one.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
