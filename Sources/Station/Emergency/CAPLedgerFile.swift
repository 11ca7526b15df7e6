internal import Emergency
internal import Foundation
internal import Synchronization

/// The ledger of CAP messages on the disk, for the service and for commands beside it.
///
/// A disk that fails is no reason to be silent: what can't be read is empty, what can't be written is kept in memory.
final class CAPLedgerFile: Sendable {
  private let path: String
  private let lockPath: String
  /// What the disk did not take; newer than what is on it.
  private let unsaved = Mutex<CAPLedger?>(nil)

  init(home: StationHome) { (path, lockPath) = (home.capLedger, home.capLedgerLock) }

  /// Runs `body` while no other process or thread does, unless the lock can't be had within five seconds.
  func alone<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    // Closing gives the lock up.
    defer { if descriptor >= 0 { close(descriptor) } }
    var tries = 0
    while descriptor >= 0, tries < 100, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      tries += 1
      usleep(50_000)
    }
    return try body()
  }

  /// What is known; a file that can't be understood is put aside as `.damaged`.
  func load() -> CAPLedger {
    if let unsaved = unsaved.withLock({ $0 }) { return unsaved }
    guard FileStamp(of: path).kind != .missing else { return CAPLedger() }
    if let data = FileManager.default.contents(atPath: path),
      let ledger = try? JSONDecoder().decode(CAPLedger.self, from: data)
    {
      return ledger
    }
    rename(path, path + ".damaged")
    return CAPLedger()
  }

  func save(_ ledger: CAPLedger) {
    do {
      try DurableFile.write(try JSONEncoder().encode(ledger), to: path)
      unsaved.withLock { $0 = nil }
    } catch {
      unsaved.withLock { $0 = ledger }
    }
  }
}
