internal import Glibc
internal import Synchronization

/// The thread an `OutputLoop` runs on: a plain pthread, because a task may be parked behind other work.
enum OutputThread {
  /// Starts a detached thread; what `body` holds lives until it returns.
  ///
  /// - Parameters:
  ///   - priority: asks for SCHED_FIFO at this priority (sched(7)); nil or a refusal leaves the normal scheduler.
  ///   - state: told whether the priority was granted.
  /// - Returns: false if the system has no thread to give.
  static func start(priority: Int?, state: LoopState, _ body: sending @escaping () -> Void) -> Bool {
    let start = Start(priority: priority, state: state, body: body)
    let unmanaged = Unmanaged.passRetained(start)
    var thread = pthread_t()
    let created = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, unmanaged.toOpaque())
    guard created == 0 else {
      unmanaged.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  private final class Start {
    let priority: Int?
    let state: LoopState
    let body: () -> Void

    init(priority: Int?, state: LoopState, body: @escaping () -> Void) {
      self.priority = priority
      self.state = state
      self.body = body
    }

    func run() {
      if let priority {
        var parameters = sched_param()
        parameters.sched_priority = CInt(clamping: priority)
        let refused = pthread_setschedparam(pthread_self(), SCHED_FIFO, &parameters)
        state.hasRealTimePriority.store(refused == 0, ordering: .relaxed)
      }
      body()
    }
  }
}
