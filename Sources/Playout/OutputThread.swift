internal import AudioOutput
internal import Glibc
internal import Synchronization

/// The thread an `OutputLoop` runs on.
enum OutputThread {
  /// - Parameters:
  ///   - priority: asks for SCHED_FIFO at this priority (sched(7)); nil or a refusal leaves the normal scheduler.
  ///   - state: told whether the priority was granted.
  /// - Returns: false if the system has no thread to give.
  static func start(priority: Int?, state: LoopState, _ body: sending @escaping () -> Void) -> Bool {
    DetachedThread.start {
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
