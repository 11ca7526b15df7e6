internal import AudioOutput
internal import Foundation
public import Playout
internal import Synchronization

/// The place that sounds a station's emergencies: the service, or a command where there is none. One process at a time has it.
///
/// It needs no database, no network and no disk that can be written; speech, recordings and journal each have something in their place.
public final class EmergencyPost: Sendable {
  private struct State {
    var lock: EmergencyLock?
    var server: LocalSocket?
    var path: String?
    var isOpen = false
  }

  public let configuration: EmergencyConfiguration
  private let authority: EmergencyAuthority
  private let lines: [EmergencyLine]
  private let voice: EmergencyVoice
  private let journal: EmergencyJournal
  private let desk: EmergencyDesk
  private let state = Mutex(State())
  private let callers = Atomic<Int>(0)

  /// Callers served at once; further ones are turned away.
  private static let callerLimit = 32

  /// - Parameters:
  ///   - lanes: of the outputs that programmes play on, by name; others get lanes of their own.
  ///   - meters: likewise.
  public init(
    _ configuration: EmergencyConfiguration, authority: EmergencyAuthority, lanes: [String: EmergencyLane] = [:],
    meters: [String: PlayMeter] = [:]
  ) {
    (self.configuration, self.authority) = (configuration, authority)
    lines = configuration.outputs.map { output in
      EmergencyLine(
        output: output, lane: lanes[output.name] ?? EmergencyLane(), meter: meters[output.name] ?? PlayMeter())
    }
    voice = EmergencyVoice(configuration: configuration)
    journal = EmergencyJournal(places: configuration.places)
    desk = EmergencyDesk(lines: lines, voice: voice, journal: journal)
  }

  // MARK: Life

  public var isOpen: Bool { state.withLock { $0.isOpen } }

  /// Takes the post: from here on orders in force sound, and callers are answered.
  /// - Parameter isForced: whoever has it hangs and can't be ended: their lock does not count.
  /// - Returns: false while another process has it.
  public func open(isForced: Bool = false) -> Bool {
    if isOpen { return true }
    let isOurs = state.withLock { state in
      state.lock = EmergencyLock.take(configuration.places)
      guard state.lock != nil || isForced || !someoneElseHolds else { return false }
      state.isOpen = true
      // A post that took no lock leaves the other one's address alone.
      guard state.lock != nil else { return true }
      for (index, path) in configuration.places.sockets.enumerated() where configuration.places.prepare(index) {
        guard let server = LocalSocket.listening(at: path) else { continue }
        (state.server, state.path) = (server, path)
        break
      }
      return true
    }
    guard isOurs else { return false }
    desk.start()
    if let server = state.withLock({ $0.server }) {
      let thread = Thread { [self] in
        while let client = server.accepted() { attend(client) }
      }
      thread.name = "loa-emergency-socket"
      thread.start()
    }
    return true
  }

  /// No lock can be had anywhere, and yet nobody answers: then it is ours.
  private var someoneElseHolds: Bool {
    configuration.places.locks.contains { path in
      let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      defer { Foundation.close(descriptor) }
      return flock(descriptor, LOCK_EX | LOCK_NB) != 0
    }
  }

  /// Starts a speech worker, so that the first word of an emergency waits for nothing.
  public func warmUp() { voice.warmUp() }

  /// Gives the post up; what is in force goes on with whoever takes it next.
  public func close() {
    guard isOpen else { return }
    desk.stop()
    state.withLock { state in
      if let path = state.path { unlink(path) }
      state.server?.close()
      state.lock?.release()
      state = State()
    }
  }

  /// Keeps programmes off the loudspeakers while another process sounds emergencies on them.
  public func holdBack(_ isHeldBack: Bool) { for line in lines { line.lane.holdBack(isHeldBack) } }

  // MARK: What is in force

