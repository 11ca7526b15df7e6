internal import Foundation
internal import Station

/// Whether a station is well, and its whole status, as `/health` shows it.
///
/// A service that stopped looking after its station is an alarm of its own: the status it last made would call all well for ever.
struct HealthReport: Sendable, Encodable {
  private static let oldestMilliseconds = 30_000

  private var shown: StationStatus

  init(_ status: StationStatus) {
    shown = status
    if status.unixMilliseconds == 0 {
      shown.alarms.append(["Đài đang khởi động.", "The station is starting."])
      return
    }
    let age = status.ageMilliseconds
    if age > Self.oldestMilliseconds {
      shown.alarms.append([
        "Dịch vụ không cập nhật tình trạng đã \(age / 1000) giây. Hãy khởi động lại dịch vụ: sudo systemctl restart loa.",
        "The service has not looked after its station for \(age / 1000) s. Restart it: sudo systemctl restart loa.",
      ])
    }
  }

  /// Nothing keeps the station from doing what it should.
  var isWell: Bool { shown.alarms.isEmpty }

  private enum CodingKeys: String, CodingKey {
    case status
  }

  func encode(to encoder: any Encoder) throws {
    try shown.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(isWell ? "ok" : "alarm", forKey: .status)
  }

  /// One line; keys in order. Levels that are no numbers are written as words.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    let data = (try? encoder.encode(self)) ?? Data("{\"status\":\"alarm\"}".utf8)
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
