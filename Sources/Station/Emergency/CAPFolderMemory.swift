/// What looks into the folder of CAP messages saw, for one run of whoever looks.
public struct CAPFolderMemory: Sendable {
  private struct Sight {
    let stamp: FileStamp
    /// Milliseconds after 1970.
    let since: Int
    var isAgain = false
  }

  private var seen: [String: Sight] = [:]
  /// Done with, and could not be moved.
  private var done: [String: FileStamp] = [:]

  public init() {}

  mutating func see(_ stamps: [String: FileStamp], now: Int) {
    let earlier = seen
    seen = [:]
    for (name, stamp) in stamps {
      if let known = earlier[name], known.stamp == stamp {
        seen[name] = Sight(stamp: stamp, since: known.since, isAgain: true)
      } else {
        seen[name] = Sight(stamp: stamp, since: now)
      }
    }
    done = done.filter { stamps[$0.key] == $0.value }
  }

  /// Whether the look before saw it just so.
  func isSeenAgain(_ name: String) -> Bool { seen[name]?.isAgain == true }

  /// How long it has been as it is.
  func seconds(of name: String, now: Int) -> Double { seen[name].map { Double(now - $0.since) / 1000 } ?? 0 }

  func isDone(_ name: String, _ stamp: FileStamp) -> Bool { done[name] == stamp }

  mutating func setDone(_ name: String, _ stamp: FileStamp) { done[name] = stamp }
}
