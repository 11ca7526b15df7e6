internal import CALSA
internal import Glibc

/// Why a loudspeaker could not be opened or went silent.
public enum AudioOutputError: Error, Sendable, Hashable {
  /// What was being done.
  public enum Operation: String, Sendable, Hashable {
    case open, configure, write, recover, drain, close
  }

  /// The computer has no sound card at all.
  case noCard(device: String)
  /// There are cards, but no device of this name.
  case noSuchDevice(device: String, detail: String)
  /// Another program holds the device.
  case busy(device: String)
  /// This user may not use sound devices.
  case permission(device: String)
  /// The sound server the device stands for does not answer.
  case unreachable(device: String, detail: String)
  /// The device went away while playing.
  case disconnected(device: String)
  /// The device refuses a parameter that cannot be approximated.
  case badParameters(device: String, parameter: String, asked: String)
  /// The device took no sound for this long.
  case stalled(device: String, operation: Operation, seconds: Double)
  /// A file that stands for the loudspeaker could not be written.
  case file(path: String, vietnamese: String, english: String)
  /// Any other code of ALSA.
  case failed(device: String, operation: Operation, code: Int32, detail: String)

  /// Maps a negative code of alsa-lib: errnos, as in the alsa-project PCM reference, "Error codes" and errno(3).
  ///
  /// - Parameters:
  ///   - detail: what alsa-lib wrote about it, its first line.
  ///   - cards: whether the computer has any sound card.
  package init(device: String, operation: Operation, code: Int32, detail: String, hasCards: Bool) {
    let isOpening = operation == .open
    switch -code {
    case ENOENT, ENODEV, ENXIO:
      // Names that lead to a card fail with alsa-lib speaking of the card; other unknown names are just unknown.
      let speaksOfCard = detail.contains("card") || detail.isEmpty
      if !isOpening {
        self = .disconnected(device: device)
      } else {
        self = !hasCards && speaksOfCard ? .noCard(device: device) : .noSuchDevice(device: device, detail: detail)
      }
    case EBUSY, EAGAIN: self = .busy(device: device)
    case EACCES, EPERM: self = .permission(device: device)
    case ECONNREFUSED, ECONNRESET, ETIMEDOUT, EHOSTUNREACH: self = .unreachable(device: device, detail: detail)
    case EIO where !isOpening, EBADFD where !isOpening: self = .disconnected(device: device)
    default:
      let text = detail.isEmpty ? String(cString: snd_strerror(code)) : detail
      self = .failed(device: device, operation: operation, code: code, detail: text)
    }
  }
}
