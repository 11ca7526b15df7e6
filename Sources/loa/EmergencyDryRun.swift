internal import Bulletin
internal import Emergency
internal import Foundation
internal import Station
internal import VietnameseText

/// What an emergency would be, and nothing of it sounds.
enum EmergencyDryRun {
  /// The lines of loudspeakers it sounds on.
  static func outputs(_ order: EmergencyOrder) -> [String] {
    let outputs = StationEmergency.configuration(environment: ProcessInfo.processInfo.environment).outputs
    let concerned = outputs.filter { !$0.zones.intersection(order.zones).isNone }
    return (concerned.isEmpty ? outputs : concerned).map(\.name)
  }

  static func show(_ order: EmergencyOrder) {
    let configuration = StationEmergency.configuration(environment: ProcessInfo.processInfo.environment)
    print(EmergencyView.announcement(order, outputs: outputs(order)))
    if !order.text.isEmpty {
      let reading = Reader(lexicon: configuration.lexicon().lexicon).read(order.text)
      print(
        text("Loa sẽ đọc: ", "It is read: ") + reading.utterances.map(\.spoken).filter { !$0.isEmpty }.joined(separator: ". "))
    }
    for fault in configuration.faults() { Terminal.remark(text("Chú ý: \(fault.vietnamese)", "Note: \(fault.english)")) }
    print(text("Xem thử, chưa phát.", "A dry run: nothing sounds."))
  }
}
