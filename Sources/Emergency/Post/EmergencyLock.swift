internal import Foundation

/// Whoever holds it sounds the station's emergencies; the system gives it back when its holder dies.
struct EmergencyLock: Sendable {
  private let descriptor: Int32

  /// - Returns: nil while another process holds it, or no place can have it.
  static func take(_ places: EmergencyPlaces) -> EmergencyLock? {
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

  func release() { close(descriptor) }
}
