internal import Glibc

/// A plain pthread for work that may wait or hang in a driver: a task would hold a thread of the pool all others share.
package enum DetachedThread {
  /// Starts a thread; what `body` holds lives until it returns.
  /// - Returns: false if the system has no thread to give.
  package static func start(_ body: sending @escaping () -> Void) -> Bool {
    let unmanaged = Unmanaged.passRetained(Body(body))
    var thread = pthread_t()
    let created = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, unmanaged.toOpaque())
    guard created == 0 else {
      unmanaged.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  private final class Body {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }
}
