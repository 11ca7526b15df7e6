internal import Emergency
internal import Foundation
internal import Playout
internal import Synchronization

/// The service's side of emergencies: takes the post as soon as no other process has it, and keeps programmes silent while one does.
final class EmergencyWatch: Sendable {
  let post: EmergencyPost
  private let isEnding = Atomic<Bool>(false)
  private let broadcaster: Broadcaster
  private let station: Station
  private let home: StationHome
  private let selfTest: SelfTest

  /// How long a command that has the post may be silent, in tries of 300 ms, before it is ended.
  private static let patience = 5

  init(_ station: Station, broadcaster: Broadcaster, lanes: [String: EmergencyLane], environment: [String: String]) {
    (self.station, self.broadcaster, home) = (station, broadcaster, station.home)
    selfTest = SelfTest(day: station.configuration.selfTestDay)
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
    takePost()
    post.warmUp()
    var settings = station.configuration.cap
    var (cap, memory) = (CAPFolder(home: home, settings: settings), CAPFolderMemory())
    let delivery = CAPDelivery(
      home: home, sound: { [self] in perform(.order($0)) }, end: { [self] in _ = perform(.cancel(id: $0)) })
    while !isEnding.load(ordering: .relaxed) {
      let now = Self.now
      if let present = (try? StationConfiguration.load(home.configuration))?.cap, present != settings {
        settings = present
        cap = CAPFolder(home: home, settings: settings)
      }
      look(in: cap, &memory, delivery, now)
      if let order = selfTest.due(at: now, in: post) { _ = perform(.order(order)) }
      for _ in 0..<10 where !isEnding.load(ordering: .relaxed) { usleep(100_000) }
    }
  }

  /// Waits for the post, with the loudspeakers silent, while a command has it.
  private func takePost() {
    var silent = 0
    while !isEnding.load(ordering: .relaxed), !post.open() {
      post.holdBack(true)
      let outcome = EmergencyCaller.ask(EmergencyMessage(.list, at: Self.now), at: post.configuration.places) { _ in }
      silent = outcome == .answered ? 0 : silent + 1
      if silent >= Self.patience {
        if case .hung(let process) = outcome, EmergencyCaller.end(process) { continue }
        // It neither answers nor can be ended: its lock does not count.
        if post.open(isForced: true) { break }
      }
      usleep(300_000)
    }
    post.holdBack(false)
  }

  private static var now: Int { Int(Date().timeIntervalSince1970 * 1000) }

  /// Carries out what was put into the folder of CAP messages.
  private func look(in folder: CAPFolder, _ memory: inout CAPFolderMemory, _ delivery: CAPDelivery, _ now: Int) {
    for report in folder.take(now: now, memory: &memory, deliver: { delivery.carryOut($0)?.english }) {
      let news: (String, String)?
      switch report {
      case .taken, .waiting: news = nil
      case .refused(let file, let refusal, _): news = ("\(file): \(refusal.vietnamese)", "\(file): \(refusal.english)")
      case .failed(let file, let reason): news = ("\(file): \(reason)", "\(file): \(reason)")
      case .unreadable(let file, let error): news = ("\(file): \(error.vietnamese)", "\(file): \(error.english)")
      }
      guard let news else { continue }
      Task { [broadcaster] in await broadcaster.note(cap: news) }
    }
  }

  /// Has the post do it, in the name of the station itself.
  /// - Returns: why it was refused.
  private func perform(_ request: EmergencyMessage.Request) -> EmergencyRefusal? {
    var refusal: EmergencyRefusal?
    post.perform(EmergencyMessage(request, at: Self.now), by: .own) { reply in
      if case .refused(let why) = reply { refusal = why }
    }
    return refusal
  }

  func end() {
    isEnding.store(true, ordering: .relaxed)
    post.close()
  }
}
