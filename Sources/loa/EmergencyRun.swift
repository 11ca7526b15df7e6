internal import Dispatch
internal import Emergency
internal import Foundation
internal import Station
internal import Synchronization

/// Brings a message to whoever sounds emergencies: the service; or this process, where there is none or it hangs.
final class EmergencyRun: Sendable {
  private let environment: [String: String]
  private let started = ContinuousClock.now
  private let isTiming: Bool
  private let isQuiet: Bool
  /// Something sounds, or was done.
  private let hasWorked = Atomic<Bool>(false)
  /// Somebody has answered to the end.
  private let hasEnded = Atomic<Bool>(false)
  private let refusal = Mutex<EmergencyRefusal?>(nil)
  private let wasTold = Mutex<Set<String>>([])
  private let wasInterrupted = Atomic<Bool>(false)
  /// No process sounds emergencies: the journal was asked.
  private let wasOnRecord = Atomic<Bool>(false)
  var isOnRecord: Bool { wasOnRecord.load(ordering: .relaxed) }

  init(environment: [String: String], isTiming: Bool, isQuiet: Bool) {
    (self.environment, self.isTiming, self.isQuiet) = (environment, isTiming, isQuiet)
  }

  /// What the station answered: orders in force, or those that were ended.
  private let states = Mutex<[EmergencyState]>([])
  private let ended = Mutex<[String]>([])

  var orders: [EmergencyState] { states.withLock { $0 } }
  var cancelled: [String] { ended.withLock { $0 } }

  /// Sends an order and stays as long as this process is needed.
  /// - Throws: `Failure` when it was refused or nothing sounds.
  func raise(_ order: EmergencyOrder, keyFile: String?) throws {
    let message = try message(.order(order), keyFile: keyFile)
    switch ask(message, order) {
    case .answered:
      try finish()
      if order.microphone != nil { waitForEnd(of: order, keyFile: keyFile) }
    case .nobody, .lost: try soundHere(message, order)
    case .hung(let process):
      let isEnded = EmergencyCaller.end(process)
      degrade(.hungService(process: process, isEnded: isEnded))
      try soundHere(message, order, isForced: !isEnded)
    }
  }

  /// Asks whoever sounds emergencies; for five seconds, when too many others do.
  private func ask(
    _ message: EmergencyMessage, _ order: EmergencyOrder?, patienceMilliseconds: Int = EmergencyCaller.patienceMilliseconds
  ) -> EmergencyCaller.Outcome {
    var outcome = EmergencyCaller.Outcome.nobody
    for _ in 0..<25 {
      refusal.withLock { $0 = nil }
      outcome = EmergencyCaller.ask(
        message, at: places, patienceMilliseconds: patienceMilliseconds, onReply: { show($0, order) })
      guard outcome == .answered, refusal.withLock({ $0 }) == .busy else { break }
      usleep(200_000)
    }
    return outcome
  }

  private var places: EmergencyPlaces {
    EmergencyPlaces(home: StationHome(environment: environment).path, environment: environment)
  }

  private func message(_ request: EmergencyMessage.Request, keyFile: String?) throws -> EmergencyMessage {
    var message = EmergencyMessage(request, at: Acting.now)
    if let keyFile, !StationEmergency.sign(&message, keyFile: keyFile, environment: environment) {
      throw Failure(
        .badInput, "«\(keyFile)» không phải khóa của người duyệt nào ghi trong station.yaml. Hãy kiểm tra tên tệp.",
        "«\(keyFile)» is no key of an approver of station.yaml. Check the file's name.")
    }
    return message
  }

  // MARK: Without the service