  public var orders: [EmergencyState] {
    let (book, sounding, now) = (desk.book, desk.sounding?.round.order.id, EmergencyDesk.now)
    return book.orders(at: now).map {
      EmergencyState(order: $0, isSounding: $0.id == sounding, next: book.next(of: $0.id, after: now))
    }
  }

  /// Whether a round sounds, or is about to.
  public var isSounding: Bool { desk.sounding != nil || desk.book.due(at: EmergencyDesk.now) != nil }
  /// Whether anything sounds on a loudspeaker.
  public var isBusy: Bool { isSounding || lines.contains { $0.lane.isHeld } }
  /// Whether the loudspeakers have tested themselves since a moment; milliseconds after 1970.
  public func hasHeldSelfTest(since time: Int) -> Bool { desk.book.hasSelfTest(since: time) }
  /// What is wrong with the round that sounds.
  public var degradations: [Degradation] { desk.sounding?.degradations ?? [] }

  /// Rounds that were heard and are not in the station's log yet.
  public var unlogged: [EmergencyBook.Heard] { desk.book.unlogged(at: EmergencyDesk.now) }
  /// They are in the station's log.
  public func settle(_ heard: [EmergencyBook.Heard]) { desk.settle(heard) }

  // MARK: Orders

  /// Whether any of an order was heard.
  public func hasSounded(_ id: String) -> Bool { desk.round(of: id)?.hasSounded ?? false }

  /// Lists or cancels by the journal, where no process sounds emergencies.
  public func performOnRecord(
    _ message: EmergencyMessage, by person: EmergencyAuthority.Person, reply: (EmergencyReply) -> Bool
  ) {
    if !isOpen { desk.recall() }
    perform(message, by: person, reply: reply)
  }

  /// Does what a message asks and replies as things happen; the calling thread waits until it is known how it went.
  public func perform(_ message: EmergencyMessage, by person: EmergencyAuthority.Person, reply: (EmergencyReply) -> Bool) {
    let arrived = monotonicNanoseconds()
    do throws(EmergencyRefusal) {
      if case .list = message.request {
        _ = reply(.orders(orders))
        _ = reply(.end(sounds: isSounding))
        return
      }
      let name = try authority.admit(person, message, now: EmergencyDesk.now)
      switch message.request {
      case .order(let order): try raise(order, by: name, arrived: arrived, reply)
      case .cancel(let id): try cancel(id, by: name, reply)
      case .list: break
      }
    } catch {
      var id = ""
      if case .order(let order) = message.request { id = String(order.id.prefix(32)) }
      _ = desk.keep([
        EmergencyRecord(at: EmergencyDesk.now, .refused, id: id, person: person.name, detail: error.name)
      ])
      _ = reply(.refused(error))
      _ = reply(.end(sounds: false))
    }
  }

  private func raise(
    _ wish: EmergencyOrder, by name: String, arrived: Int, _ reply: (EmergencyReply) -> Bool
  ) throws(EmergencyRefusal) {
    let now = EmergencyDesk.now
    var order = try wish.checked(now: now, zones: configuration.zones)
    order.person = name
    try desk.take(order)
    _ = reply(.taken(id: order.id))
    for fault in configuration.faults() { _ = reply(.degraded(fault)) }
    let keeping = desk.keepLater([EmergencyRecord(at: now, .ordered, id: order.id, order: order, person: name)])
    let sounds = report(order.id, arrived, keeping, reply)
    _ = reply(.end(sounds: sounds))
  }

  private func replyKept(_ isKept: Bool, _ reply: (EmergencyReply) -> Bool) {
    guard isKept, let path = journal.path else {
      _ = reply(.degraded(.noJournal))
      return
    }
    _ = reply(.kept(path: path))
    if path != configuration.places.journals.first { _ = reply(.degraded(.journal(path: path))) }
  }

