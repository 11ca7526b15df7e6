import Glibc

/// Processor time of this thread, best of several rounds: other programs on the machine then matter least.
enum Stopwatch {
  static func best(_ rounds: Int, _ work: () -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<rounds { best = min(best, time(work)) }
    return best
  }

  /// The same for two rivals that take turns.
  static func best(_ rounds: Int, _ ours: () -> Void, against theirs: () -> Void) -> (ours: Double, theirs: Double) {
    var best = (ours: Double.infinity, theirs: Double.infinity)
    for _ in 0..<rounds { best = (min(best.ours, time(ours)), min(best.theirs, time(theirs))) }
    return best
  }

  private static func time(_ work: () -> Void) -> Double {
    let start = now
    work()
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
