internal import Glibc
internal import Synchronization

/// The second way to a loudspeaker, which goes before the programme, and who has its device.
///
/// An output loop looks at `number` once a pass. Whoever opens a turn on a lane that nobody holds must claim it and run a loop
/// of their own (`Player.sound`).
public final class EmergencyLane: Sendable {
  /// The right to the device; given back by whoever got it.
  public struct Claim: Sendable {
    let lane: EmergencyLane
    let token: Int

    /// Of a device that no emergency comes to.
    public init() { (lane, token) = (EmergencyLane(), 0) }

    init(_ lane: EmergencyLane, token: Int) { (self.lane, self.token) = (lane, token) }

    /// Whether it still counts: a holder that hung is passed by.
    public var isValid: Bool { token == 0 || lane.holder.load(ordering: .relaxed) == token }

    /// Gives the device back; does nothing when somebody else was given it meanwhile.
    public func release() {
      _ = lane.holder.compareExchange(expected: token, desired: 0, ordering: .acquiringAndReleasing)
    }
  }

  /// Turns opened so far: what a loop compares without a lock.
  let number = Atomic<Int>(0)
  private let turn = Mutex<EmergencyTurn?>(nil)
  /// Nobody, or a claim's token.
  fileprivate let holder = Atomic<Int>(0)
  private let tokens = Atomic<Int>(0)
  private let isHeldBack = Atomic<Bool>(false)
  /// A pipe that wakes a loop that naps: where it is read and written; negative where the system has none to give.
  private let bell: (read: Int32, write: Int32)

  /// Of a loudspeaker that nobody has.
  public init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    bell = (ends[0], ends[1])
  }

  deinit { for end in [bell.read, bell.write] where end >= 0 { Glibc.close(end) } }

  /// Waits until a turn is opened or the time is over; real-time safe.
  func nap(nanoseconds: Int) {
    guard bell.read >= 0, nanoseconds >= 1_000_000 else {
      var time = timespec(tv_sec: 0, tv_nsec: nanoseconds)
      nanosleep(&time, nil)
      return
    }
    var descriptor = pollfd(fd: bell.read, events: Int16(POLLIN), revents: 0)
    if poll(&descriptor, 1, Int32(nanoseconds / 1_000_000)) > 0 {
      var rings: UInt64 = 0
      _ = read(bell.read, &rings, MemoryLayout<UInt64>.size)
    }
  }

  private func ring() {
    var one: UInt8 = 1
    if bell.write >= 0 { _ = write(bell.write, &one, 1) }
  }

  /// The turn opened last; nil once nothing shall sound.
  package var current: EmergencyTurn? { turn.withLock { $0 } }

  /// Puts a turn before everything else, an earlier turn too.
  public func open(_ next: EmergencyTurn) {
    turn.withLock { $0 = next }
    number.add(1, ordering: .releasing)
    ring()
  }

  /// Forgets the turn: whoever opens the device next has nothing to sound.
  public func close() { turn.withLock { $0 = nil } }

  /// Whether an emergency waits to be sounded, or sounds.
  public var hasTurn: Bool { current.map { $0.ending == nil } ?? false }
  /// Whether a programme must wait: for an emergency, or for whoever has the device.
  public var isTaken: Bool {
    isHeldBack.load(ordering: .relaxed) || hasTurn || isHeld
  }
  /// Whether somebody has the device, a programme or an emergency.
  public var isHeld: Bool { holder.load(ordering: .acquiring) != 0 }

  /// Keeps programmes away from the device, as long as another process sounds an emergency on it.
  public func holdBack(_ isHeldBack: Bool) { self.isHeldBack.store(isHeldBack, ordering: .relaxed) }

  /// Takes the device for a programme.
  /// - Returns: nil while somebody has it, or an emergency waits for it.
  public func claimForProgramme() -> Claim? {
    guard !isHeldBack.load(ordering: .relaxed), !hasTurn else { return nil }
    return claim()
  }

  /// Takes the device.
  /// - Returns: nil while somebody has it.
  public func claim() -> Claim? {
    let token = tokens.add(1, ordering: .relaxed).newValue
    return holder.compareExchange(expected: 0, desired: token, ordering: .acquiringAndReleasing).exchanged
      ? Claim(self, token: token) : nil
  }

  /// Takes the device from a holder that hangs; what it holds comes back to nobody.
  public func evict() { holder.store(0, ordering: .releasing) }
}
