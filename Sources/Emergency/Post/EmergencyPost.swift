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

  /// What it was made for.
  public let configuration: EmergencyConfiguration
  private let authority: EmergencyAuthority
  private let lines: [EmergencyLine]
  private let voice: EmergencyVoice
  let journal: EmergencyJournal
  let desk: EmergencyDesk
  private let state = Mutex(State())
  /// Callers being served.
  let callers = Atomic<Int>(0)

  /// Refusals written down in a minute.
  private static let refusalLimit = 30
  private let refusals = Mutex((minute: 0, count: 0))

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

  /// Whether this process has the post.
  public var isOpen: Bool { state.withLock { $0.isOpen } }

  /// Takes the post: from here on orders in force sound, and callers are answered.
  /// - Parameter isForced: whoever has it hangs and can't be ended: their lock does not count.
  /// - Returns: false while another process has it.
  public func open(isForced: Bool = false) -> Bool {
    if isOpen { return true }
    let isOurs = state.withLock { state in
      do throws(EmergencyLock.Lack) {
        state.lock = try EmergencyLock.take(configuration.places)
      } catch {
        // No lock can be had anywhere, and yet nobody has one: then it is ours.
        guard isForced || error == .nowhere else { return false }
      }
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
    // Whoever calls is answered by what was in force before.
    desk.recall()
    if let server = state.withLock({ $0.server }) {
      let thread = Thread { [self] in listen(at: server) }
      thread.name = "loa-emergency-socket"
      thread.start()
    }
    desk.start()
    return true
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

  /// Orders in force, what goes first before the others.
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
  /// What is wrong with the round that sounds, or was with the one before it.
  public var degradations: [Degradation] { desk.degradations }

  /// Rounds that were heard and are not in the station's log yet.
  public var unlogged: [EmergencyBook.Heard] { desk.book.unlogged(at: EmergencyDesk.now) }
  /// They are in the station's log.
  public func settle(_ heard: [EmergencyBook.Heard]) { desk.settle(heard) }

  // MARK: Orders

  /// Whether any of an order was heard.
  public func hasSounded(_ id: String) -> Bool { desk.book.hasBegun(id) || desk.round(of: id)?.hasSounded ?? false }

  /// Lists or cancels by the journal, where no process sounds emergencies.
  /// - Returns: false when a process has the post: it must be asked.
  public func performOnRecord(
    _ message: EmergencyMessage, by person: EmergencyAuthority.Person, reply: (EmergencyReply) -> Void
  ) -> Bool {
    guard !isOpen else {
      perform(message, by: person, reply: reply)
      return true
    }
    var lock: EmergencyLock?
    do throws(EmergencyLock.Lack) { lock = try EmergencyLock.take(configuration.places) } catch {
      if error == .held { return false }
    }
    defer { lock?.release() }
    desk.recall()
    perform(message, by: person, reply: reply)
    return true
  }

  /// Does what a message asks and replies as things happen; the calling thread waits until it is known how it went.
  public func perform(_ message: EmergencyMessage, by person: EmergencyAuthority.Person, reply: (EmergencyReply) -> Void) {
    let arrived = monotonicNanoseconds()
    do throws(EmergencyRefusal) {
      if case .list = message.request {
        desk.readOthers(patienceMilliseconds: 300)
        reply(.orders(orders))
        reply(.end(sounds: isSounding))
        return
      }
      let name = try authority.admit(person, message, now: EmergencyDesk.now)
      switch message.request {
      case .order(let order): try raise(order, by: name, arrived: arrived, reply)
      case .cancel(let id): try cancel(id, by: name, reply)
      case .list: break
      }
    } catch {
      refuse(error, person, reply)
    }
  }

  /// Every attempt is written down, but nobody fills the disk with them.
  func refuse(_ refusal: EmergencyRefusal, _ person: EmergencyAuthority.Person, _ reply: (EmergencyReply) -> Void) {
    reply(.refused(refusal))
    reply(.end(sounds: false))
    let minute = EmergencyDesk.now / 60_000
    let isRare = refusals.withLock { refusals in
      if refusals.minute != minute { refusals = (minute, 0) }
      refusals.count += 1
      return refusals.count <= Self.refusalLimit
    }
    guard isRare else { return }
    _ = desk.keepLater([EmergencyRecord(at: EmergencyDesk.now, .refused, id: "", person: person.name, detail: refusal.name)])
  }

  private func cancel(_ id: String?, by name: String, _ reply: (EmergencyReply) -> Void) throws(EmergencyRefusal) {
    if let id, !EmergencyOrder.isName(id) { throw .badName(String(id.prefix(40))) }
    var ids = desk.cancel(id, person: name)
    // A process that could not have the post may sound one that this one has not heard of.
    if id.map({ !desk.book.knows($0) }) ?? true {
      desk.readOthers(patienceMilliseconds: 300)
      ids += desk.cancel(id, person: name)
    }
    // One that is over or was cancelled already is no fault.
    if ids.isEmpty, let id, !desk.book.knows(id) { throw .noSuchOrder(id: id) }
    let now = EmergencyDesk.now
    let isKept = desk.keep(ids.map { EmergencyRecord(at: now, .cancelled, id: $0, person: name) })
    if !isKept, !ids.isEmpty { reply(.degraded(.noJournal)) }
    reply(.cancelled(ids))
    reply(.end(sounds: false))
  }
}
