import Emergency
import Foundation
import Station

/// A station's directory of a test, with two zones, one of them placed; gone with it.
final class CAPStation {
  /// 06:00 on 2026-11-20 in Vietnam.
  static let now = 1_795_129_200_000

  let home: StationHome
  var settings = CAPSettings()

  init() throws {
    home = StationHome(path: NSTemporaryDirectory() + "loa-cap-" + UUID().uuidString)
    try FileManager.default.createDirectory(atPath: home.cap, withIntermediateDirectories: true)
    settings.zones = [CAPZone(name: "Thôn 1", geocodes: ["GSO=20695"]), CAPZone(name: "Thôn 2")]
  }

  deinit { try? FileManager.default.removeItem(atPath: home.path) }

  var intake: CAPIntake { CAPIntake(home: home, settings: settings) }
  var ledger: String { home.path + "/cap-ledger.json" }

  func take(_ letter: CAPLetter, now: Int = CAPStation.now) throws -> CAPOutcome { try intake.take(letter.bytes, now: now) }

  /// The name of the refusal; nil when there was none.
  func refusal(_ letter: CAPLetter, now: Int = CAPStation.now) -> String? {
    do throws(CAPRefusal) {
      _ = try intake.take(letter.bytes, now: now)
      return nil
    } catch { return error.name }
  }

  func put(_ text: String, as name: String) throws { try Data(text.utf8).write(to: URL(filePath: home.cap + "/" + name)) }

  /// What files lie in a folder, by name.
  func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !["da-nhan", "bi-tu-choi"].contains($0) }.sorted()
  }
}

extension CAPOutcome {
  var order: EmergencyOrder? { if case .sound(let order, _) = self { order } else { nil } }
  var notice: CAPNotice? { if case .notice(let notice, _) = self { notice } else { nil } }

  /// What it ends.
  var ended: [String] {
    switch self {
    case .sound(_, let ids), .end(let ids), .notice(_, let ids): ids
    }
  }
}
