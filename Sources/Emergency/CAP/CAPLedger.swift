internal import Bulletin

/// What a station knows of the messages it was sent; the whole of its memory, to be kept in a file between two starts.
///
///     var ledger = CAPLedger()
///     switch ledger.take(alert, zones: zones, allowsExercise: false, now: clock.unixMilliseconds) { ... }
///
/// A value: one owner takes messages one at a time. Messages may come in any order and more than once.
public struct CAPLedger: Sendable, Hashable {
  /// Entries kept; those that ended longest ago go first.
  public static let entryLimit = 10_000
  /// How long a message is remembered after it ended, so that late copies of it do not sound.
  public static let memoryMilliseconds = 30 * 86_400_000

  private(set) var entries: [CAPReference: Entry] = [:]

  public init() {}

  public var count: Int { entries.count }

  /// The orders in force, the most urgent first; what a daemon goes on with after a restart.
  public func orders(at unixMilliseconds: Int) -> [CAPOrder] {
    entries.values.compactMap { $0.order(at: unixMilliseconds) }
      .sorted { ($1.emergencyClass, $0.reference) < ($0.emergencyClass, $1.reference) }
  }

  /// Forgets what ended long ago.
  public mutating func prune(now unixMilliseconds: Int) {
    let oldest = unixMilliseconds - Self.memoryMilliseconds
    entries = entries.filter { $0.value.untilMilliseconds >= oldest }
    let surplus = entries.count - Self.entryLimit
    guard surplus > 0 else { return }
    let order = entries.values.sorted {
      let ended = ($0.order(at: unixMilliseconds) == nil, $1.order(at: unixMilliseconds) == nil)
      return ended.0 == ended.1
        ? ($0.untilMilliseconds, $0.reference) < ($1.untilMilliseconds, $1.reference) : ended.0
    }
    for entry in order.prefix(surplus) { entries[entry.reference] = nil }
  }
}

extension CAPLedger {
  /// One message, taken or only named by another.
  struct Entry: Sendable, Hashable, Codable {
    let reference: CAPReference
    /// An exercise never ends anything real, nor the other way round.
    let isExercise: Bool
    /// Whether the message itself came.
    var hasCome: Bool
    /// What it makes the station say; nil for a cancellation, and once it was ended.
    var order: CAPOrder?
    var end: End?
    /// From when it need not be known any more, but for `memoryMilliseconds`.
    var untilMilliseconds: Int

    func order(at unixMilliseconds: Int) -> CAPOrder? {
      order.flatMap { $0.expiresMilliseconds > unixMilliseconds ? $0 : nil }
    }
  }

  enum End: Sendable, Hashable, Codable {
    case cancelled(by: CAPReference)
    case superseded(by: CAPReference)
  }

  func entry(_ reference: CAPReference) -> Entry? { entries[reference] }

  mutating func keep(_ entry: Entry) { entries[entry.reference] = entry }
}

/// As a sorted list: the same ledger is the same bytes.
extension CAPLedger: Codable {
  public init(from decoder: any Decoder) throws {
    let list = try [Entry](from: decoder)
    entries = Dictionary(list.map { ($0.reference, $0) }, uniquingKeysWith: { _, later in later })
  }

  public func encode(to encoder: any Encoder) throws {
    try entries.values.sorted { $0.reference < $1.reference }.encode(to: encoder)
  }
}
