internal import Foundation
internal import Station
internal import VietnameseText

extension Station {
  /// The station of this process's environment; faults of its lexicons are said once.
  static func here() throws -> Station {
    let station = try Station(environment: ProcessInfo.processInfo.environment)
    for fault in station.lexiconFaults { Terminal.remark(text("Bỏ qua: ", "Left out: ") + text(fault.vietnamese, fault.english)) }
    return station
  }
}
