internal import Glibc
internal import Synchronization

/// A card whose channels are lines of their own, open as long as somebody plays on one of them.
final class SharedCard: Sendable {
  struct Key: Hashable, Sendable {
    let device: String
    let channelCount: Int
    let configuration: String?
  }

  let granted: GrantedParameters
  let shared: CardLanes

  private init(_ key: Key, _ asked: OutputParameters) throws(AudioOutputError) {
    var asked = asked
    asked.channelCount = key.channelCount
    let output = try ALSAOutput(device: key.device, asking: asked, configuration: key.configuration)
    granted = output.granted
    shared = CardLanes(count: key.channelCount, periodFrames: granted.periodFrames)
    let loop = CardLoop(output: output, shared: shared)
    guard DetachedThread.start({ loop.run() }) else {
      throw .failed(device: key.device, operation: .open, code: -EAGAIN, detail: "pthread_create")
    }
  }

  deinit { shared.isStopping.store(true, ordering: .relaxed) }

  /// The card that is open already, or a new one.
  static func open(_ key: Key, asking asked: OutputParameters) throws(AudioOutputError) -> SharedCard {
    let place = places.withLock { places in
      if let place = places[key] { return place }
      let place = Place()
      places[key] = place
      return place
    }
    return try place.open(key, asked).get()
  }

  private static let places = Mutex<[Key: Place]>([:])

  /// Where one card is opened: by one caller at a time, and not before it is closed.
  private final class Place: Sendable {
    private struct Held: Sendable {
      weak var card: SharedCard?
      /// Outlives the card until its thread has let go of the device.
      var lanes: CardLanes?
    }

    private let held = Mutex(Held())

    func open(_ key: Key, _ asked: OutputParameters) -> Result<SharedCard, AudioOutputError> {
      held.withLock { held in
        if let card = held.card, !card.shared.hasFailed.load(ordering: .acquiring) { return .success(card) }
        let deadline = monotonicNanoseconds() + Int(asked.patienceSeconds * 1e9)
        while let lanes = held.lanes, !lanes.hasFinished.load(ordering: .acquiring), monotonicNanoseconds() < deadline {
          usleep(5000)
        }
        do throws(AudioOutputError) {
          let card = try SharedCard(key, asked)
          held = Held(card: card, lanes: card.shared)
          return .success(card)
        } catch {
          return .failure(error)
        }
      }
    }
  }
}