  /// Replies what happens until every loudspeaker sounds or has failed, the words are there, and the order is on the disk.
  private func report(
    _ id: String, _ arrived: Int, _ keeping: EmergencyDesk.Keeping, _ reply: (EmergencyReply) -> Bool
  ) -> Bool {
    var isKnownToBeKept = false
    var (told, faults): (Set<String>, [Degradation]) = ([], [])
    var isSpeaking = false
    let deadline = arrived + 14_000_000_000
    defer { if !isKnownToBeKept { replyKept(false, reply) } }
    while monotonicNanoseconds() < deadline {
      if !isKnownToBeKept, let isKept = keeping.outcome {
        isKnownToBeKept = true
        replyKept(isKept, reply)
      }
      guard let round = desk.round(of: id) else {
        usleep(2000)
        continue
      }
      for feeder in round.feeders where !told.contains(feeder.line.output.name) {
        let name = feeder.line.output.name
        if let time = feeder.firstSoundNanoseconds {
          told.insert(name)
          _ = reply(.sounding(output: name, milliseconds: max(0, time - arrived) / 1_000_000))
        } else if let failure = feeder.failure {
          told.insert(name)
          _ = reply(.degraded(.output(name: name, vietnamese: failure.vietnamese, english: failure.english)))
        }
      }
      if !isSpeaking, !round.message.isEmpty {
        isSpeaking = true
        _ = reply(.speaking(milliseconds: (monotonicNanoseconds() - arrived) / 1_000_000))
      }
      for fault in round.degradations where !faults.contains(fault) {
        faults.append(fault)
        _ = reply(.degraded(fault))
      }
      if isKnownToBeKept, told.count == round.feeders.count, isSpeaking || round.isStopped { return round.hasSounded }
      usleep(3000)
    }
    return desk.round(of: id)?.hasSounded ?? false
  }

  private func cancel(_ id: String?, by name: String, _ reply: (EmergencyReply) -> Bool) throws(EmergencyRefusal) {
    if let id, !EmergencyOrder.isName(id) { throw .badName(String(id.prefix(40))) }
    let ids = desk.cancel(id, person: name)
    if ids.isEmpty, let id {
      // It may have been kept by a process that is gone; what was cancelled never sounds.
      guard desk.book.knows(id) else { throw .noSuchOrder(id: id) }
    }
    let now = EmergencyDesk.now
    let isKept = desk.keep(ids.map { EmergencyRecord(at: now, .cancelled, id: $0, person: name) })
    if !isKept, !ids.isEmpty { _ = reply(.degraded(.noJournal)) }
    _ = reply(.cancelled(ids))
    _ = reply(.end(sounds: false))
  }

  // MARK: Callers

  private func attend(_ client: LocalSocket) {
    guard callers.add(1, ordering: .relaxed).newValue <= Self.callerLimit,
      DetachedThread.start({ [self] in
        serve(client)
        client.close()
        callers.subtract(1, ordering: .relaxed)
      })
    else {
      callers.subtract(1, ordering: .relaxed)
      client.close()
      return
    }
  }

  private func serve(_ client: LocalSocket) {
    guard let person = client.peer else { return }
    var bytes: [UInt8] = []
    while !bytes.contains(UInt8(ascii: "\n")) {
      // Whoever connects and says nothing is not waited for.
      guard client.wait(milliseconds: 2000), let more = client.received() else { break }
      bytes += more
      if bytes.count > EmergencyMessage.sizeLimit { break }
    }
    let reply = { (reply: EmergencyReply) in EmergencyMessage.encoded(reply).map(client.send) ?? false }
    do throws(EmergencyRefusal) {
      let line = bytes.firstIndex(of: UInt8(ascii: "\n")).map { Array(bytes[..<$0]) } ?? bytes
      perform(try EmergencyMessage.decoded(line), by: person, reply: reply)
    } catch {
      _ = desk.keep([EmergencyRecord(at: EmergencyDesk.now, .refused, id: "", person: person.name, detail: error.name)])
      _ = reply(.refused(error))
      _ = reply(.end(sounds: false))
    }
  }
}
