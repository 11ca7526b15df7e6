internal import AudioOutput
internal import Bulletin
internal import Foundation
internal import Playout
internal import Synchronization

/// Decides what sounds, on a thread of its own: takes orders and cancellations, begins rounds when they are due, and writes down what was
/// heard. It never waits for disk, database or synthesiser.
final class EmergencyDesk: Sendable {
  private struct State {
    var book = EmergencyBook()
    var sounding: SoundingRound?
    /// Rounds that were sounded last, by order, for whoever asks how it went.
    var last: [String: SoundingRound] = [:]
    /// The round that sounded last.
    var latest: SoundingRound?
    /// Orders that no loudspeaker took, and when each was last tried; milliseconds after 1970.
    var mute: [String: Int] = [:]
    var isStopping = false
    var hasStopped = false

    /// What is to be sounded. Orders that no loudspeaker took come after the others, the one that was tried longest ago first.
    func next(at now: Int) -> EmergencyBook.Round? {
      let due = book.dues(at: now)
      return due.first { mute[$0.order.id] == nil } ?? due.min { mute[$0.order.id] ?? 0 < mute[$1.order.id] ?? 0 }
    }

    /// What is to be sounded while this round is: one that no loudspeaker took interrupts none that is not such a one.
    func next(at now: Int, during id: String) -> EmergencyBook.Round? {
      mute[id] == nil ? book.dues(at: now).first { $0.order.id == id || mute[$0.order.id] == nil } : next(at: now)
    }
  }

