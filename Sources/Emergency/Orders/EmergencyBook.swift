/// The orders that were given, and what became of each: what sounds now follows from these and the clock alone.
///
/// A value; time is a parameter. It is the sum of the journal's records, in any order, more than once.
public struct EmergencyBook: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    let order: EmergencyOrder
    /// The newest moment on record of it: a clock that is behind it is wrong.
    var newest: Int
    /// Rounds that were heard to their end, when each began and ended; milliseconds after 1970.
    var ended: [Int: Int] = [:]
    var began: [Int: Int] = [:]
    var logged: Set<Int> = []
  }

  /// A round to be sounded.
  public struct Round: Sendable, Hashable {
    public let order: EmergencyOrder
    /// From 0.
    public let number: Int
  }

  /// A round that was sounded, for the station's log.
  public struct Heard: Sendable, Hashable {
    public let order: EmergencyOrder
    public let number: Int
    /// Milliseconds after 1970.
    public let began: Int
    /// Why it was not heard to its end; nil when it was.
    public let interruption: String?
  }

  private var entries: [String: Entry] = [:]
  /// Orders that never sound again, and who said so.
  private var cancelled: [String: String] = [:]
  /// Records that came before their order.
  private var early: [String: [EmergencyRecord]] = [:]
  /// When drills were ordered.
  private var drills: [Int] = []

  public init() {}

  public init(_ records: [EmergencyRecord]) {
    self.init()
    for record in records { apply(record) }
  }

  /// Takes one thing that happened, however often it is told.
  public mutating func apply(_ record: EmergencyRecord) {
    if let newest = entries[record.id]?.newest { entries[record.id]?.newest = max(newest, record.at) }
    switch record.event {
    case .ordered:
      guard let order = record.order, entries[order.id] == nil else { return }
      entries[order.id] = Entry(order: order, newest: record.at)
      if order.isDrill { drills.append(order.issued) }
      for record in early.removeValue(forKey: order.id) ?? [] { apply(record) }
    case .cancelled: cancelled[record.id] = record.person ?? ""
    case .began, .ended, .logged:
      guard let round = record.round else { return }
      guard var entry = entries[record.id] else {
        early[record.id, default: []].append(record)
        return
      }
      switch record.event {
      case .began: entry.began[round] = min(record.at, entry.began[round] ?? record.at)
      case .ended: entry.ended[round] = max(record.at, entry.ended[round] ?? record.at)
      default: entry.logged.insert(round)
      }
      entries[record.id] = entry
    case .refused: return
    }
  }

  /// Whether an order of this name was given or cancelled.
  public func knows(_ id: String) -> Bool { entries[id] != nil || cancelled[id] != nil }
  /// Whether it never sounds again by somebody's word.
  public func isCancelled(_ id: String) -> Bool { cancelled[id] != nil }

  /// Orders in force, what goes first before the others: real ones before drills, drills before tests, then the newest.
  public func orders(at now: Int) -> [EmergencyOrder] { inForce(at: now).map(\.order) }

  private func inForce(at now: Int) -> [Entry] {
    entries.values.filter { isInForce($0, at: now) }.sorted {
      ($0.order.rank, $0.order.issued, $0.order.id) > ($1.order.rank, $1.order.issued, $1.order.id)
    }
  }

  private func isInForce(_ entry: Entry, at now: Int) -> Bool {
    let order = entry.order
    guard cancelled[order.id] == nil, !order.isOver(at: entry.believed(now)) else { return false }
    let last = entry.ended.keys.max() ?? -1
    return order.timing.offsetMilliseconds(of: last + 1) != nil
  }

  /// What sounds now: the first round that is due.
  public func due(at now: Int) -> Round? { dues(at: now).first }

  /// Rounds of the orders in force that are due and were not heard to their end, what goes first before the others.
  ///
  /// Rounds that went by while nobody played are not made up for: the last one stands for them.
  func dues(at now: Int) -> [Round] {
    inForce(at: now).compactMap { entry in
      let round = entry.round(at: now)
      return round > (entry.ended.keys.max() ?? -1) ? Round(order: entry.order, number: round) : nil
    }
  }

  /// Whether any of an order was heard.
  func hasBegun(_ id: String) -> Bool { entries[id].map { !$0.began.isEmpty || !$0.ended.isEmpty } ?? false }

  /// Whether a round of an order is to be sounded now.
  func isDue(_ id: String, at now: Int) -> Bool { dues(at: now).contains { $0.order.id == id } }

  /// When the next round begins that is not due yet; milliseconds after 1970.
  public func next(after now: Int) -> Int? { inForce(at: now).compactMap { $0.next(after: now) }.min() }

  /// When an order's next round begins; nil when there is none.
  public func next(of id: String, after now: Int) -> Int? {
    entries[id].flatMap { isInForce($0, at: now) ? $0.next(after: now) : nil }
  }

  /// Rounds that were heard, to their end or not, and are not in the station's log.
  public func unlogged(at now: Int) -> [Heard] {
    entries.values.flatMap { entry in
      entry.began.keys.compactMap { heard(entry, $0, at: now) }
        + entry.ended.keys.filter { entry.began[$0] == nil }.compactMap { heard(entry, $0, at: now) }
    }.sorted { ($0.began, $0.order.id, $0.number) < ($1.began, $1.order.id, $1.number) }
  }

  private func heard(_ entry: Entry, _ round: Int, at now: Int) -> Heard? {
    guard !entry.logged.contains(round), let began = entry.began[round] ?? entry.ended[round] else { return nil }
    if entry.ended[round] != nil { return Heard(order: entry.order, number: round, began: began, interruption: nil) }
    // What may sound again has not ended.
    if let person = cancelled[entry.order.id] {
      return Heard(order: entry.order, number: round, began: began, interruption: "cancelled by \(person)")
    }
    let isPast = isInForce(entry, at: now) ? entry.ended.keys.contains { $0 > round } : true
    return isPast ? Heard(order: entry.order, number: round, began: began, interruption: "broken off") : nil
  }

  /// Whether a self-test was ordered since a moment.
  func hasSelfTest(since time: Int) -> Bool { entries.values.contains { $0.order.isSelfTest && $0.order.issued >= time } }

  /// Drills ordered since a moment.
  func drills(since time: Int) -> Int { drills.count { $0 >= time } }

  /// Whether everything on record is over and logged, so that it need not be kept.
  func isSettled(at now: Int) -> Bool { orders(at: now).isEmpty && unlogged(at: now).isEmpty }
}

extension EmergencyBook.Entry {
  /// A clock that is earlier than what was written down of the order is taken as standing there.
  func believed(_ now: Int) -> Int { max(now, newest) }

  /// The last round that is due.
  func round(at now: Int) -> Int { order.timing.round(atMilliseconds: believed(now) - order.issued) }

  func next(after now: Int) -> Int? {
    guard let offset = order.timing.offsetMilliseconds(of: round(at: now) + 1) else { return nil }
    return order.isOver(at: order.issued + offset) ? nil : order.issued + offset
  }
}

extension EmergencyOrder {
  /// What goes before what.
  fileprivate var rank: Int { isSelfTest ? 0 : isDrill ? 1 : 2 }
}
