internal import Glibc

/// CLOCK_MONOTONIC in nanoseconds: real-time safe, unlike a `ContinuousClock.Instant` it is one integer for an atomic.
package func monotonicNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
}
