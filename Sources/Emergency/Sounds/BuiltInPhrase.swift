internal import DSP
internal import Foundation
internal import PCM

/// The words inside the program, for when no recording and no voice can be had.
///
/// Recorded with our own voice by `scripts/make-emergency-sounds`: "Khẩn cấp! Khẩn cấp! Bà con chú ý nghe thông báo, sẵn sàng
/// sơ tán."
package enum BuiltInPhrase {
  /// The phrase, mono at 48 kHz, with a peak of -1 dBFS; the alert chime should it not be decodable. Reads no disk. Any thread.
  package static func samples() -> [Int16] {
    guard let bytes = Data(base64Encoded: base64, options: .ignoreUnknownCharacters), !bytes.isEmpty else {
      return AlertChime.samples(isDrill: false)
    }
    let narrow = bytes.map { Float(MuLaw.decoded($0)) / 32_768 }
    // The full band: what a telephone's rate cuts off must not come back as hiss above 4 kHz.
    var resampler = Resampler(from: SampleRate(hertz: 8000), to: .broadcast)
    var sound: [Float] = []
    sound.reserveCapacity(narrow.count * 6 + 6)
    resampler.process(narrow.span, into: &sound)
    resampler.finish(into: &sound)
    return AlertChime.scaled(sound, to: Decibels(-1))
  }
}