  /// This process sounds it, and stays until it is over or the service can go on with it.
  private func soundHere(_ message: EmergencyMessage, _ order: EmergencyOrder, isForced: Bool = false) throws {
    let post = EmergencyPost(
      StationEmergency.configuration(environment: environment), authority: StationEmergency.authority(environment: environment))
    // Another process may be taking the post at this moment: then it is asked.
    for _ in 0..<20 where !post.isOpen {
      if post.open(isForced: isForced) { break }
      usleep(20_000)
      if ask(message, order) == .answered { return try finish() }
    }
    _ = post.open(isForced: true)
    // A closed terminal does not end an alarm, and neither does a computer that is switched off: it goes on afterwards.
    signal(SIGHUP, SIG_IGN)
    let cancelling = Interruption.calling(SIGINT) { [self] in
      // The second time ends all.
      let isRepeated = wasInterrupted.exchange(true, ordering: .relaxed)
      let isLast = isRepeated || post.orders.allSatisfy { $0.order.id == order.id }
      _ = post.performOnRecord(EmergencyMessage(.cancel(id: isLast ? nil : order.id), at: order.issued), by: .own) { _ in }
      guard isLast else {
        return Terminal.remark(
          text(
            "Đã dừng «\(order.id)». Còn báo động khác, cửa sổ này vẫn phát: Ctrl-C lần nữa để dừng hết.",
            "«\(order.id)» is ended. Others are in force and sound from here: Ctrl-C once more ends them all."))
      }
      post.close()
      Terminal.remark(text("Đã dừng.", "Ended."))
      exit(hasWorked.load(ordering: .relaxed) || post.hasSounded(order.id) ? 0 : Failure.Code.failed.rawValue)
    }
    let leaving = Interruption.calling(SIGTERM) {
      post.close()
      exit(0)
    }
    defer { for source in [cancelling, leaving] { source.cancel() } }
    post.perform(message, by: .own) { show($0, order) }
    defer { post.close() }
    if let refusal = refusal.withLock({ $0 }) { throw Failure(.badInput, refusal) }
    if hasWorked.load(ordering: .relaxed) {
      Terminal.remark(
        text(
          "Đài không chạy: lệnh này tự phát, đừng tắt máy. Ctrl-C để dừng loa.",
          "The station does not run: this command sounds by itself, leave the computer on. Ctrl-C stops the loudspeakers."))
    } else if cancelled.isEmpty {
      Terminal.complain(silence.sentence)
      Terminal.remark(
        text(
          "Lệnh này vẫn thử tiếp, loa nào dùng được là phát. Ctrl-C để thôi.",
          "This command goes on trying: whatever loudspeaker comes back sounds. Ctrl-C ends it."))
    }
    var knowsNext = false
    while true {
      for fault in post.degradations { degrade(fault) }
      if post.hasSounded(order.id) { hasWorked.store(true, ordering: .relaxed) }
      if !post.isSounding {
        if post.orders.isEmpty { break }
        if StationStatus.asked(of: StationHome(environment: environment).socket) != nil, handsOver(post) {
          Terminal.remark(text("Đài đã chạy lại và phát tiếp.", "The station runs again and goes on with it."))
          break
        }
        if !knowsNext, let next = post.orders.compactMap(\.next).min() {
          knowsNext = true
          Terminal.remark(
            text("Lượt sau lúc \(EmergencyView.clock(next)).", "The next round is at \(EmergencyView.clock(next))."))
        }
      } else {
        knowsNext = false
      }
      usleep(50_000)
    }
    try finish()
  }

  /// Leaves the post to the service, which may not be able to read what this process wrote down.
  private func handsOver(_ post: EmergencyPost) -> Bool {
    let left = post.orders.map(\.order)
    post.close()
    for _ in 0..<20 {
      usleep(250_000)
      var known: [String]?
      _ = EmergencyCaller.ask(EmergencyMessage(.list, at: Acting.now), at: places) { reply in
        if case .orders(let states) = reply { known = states.map(\.order.id) }
      }
      guard let known else { continue }
      for order in left where !known.contains(order.id) {
        _ = ask(EmergencyMessage(.order(order), at: Acting.now), nil)
        // What was heard here and is over for the service is no fault.
        refusal.withLock { $0 = nil }
      }
      return true
    }
    _ = post.open()
    return false
  }

  /// Why nothing is heard.
  private var silence: Failure {
    guard cancelled.isEmpty else {
      return Failure(
        .failed, "lệnh này bị dừng trước khi loa phát. Nếu vẫn cần báo, hãy gõ lại.",
        "this emergency was ended before it sounded. Give it again if it is still needed.")
    }
    return Failure(
      .failed, "KHÔNG LOA NÀO PHÁT. Hãy báo bằng cách khác ngay (kẻng, xe loa, điện thoại), rồi xem: loa doctor.",
      "NO LOUDSPEAKER SOUNDS. Warn people another way at once, then see: loa doctor.")
  }

  private func finish() throws {
    if let refusal = refusal.withLock({ $0 }) { throw Failure(.badInput, refusal) }
    if !hasWorked.load(ordering: .relaxed) { throw silence }
  }

