internal import Dispatch
internal import Glibc
internal import Synchronization

/// Runs calls of alsa-lib that may hang (a sound server that does not answer, a dying USB card) on a thread of their
/// own, and stops waiting for them in time.
enum BoundedCall {
  /// Runs `body` on a new thread.
  ///
  /// - Returns: its result, or nil after `seconds`. The abandoned thread goes on by itself; what `body` holds lives as
  ///   long.
  static func run<Result: Sendable>(seconds: Double, _ body: @escaping @Sendable () -> Result) -> Result? {
    let call = Call(body)
    let unmanaged = Unmanaged.passRetained(call)
    var thread = pthread_t()
    let created = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<AnyCall>.fromOpaque(argument).takeRetainedValue().perform() }
        return nil
      }, unmanaged.toOpaque())
    guard created == 0 else {
      unmanaged.release()
      return nil
    }
    pthread_detach(thread)
    guard call.done.wait(timeout: .now() + seconds) == .success else { return nil }
    return call.result.withLock { $0 }
  }

  private class AnyCall: @unchecked Sendable {
    func perform() {}
  }

  private final class Call<Result: Sendable>: AnyCall, @unchecked Sendable {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Result?>(nil)
    private let body: @Sendable () -> Result

    init(_ body: @escaping @Sendable () -> Result) { self.body = body }

    override func perform() {
      let value = body()
      result.withLock { $0 = value }
      done.signal()
    }
  }
}
