import Glibc

/// Time for deadlines.
enum Monotonic {
  /// Milliseconds since some fixed point; does not run while the machine sleeps.
  static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
