internal import Bulletin

/// A session's rows, laid one after the other, before its relay as long as they fit there, then behind it.
struct SessionLayout {
  private(set) var rows: [DaySheet.Row] = []
  private let window: SessionWindow
  private let date: CivilDate
  private let rules: StationRules
  /// Slots that are not laid again.
  private let without: Set<Slot>
  private var cursor: Int
  /// Milliseconds at the end that belong to the closing.
  private var reserved = 0
  private var relay: Range<Int>?
  private var isBehindRelay = true
  private var pendingRelay: DaySheet.Row?

  init(window: SessionWindow, date: CivilDate, rules: StationRules, without: Set<Slot> = []) {
    (self.window, self.date, self.rules, self.without) = (window, date, rules, without)
    cursor = window.start
  }

  /// Rows that are on air or over; what follows begins behind them and not before `now`.
  mutating func keep(_ frozen: [DaySheet.Row], now: Int) {
    rows = frozen
    for row in frozen { cursor = max(cursor, row.endUnixMilliseconds + milliseconds(row.gapSeconds)) }
    if !frozen.isEmpty, now < window.end { cursor = max(cursor, now) }
  }

  var holdsRelay: Bool { rows.contains { if case .relay = $0.item { true } else { false } } }

  func holds(_ notice: String) -> Bool {
    rows.contains { row in if case .notice(notice, _, _, _) = row.item { true } else { false } }
  }

  mutating func reserve(_ closing: Sound?) {
    reserved = closing.map { milliseconds($0.seconds + rules.gap(after: .closing)) } ?? 0
  }

  /// - Returns: false when the relay does not lie in what is left of the session.
  mutating func placeRelay(_ wanted: Session.Relay) -> Bool {
    let midnight = LocalDateTime(date: date, secondOfDay: 0).unixSeconds * 1000
    // A session over midnight may relay on its second day.
    let second =
      wanted.startSecondOfDay < window.session.startSecondOfDay ? wanted.startSecondOfDay + 86_400 : wanted.startSecondOfDay
    let start = midnight + second * 1000
    let range = start..<(start + milliseconds(wanted.seconds))
    guard range.lowerBound >= cursor, range.upperBound + reserved <= window.end else { return false }
    (relay, isBehindRelay) = (range, false)
    pendingRelay = row(.relay(title: wanted.title), Sound(file: "", seconds: wanted.seconds), at: start, gap: 0)
    return true
  }

  /// What is left for another sound, in seconds.
  var leftSeconds: Double {
    let behind = window.end - reserved - (isBehindRelay ? cursor : relay?.upperBound ?? cursor)
    let before = isBehindRelay ? 0 : (relay?.lowerBound ?? cursor) - cursor
    return Double(max(0, max(behind, before))) / 1000
  }

  /// Where sounds that stay together, each with the silence after it, would start; nil when they do not fit. What is too long for the time before the relay goes behind it, and with it all
  /// that follows.
  mutating func room(for lengths: [Double]) -> Int? {
    let needs = lengths.reduce(0) { $0 + milliseconds($1) }
    if !isBehindRelay, let relay {
      if cursor + needs <= relay.lowerBound { return cursor }
      guard relay.upperBound + needs <= window.end - reserved else { return nil }
      passRelay()
    }
    return cursor + needs <= window.end - reserved ? cursor : nil
  }

  /// Goes on behind the relay.
  mutating func passRelay() {
    guard !isBehindRelay, let relay, let row = pendingRelay else { return }
    rows.append(row)
    (cursor, isBehindRelay) = (relay.upperBound, true)
  }

  /// Lays a part of the session if there is a sound for it and room.
  mutating func lay(_ item: DaySheet.Row.Item, _ sound: Sound?, zones: Zones? = nil, isRepeat: Bool = false) {
    guard let sound, item == .music || !without.contains(slot(item)),
      let start = room(for: [sound.seconds + rules.gap(after: item)])
    else { return }
    rows.append(row(item, sound, at: start, gap: rules.gap(after: item), zones: zones, isRepeat: isRepeat))
    cursor = start + milliseconds(sound.seconds + rules.gap(after: item))
  }

  /// Music as long as it fits, each piece once, one running into the next.
  mutating func fill(with music: [Sound]) {
    let kept = rows.count
    let played = Set(rows.lazy.filter { $0.item == .music }.map(\.sound.file))
    for piece in music where !played.contains(piece.file) {
      guard room(for: [piece.seconds + rules.gap(after: .music)]) != nil else { continue }
      // What is on air already ends as it was planned.
      if rows.count > kept, let last = rows.last, last.item == .music, rules.crossfadeSeconds > 0 {
        let joined = last.crossfaded(seconds: min(rules.crossfadeSeconds, last.sound.seconds / 2, piece.seconds / 2))
        rows[rows.count - 1] = joined
        cursor = joined.endUnixMilliseconds
      }
      lay(.music, piece)
    }
  }

  mutating func close(_ closing: Sound?) {
    passRelay()
    reserved = 0
    lay(.closing, closing)
  }

  /// When its last sound and the silence behind it are over.
  var end: Int { cursor }

  var usedSeconds: Double { Double(cursor - window.start) / 1000 }

  private func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded(.up)) }

  private func row(
    _ item: DaySheet.Row.Item, _ sound: Sound, at start: Int, gap: Double, zones: Zones? = nil, isRepeat: Bool = false
  ) -> DaySheet.Row {
    let zones = zones ?? window.session.zones
    let second = LocalDateTime(unixSeconds: start / 1000)?.secondOfDay ?? 0
    return DaySheet.Row(
      slot: slot(item), item: item, sound: sound, unixMilliseconds: start, gapSeconds: gap, zones: zones, isRepeat: isRepeat,
      loudnessCeiling: rules.loudnessCeiling(for: zones, secondOfDay: second))
  }

  private func slot(_ item: DaySheet.Row.Item) -> Slot {
    let name =
      switch item {
      case .chime: "chime"
      case .greeting: "greeting"
      case .closing: "closing"
      case .music: "music"
      case .relay: "relay"
      case .repeatIntro(let id): "again:\(id)"
      case .notice(let id, _, _, _): id
      }
    // Only music comes twice.
    var ordinal = item == .music ? rows.count { $0.item == .music } + 1 : 1
    func slot() -> Slot { Slot(date: date, session: window.session.name, name: name, ordinal: ordinal) }
    while item == .music, without.contains(slot()) { ordinal += 1 }
    return slot()
  }
}
