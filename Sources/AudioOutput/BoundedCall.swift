internal import Dispatch
internal import Synchronization

/// Runs calls of alsa-lib that may hang (a sound server that does not answer, a dying USB card) on a thread of their
/// own, and stops waiting for them in time.
enum BoundedCall {
  /// Runs `body` on a new thread.
  ///
  /// - Returns: its result, or nil after `seconds`. The abandoned thread goes on by itself; what `body` holds lives as
  ///   long.
  static func run<Result: Sendable>(seconds: Double, _ body: @escaping @Sendable () -> Result) -> Result? {
    let answer = Answer<Result>()
    let started = DetachedThread.start {
      let value = body()
      answer.result.withLock { $0 = value }
      answer.done.signal()
    }
    guard started, answer.done.wait(timeout: .now() + seconds) == .success else { return nil }
    return answer.result.withLock { $0 }
  }

  private final class Answer<Result: Sendable>: Sendable {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Result?>(nil)
  }
}
