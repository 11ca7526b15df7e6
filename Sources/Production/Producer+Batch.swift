internal import Dispatch
internal import Foundation
internal import Synchronization

extension Producer {
  /// What became of one notice of a batch.
  public enum Outcome: Sendable {
    case mastered(MasteredBulletin)
    case failed(path: String, ProductionError)
  }

  /// Makes many notices, `jobs` at a time; while one is finished and encoded the next is already being spoken.
  ///
  /// - Parameters:
  ///   - jobs: how many are spoken at once; the pool needs as many workers.
  ///   - onEach: called once for each notice as it ends, from any thread, one call at a time.
  /// - Returns: the outcomes in the order of `notices`. One that fails does not stop the others.
  public func produce(_ notices: [NoticeFile], jobs: Int, onEach: @escaping @Sendable (Outcome) -> Void = { _ in }) -> [Outcome] {
    let outcomes = Mutex([Outcome?](repeating: nil, count: notices.count))
    let next = Atomic(0)
    // At most this many composed notices wait in memory.
    let waiting = DispatchSemaphore(value: jobs + 1)
    let finishing = DispatchQueue(label: "loa.finish", attributes: .concurrent)
    let finished = DispatchGroup()

    @Sendable func end(_ index: Int, _ outcome: Outcome) {
      outcomes.withLock { outcomes in
        outcomes[index] = outcome
        onEach(outcome)
      }
    }

    DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < notices.count else { return }
        let notice = notices[index]
        do throws(ProductionError) {
          switch try compose(notice) {
          case .ready(let mastered): end(index, .mastered(mastered))
          case .composed(let composition):
            waiting.wait()
            finishing.async(group: finished) {
              defer { waiting.signal() }
              do throws(ProductionError) {
                end(index, .mastered(try finish(composition)))
              } catch {
                end(index, .failed(path: notice.path, error))
              }
            }
          }
        } catch {
          end(index, .failed(path: notice.path, error))
        }
      }
    }
    finished.wait()
    return outcomes.withLock { $0.compactMap(\.self) }
  }
}
