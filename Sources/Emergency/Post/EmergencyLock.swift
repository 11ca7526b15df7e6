internal import Foundation

/// Whoever holds it sounds the station's emergencies; the system gives it back when its holder dies.
struct EmergencyLock: Sendable {
  private let descriptor: Int32

  /// Why there is no lock.
  enum Lack: Error {
    case held
    /// No place can have one, and nobody holds it.
    case nowhere
  }

  /// - Throws: `Lack`.
  static func take(_ places: EmergencyPlaces) throws(Lack) -> EmergencyLock {
    // Its holder may die between two looks at it.
    for _ in 0..<20 {
      if let lock = tryTake(places) { return lock }
      if isHeld(places) { throw .held }
      usleep(500)
    }
    throw .nowhere
  }

  private static func isHeld(_ places: EmergencyPlaces) -> Bool {
    places.folders.indices.filter(places.isOurs).contains { index in
      let descriptor = open(places.locks[index], O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      return flock(descriptor, LOCK_EX | LOCK_NB) != 0
    }
  }

  private static func tryTake(_ places: EmergencyPlaces) -> EmergencyLock? {
    for index in places.folders.indices where places.prepare(index) {
      var descriptor = open(places.locks[index], O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o660)
      // A read-only disk still locks what is there.
      if descriptor < 0 { descriptor = open(places.locks[index], O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
      guard descriptor >= 0 else { continue }
      places.handOver(descriptor, in: index)
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return EmergencyLock(descriptor: descriptor) }
      close(descriptor)
      return nil
    }
    return nil
  }

  /// The process that has it (proc_locks(5)); nil when the system does not say.
  static func holder(in places: EmergencyPlaces) -> Int32? {
    // 1: FLOCK  ADVISORY  WRITE 1234 fe:01:56789 0 EOF
    let locks = FileManager.default.contents(atPath: "/proc/locks").map { String(decoding: $0, as: UTF8.self) } ?? ""
    let rows = locks.split(separator: "\n").map { $0.split(separator: " ") }
    for index in places.folders.indices where places.isOurs(index) {
      var status = stat()
      guard stat(places.locks[index], &status) == 0 else { continue }
      let row = rows.first { $0.count > 5 && $0[1] == "FLOCK" && $0[5].hasSuffix(":\(status.st_ino)") }
      if let process = row.flatMap({ Int32($0[4]) }), process > 0 { return process }
    }
    return nil
  }

  func release() { close(descriptor) }
}