  private let lines: [EmergencyLine]
  private let voice: EmergencyVoice
  private let journal: EmergencyJournal
  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)
  private let writing = DispatchQueue(label: "loa-emergency-journal")
  private let reading = DispatchQueue(label: "loa-emergency-journal-reading")
  /// Readings that are asked for and not done.
  private let readings = Atomic<Int>(0)
  private let chimes = (alarm: AlertChime.samples(isDrill: false), drill: AlertChime.samples(isDrill: true))

  init(lines: [EmergencyLine], voice: EmergencyVoice, journal: EmergencyJournal) {
    (self.lines, self.voice, self.journal) = (lines, voice, journal)
  }

  static var now: Int { Int(Date().timeIntervalSince1970 * 1000) }

  /// Takes up what the journal holds.
  func recall() {
    reading.sync {
      let book = EmergencyBook(journal.records())
      state.withLock { $0.book = book }
    }
  }

  /// Begins to sound what is in force.
  func start() {
    tidy()
    state.withLock { ($0.isStopping, $0.hasStopped) = (false, false) }
    let thread = Thread { [self] in run() }
    thread.name = "loa-emergency"
    thread.start()
  }

  private func tidy() { writing.async { [journal] in journal.tidy(now: Self.now) } }

  /// Ends what sounds; what is in force stays so.
  func stop() {
    state.withLock { $0.isStopping = true }
    news.signal()
    for _ in 0..<200 where !state.withLock({ $0.hasStopped }) { usleep(5000) }
    writing.sync {}
  }

  var book: EmergencyBook { state.withLock { $0.book } }
  /// The round that sounds now.
  var sounding: SoundingRound? { state.withLock { $0.sounding } }
  func round(of id: String) -> SoundingRound? { state.withLock { $0.sounding?.round.order.id == id ? $0.sounding : $0.last[id] } }
  /// The order that is heard while this one waits for its end; nil when this one does not wait.
  func goingBefore(_ id: String) -> String? {
    state.withLock { state in
      guard let sounding = state.sounding, sounding.hasSounded, sounding.round.order.id != id,
        state.book.isDue(id, at: Self.now), state.book.due(at: Self.now)?.order.id != id
      else { return nil }
      return sounding.round.order.id
    }
  }
  /// What was wrong with the round that sounds, or with the one before it.
  var degradations: [Degradation] { state.withLock { ($0.sounding ?? $0.latest)?.degradations ?? [] } }

  // MARK: Orders

  /// Takes an order: it sounds from here on.
  /// - Throws: `repeated`, `tooManyDrills`.
  func take(_ order: EmergencyOrder) throws(EmergencyRefusal) {
    let refusal = state.withLock { state -> EmergencyRefusal? in
      // The same order once more is in force already: whoever asks is told how it goes.
      if state.book.orders(at: order.issued).contains(where: { $0.id == order.id }) { return nil }
      if state.book.knows(order.id) { return .repeated(id: order.id) }
      if order.isDrill, state.book.drills(since: order.issued - Self.drillMilliseconds) >= Self.drillLimit {
        return .tooManyDrills(waitSeconds: Self.drillMilliseconds / 1000)
      }
      state.book.apply(EmergencyRecord(at: order.issued, .ordered, id: order.id, order: order))
      return nil
    }
    if let refusal { throw refusal }
    news.signal()
  }

  /// Drills in ten minutes.
  private static let (drillLimit, drillMilliseconds) = (3, 600_000)

  /// Ends orders at once.
  /// - Parameter id: nil for all.
  /// - Returns: the names of those that were in force.
  func cancel(_ id: String?, person: String) -> [String] {
    let now = Self.now
    let ids = state.withLock { state in
      let ids = state.book.orders(at: now).map(\.id).filter { id == nil || $0 == id }
      for id in ids { state.book.apply(EmergencyRecord(at: now, .cancelled, id: id, person: person)) }
      return ids
    }
    news.signal()
    return ids
  }

  /// Writes records down, waiting for the disk.
  /// - Returns: false when no place takes them.
  func keep(_ records: [EmergencyRecord]) -> Bool { writing.sync { journal.append(records) } }

  /// Records on their way to the disk.
  final class Keeping: Sendable {
    fileprivate let state = Mutex<Bool?>(nil)
    /// Whether a place took them; nil as long as the disk has not answered.
    var outcome: Bool? { state.withLock { $0 } }
  }

  /// Writes records down without waiting for the disk.
  func keepLater(_ records: [EmergencyRecord]) -> Keeping {
    let keeping = Keeping()
    writing.async { [journal] in
      let isKept = journal.append(records)
      keeping.state.withLock { $0 = isKept }
    }
    return keeping
  }

  /// Writes down when there is time, and knows it at once.
  private func note(_ record: EmergencyRecord) {
    state.withLock { $0.book.apply(record) }
    writing.async { [journal] in _ = journal.append([record]) }
  }

  /// The rounds are in the station's log.
  func settle(_ heard: [EmergencyBook.Heard]) {
    for round in heard { note(EmergencyRecord(at: Self.now, .logged, id: round.order.id, round: round.number)) }
  }

  // MARK: Rounds

  private func run() {
    var nextTidying = Self.now + 3_600_000
    while !state.withLock({ $0.isStopping }) {
      readOthers(patienceMilliseconds: 0)
      let now = Self.now
      guard let due = state.withLock({ $0.next(at: now) }) else {
        if now >= nextTidying {
          nextTidying = now + 3_600_000
          tidy()
        }
        let wait = book.next(after: now).map { max(10, min(1000, $0 - now)) } ?? 1000
        _ = news.wait(timeout: .now() + .milliseconds(wait))
        continue
      }
      sound(due)
      // One that could not begin is not begun a thousand times a second.
      let isStuck = state.withLock { $0.latest?.hasSounded != true && $0.next(at: Self.now)?.order.id == due.order.id }
      if isStuck { _ = news.wait(timeout: .now() + .milliseconds(100)) }
    }
    state.withLock { $0.hasStopped = true }
  }

  /// Takes up what other processes have written into the journal, a cancellation above all.
  /// - Parameter patienceMilliseconds: how long a slow disk is waited for; what it brings is taken up whenever it comes.
  func readOthers(patienceMilliseconds: Int) {
    // A disk that hangs is not asked again and again.
    guard readings.load(ordering: .relaxed) < 4 else { return }
    readings.add(1, ordering: .relaxed)
    let done = DispatchSemaphore(value: 0)
    reading.async { [self] in
      let records = journal.news()
      state.withLock { state in for record in records { state.book.apply(record) } }
      readings.subtract(1, ordering: .relaxed)
      done.signal()
      if !records.isEmpty { news.signal() }
    }
    if patienceMilliseconds > 0 { _ = done.wait(timeout: .now() + .milliseconds(patienceMilliseconds)) }
  }

  /// The loudspeakers of an order; better everywhere than nowhere.
  private func lines(of order: EmergencyOrder) -> [EmergencyLine] {
    let concerned = lines.filter { !$0.output.zones.intersection(order.zones).isNone }
    return concerned.isEmpty ? lines : concerned
  }

  /// Whether an order would be heard on a loudspeaker that takes a round.
  private func isHeard(_ id: String, where round: SoundingRound, _ book: EmergencyBook) -> Bool {
    let order = book.orders(at: Self.now).first { $0.id == id }
    let sounding = round.feeders.filter(\.isSounding).map(\.line.output.name)
    return order.map { lines(of: $0).contains { sounding.contains($0.output.name) } } ?? true
  }

  private func sound(_ due: EmergencyBook.Round) {
    let round = SoundingRound(due, on: lines(of: due.order), chimes: chimes, now: monotonicNanoseconds())
    state.withLock { $0.sounding = round }
    for feeder in round.feeders { feeder.begin() }
    let isMaking = DetachedThread.start { [voice] in
      voice.make(due.order, round: due.number, into: round.message, isOver: { round.isStopped }, degraded: round.degrade)
    }
    if !isMaking {
      round.degrade(.synthesiser(reason: "no thread"))
      round.message.append(BuiltInPhrase.samples())
      round.message.complete()
    }
    follow(round)
    for feeder in round.feeders { feeder.line.rest() }
    round.message.forget()
    state.withLock { state in
      (state.sounding, state.latest) = (nil, round)
      state.last[due.order.id] = round
      if state.last.count > 16, let oldest = state.last.min(by: { $0.value.began < $1.value.began }) {
        state.last[oldest.key] = nil
      }
    }
  }

  /// Until the round is over, cancelled, or a newer one is due.
  private func follow(_ round: SoundingRound) {
    let (id, number) = (round.round.order.id, round.round.number)
    // One that no loudspeaker took before has its time again.
    var (hasBegun, passes, isTriedAgain) = (false, 0, true)
    while true {
      passes += 1
      if passes % 25 == 0 { readOthers(patienceMilliseconds: 0) }
      if !hasBegun, round.hasSounded {
        hasBegun = true
        note(EmergencyRecord(at: round.firstSound(now: Self.now), .began, id: id, round: number))
      }
      if round.isDone {
        if round.wasHeard { end(round) }
        break
      }
      let (now, look) = (Self.now, round.look())
      let mustStop = state.withLock { state in
        if state.isStopping || state.book.isCancelled(id) { return true }
        if look.isTaken {
          // Whatever is to sound on the same loudspeakers can, too.
          state.mute = state.mute.filter { !isHeard($0.key, where: round, state.book) }
        } else if look.isOverdue, state.mute[id] == nil || isTriedAgain {
          (state.mute[id], isTriedAgain) = (now, false)
        }
        // One that sounds is said to its end, though its time has come meanwhile.
        return state.next(at: now, during: id).map { $0.order.id != id } ?? !round.isSounding
      }
      if mustStop { break }
      _ = news.wait(timeout: .now() + .milliseconds(20))
    }
    round.stop()
    for _ in 0..<40 where !round.isOver { usleep(5000) }
  }

  private func end(_ round: SoundingRound) {
    let silent = round.feeders.filter { !$0.wasHeard }
    for feeder in silent {
      let error = feeder.failure
      round.degrade(
        .output(name: feeder.line.output.name, vietnamese: error?.vietnamese ?? "", english: error?.english ?? ""))
    }
    let names = round.feeders.filter(\.wasHeard).map(\.line.output.name).joined(separator: ", ")
    let detail = (["heard on \(names)"] + round.degradations.map { "\($0.name): \($0.english)" }).joined(separator: "; ")
    note(EmergencyRecord(at: Self.now, .ended, id: round.round.order.id, round: round.round.number, detail: detail))
  }
}
