internal import CALSA
internal import Glibc

/// A sound card the kernel knows.
public struct SoundCard: Sendable, Hashable, CustomStringConvertible {
  /// ALSA's number: the card's devices are `hw:index`.
  public let index: Int
  public let name: String

  public var description: String { "hw:\(index) \(name)" }

  /// The cards plugged in now, by number.
  public static var present: [SoundCard] {
    ALSAMessages.silence()
    var cards: [SoundCard] = []
    var index: CInt = -1
    while snd_card_next(&index) >= 0, index >= 0 {
      var text: UnsafeMutablePointer<CChar>?
      let named = snd_card_get_name(index, &text) >= 0
      cards.append(SoundCard(index: Int(index), name: named ? text.map { String(cString: $0) } ?? "" : ""))
      free(text)
    }
    return cards
  }
}