  /// Live speech ends with Ctrl-C, or at the end of the input.
  private func waitForEnd(of order: EmergencyOrder, keyFile: String?) {
    signal(SIGHUP, SIG_IGN)
    Terminal.remark(text("Hãy nói sau tiếng báo. Ctrl-C để dừng.", "Speak after the chime. Ctrl-C stops it."))
    let cancelling = Interruption.calling { [self] in
      try? act(.cancel(id: order.id), keyFile: keyFile)
      exit(0)
    }
    withExtendedLifetime(cancelling) {
      repeat {
        sleep(1)
        guard (try? act(.list, keyFile: nil)) != nil else { return }
      } while orders.contains { $0.order.id == order.id }
    }
  }

  // MARK: Lists and cancellations

  /// Asks for what needs no loudspeaker; where nobody answers, the journal is asked.
  /// - Throws: `Failure` when it was refused, or nobody could be asked.
  func act(_ request: EmergencyMessage.Request, keyFile: String?) throws {
    let message = try message(request, keyFile: keyFile)
    for _ in 0..<20 {
      let outcome = ask(message, nil, patienceMilliseconds: 1000)
      if outcome == .answered { break }
      if case .hung(let process) = outcome, case .cancel = request {
        // What hangs may sound again when it goes on.
        degrade(.hungService(process: process, isEnded: EmergencyCaller.end(process)))
      }
      let post = EmergencyPost(
        StationEmergency.configuration(environment: environment), authority: StationEmergency.authority(environment: environment))
      if post.performOnRecord(message, by: .own, reply: { show($0, nil) }) {
        wasOnRecord.store(true, ordering: .relaxed)
        break
      }
      usleep(100_000)
    }
    if let refusal = refusal.withLock({ $0 }) { throw Failure(.badInput, refusal) }
    guard hasEnded.load(ordering: .relaxed) else {
      throw Failure(
        .failed, "đài không trả lời. Hãy khởi động lại đài: sudo systemctl restart loa, rồi gõ lại lệnh này.",
        "the station does not answer. Restart it: sudo systemctl restart loa, then try again.")
    }
  }

  // MARK: What is shown

  private func show(_ reply: EmergencyReply, _ order: EmergencyOrder?) {
    switch reply {
    case .heard: break
    case .taken:
      // What can be read can wait; what is heard can't.
      guard let order, !isQuiet else { return }
      print(EmergencyView.announcement(order, outputs: EmergencyDryRun.outputs(order)))
      fflush(nil)
    case .sounding(let output, let milliseconds):
      hasWorked.store(true, ordering: .relaxed)
      say(text("▶ loa «\(output)» đang phát", "▶ loudspeaker «\(output)» sounds"), milliseconds)
    case .waiting(let first):
      Terminal.remark(
        text(
          "Loa đang phát báo động «\(first)»: lệnh này phát sau khi xong.",
          "The loudspeakers sound the emergency «\(first)»: this one follows it."))
    case .speaking(let milliseconds): if isTiming { say(text("lời đã sẵn sàng", "the words are ready"), milliseconds) }
    case .kept: if isTiming { say(text("đã ghi trạng thái", "the state is written"), nil) }
    case .degraded(let fault): degrade(fault)
    case .refused(let why): refusal.withLock { $0 = why }
    case .cancelled(let ids): ended.withLock { $0 = ids }
    case .orders(let found): states.withLock { $0 = found }
    case .end(let sounds):
      hasEnded.store(true, ordering: .relaxed)
      if sounds { hasWorked.store(true, ordering: .relaxed) }
    }
  }

  private func say(_ sentence: String, _ milliseconds: Int?) {
    let since = (ContinuousClock.now - started).components
    let total = Int(since.seconds) * 1000 + Int(since.attoseconds / 1_000_000_000_000_000)
    let times = milliseconds.map {
      text(" (sau \($0) ms; từ lúc gõ lệnh \(total) ms)", " (after \($0) ms; \(total) ms since the command)")
    }
    print(sentence + (isTiming ? times ?? " (\(total) ms)" : ""))
    fflush(nil)
  }

  private func degrade(_ fault: Degradation) {
    guard wasTold.withLock({ $0.insert(fault.name + fault.english).inserted }) else { return }
    Terminal.remark(text("Chú ý: \(fault.vietnamese)", "Note: \(fault.english)"))
  }
}
