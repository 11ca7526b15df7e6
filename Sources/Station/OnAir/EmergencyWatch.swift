internal import Emergency
internal import Foundation
internal import Playout
internal import Synchronization

/// The service's side of emergencies: takes the post as soon as no other process has it, and keeps programmes silent while one does.
final class EmergencyWatch: Sendable {
  let post: EmergencyPost
  private let isEnding = Atomic<Bool>(false)

  /// How long a command that has the post may be silent, in tries of 300 ms, before it is ended.
  private static let patience = 5

  init(broadcaster: Broadcaster, lanes: [String: EmergencyLane], environment: [String: String]) {
    let configuration = StationEmergency.configuration(
      environment: environment,
      faults: { broadcaster.status.alarms.compactMap { $0.count == 2 ? .station(vietnamese: $0[0], english: $0[1]) : nil } })
    post = EmergencyPost(
      configuration, authority: StationEmergency.authority(environment: environment), lanes: lanes, meters: broadcaster.meters)
    // A thread: what hangs in tasks must not keep an emergency waiting.
    let thread = Thread { [self] in run() }
    thread.name = "loa-emergency-post"
    thread.start()
  }

  private func run() {
    var silent = 0
    while !isEnding.load(ordering: .relaxed), !post.open() {
      post.holdBack(true)
      let outcome = EmergencyCaller.ask(
        EmergencyMessage(.list, at: Int(Date().timeIntervalSince1970 * 1000)), at: post.configuration.places) { _ in }
      if case .hung(let process) = outcome { silent += 1; if silent >= Self.patience { _ = EmergencyCaller.end(process) } } else { silent = 0 }
      usleep(300_000)
    }
    post.holdBack(false)
    post.warmUp()
  }

  func end() {
    isEnding.store(true, ordering: .relaxed)
    post.close()
  }
}
