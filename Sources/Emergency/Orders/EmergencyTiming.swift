/// When the rounds of an emergency begin, after it was issued.
public enum EmergencyTiming: Sendable, Hashable, Codable {
  case once
  case every(seconds: Int)
  /// The statutory pattern of a kind.
  case pattern(EmergencyKind)

  /// The shortest and the longest time between rounds, in seconds.
  public static let shortestSeconds = 60
  public static let longestSeconds = 24 * 3600

  /// When a round begins, in milliseconds after the order; nil for a round there is not.
  func offsetMilliseconds(of round: Int) -> Int? {
    switch self {
    case .once: return round == 0 ? 0 : nil
    case .every(let seconds): return round * max(Self.shortestSeconds, min(seconds, Self.longestSeconds)) * 1000
    case .pattern(let kind):
      let (first, then) = kind.pattern
      if round < first.count { return first[round] * 60_000 }
      return then.map { (first.last ?? 0) * 60_000 + (round - first.count + 1) * $0 * 60_000 }
    }
  }

  /// The last round that has begun so long after the order; -1 for none.
  func round(atMilliseconds elapsed: Int) -> Int {
    guard elapsed >= 0 else { return -1 }
    var round = 0
    if case .every(let seconds) = self { round = elapsed / (max(Self.shortestSeconds, min(seconds, Self.longestSeconds)) * 1000) }
    while round < 100_000, let next = offsetMilliseconds(of: round + 1), next <= elapsed { round += 1 }
    return round
  }

  /// How long an order that does not say is in force, in seconds; nil until it is cancelled.
  var defaultLifeSeconds: Int? {
    switch self {
    case .once: 3600
    case .every: 24 * 3600
    case .pattern(let kind): kind.lifeSeconds
    }
  }
}

extension EmergencyKind {
  /// Minutes after the order at which rounds begin, and the minutes between the ones after these; nil for no more.
  var pattern: (first: [Int], then: Int?) {
    switch self {
    // As bulletins of a storm come out.
    case .storm: ([0], 120)
    case .tsunami: ([0, 5, 10], 30)
    case .fire: ([0, 3, 6], 15)
    case .flood: ([0, 10], 30)
    case .general: ([0], nil)
    }
  }

  var lifeSeconds: Int? {
    switch self {
    case .tsunami: nil
    case .storm, .flood: 24 * 3600
    case .fire: 3600
    case .general: 3600
    }
  }
}
