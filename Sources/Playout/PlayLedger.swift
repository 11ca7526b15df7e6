/// Which item sounds at which frame, and how each one ended: a value, moved on by the number of frames heard.
struct PlayLedger {
  private struct Span {
    let index: Int
    let start: Int
    var end: Int
    /// All frames the item should have; `end` grows towards it as they are pushed.
    let total: Int
    var hasStarted = false
    /// The file broke after `end` frames had been pushed.
    var isCut = false
  }

  private var items: [PlaylistItem] = []
  private let hertz: Double
  private var outcomes: [PlayOutcome?] = []
  private var spans: [Span] = []
  /// Spans before this one are over.
  private var current = 0
  /// Items passed over, to be told once everything before them has been heard.
  private var skipped: [(index: Int, at: Int, reason: SkipReason)] = []

  init(hertz: Int) { self.hertz = Double(hertz) }

  /// Takes an item's turn.
  /// - Returns: its index.
  mutating func add(_ item: PlaylistItem) -> Int {
    items.append(item)
    outcomes.append(nil)
    return items.count - 1
  }

  /// An item of `total` frames begins at frame `start` of what is pushed.
  mutating func begin(_ index: Int, at start: Int, total: Int) {
    spans.append(Span(index: index, start: start, end: start, total: total))
  }

  /// The item that began last has been pushed up to frame `end`.
  mutating func extend(to end: Int) {
    if !spans.isEmpty { spans[spans.count - 1].end = end }
  }

  /// The item that began last ends where it was extended to, before its time.
  mutating func cut() {
    if !spans.isEmpty { spans[spans.count - 1].isCut = true }
  }

  /// An item is passed over; what was pushed before ends at frame `at`.
  mutating func skip(_ index: Int, at: Int, reason: SkipReason) {
    skipped.append((index, at, reason))
  }

  /// Everything up to frame `heard` has sounded.
  ///
  /// - Returns: what happened since the last call, in order.
  mutating func advance(to heard: Int) -> [PlayEvent] {
    var events: [PlayEvent] = []
    while current < spans.count {
      let span = spans[current]
      events += skips(before: span.index, heard: heard)
      guard heard > span.start || heard >= span.start + span.total else { return events }
      let totalSeconds = Double(span.total) / hertz
      if !span.hasStarted {
        spans[current].hasStarted = true
        events.append(.started(index: span.index, item: items[span.index], totalSeconds: totalSeconds))
      }
      let seconds = Double(min(heard, span.end) - span.start) / hertz
      guard heard >= (span.isCut ? span.end : span.start + span.total) else {
        events.append(.progress(index: span.index, seconds: seconds, totalSeconds: totalSeconds))
        return events
      }
      events.append(end(span.index, span.isCut ? .interrupted(seconds: seconds) : .played))
      current += 1
    }
    return events + skips(before: items.count, heard: heard)
  }

  /// Nothing more will sound after frame `heard`.
  ///
  /// - Returns: the last events, and one outcome per item.
  mutating func finish(at heard: Int) -> (events: [PlayEvent], outcomes: [PlayOutcome]) {
    var events = advance(to: heard)
    events += skips(before: items.count, heard: .max)
    for span in spans[current...] where heard > span.start {
      let frames = min(heard, span.end) - span.start
      events.append(end(span.index, .interrupted(seconds: Double(frames) / hertz)))
    }
    return (events, outcomes.map { $0 ?? .notReached })
  }

  private mutating func skips(before index: Int, heard: Int) -> [PlayEvent] {
    var events: [PlayEvent] = []
    while let next = skipped.first, next.index < index, next.at <= heard {
      skipped.removeFirst()
      events.append(end(next.index, .skipped(next.reason)))
    }
    return events
  }

  private mutating func end(_ index: Int, _ outcome: PlayOutcome) -> PlayEvent {
    outcomes[index] = outcome
    return .ended(index: index, item: items[index], outcome: outcome)
  }
}
