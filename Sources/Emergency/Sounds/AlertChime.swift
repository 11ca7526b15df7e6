internal import DSP
internal import PCM

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What sounds before the words of an emergency, and the tone of the monthly self-test: computed, as a disk may be lost.
///
/// Mono at 48 kHz. Horns carry 400 to 3000 Hz: every partial lies there. Cost: one to two milliseconds. Any thread.
package enum AlertChime {
  /// Two tones a fourth apart in turn, six times, higher after the second and the fourth; of a drill, two soft strokes.
  ///
  /// Loud from the first oscillation on: 1 ms of attack against a click, a peak of -3 dBFS (drill: -6 dBFS). The last quarter
  /// of a second is silent, so that words may follow at once.
  package static func samples(isDrill: Bool) -> [Int16] {
    let notes = isDrill ? drillNotes : alarmNotes
    var sound: [Float] = []
    sound.reserveCapacity(rate.frames(inSeconds: 2.1))
    // One phase for all: it goes on where the frequency changes, and nothing clicks. A stroke takes whole cycles, as the next
    // one's level begins anew.
    var (cosine, sine) = (1.0, 0.0)
    for note in notes {
      let step = 2 * Double.pi * note.hertz / Double(rate.hertz)
      let (stepCosine, stepSine) = (cos(step), sin(step))
      let decay = exp(-1 / (note.decaySeconds * Double(rate.hertz)))
      var level = 1.0
      for _ in 0..<rate.frames(inSeconds: note.seconds) {
        (cosine, sine) = (cosine * stepCosine - sine * stepSine, sine * stepCosine + cosine * stepSine)
        // The second and third partial from the first: sin 2x = 2 sin x cos x, sin 3x = sin x (3 - 4 sin² x).
        let second = 2 * sine * cosine
        let third = sine * (3 - 4 * sine * sine)
        sound.append(Float(level * (sine + note.second * second + note.third * third)))
        level *= decay
      }
    }
    ramp(&sound, up: 0.001, down: 0.03)
    return scaled(sound, to: Decibels(isDrill ? -6 : -3)) + repeatElement(0, count: rate.frames(inSeconds: 0.25))
  }

  /// The monthly self-test: 2 s of 1 kHz with a peak of -30 dBFS, heard by a microphone and hardly by the village.
  package static func tone() -> [Int16] {
    let step = 2 * Double.pi * 1000 / Double(rate.hertz)
    var sound = (0..<rate.frames(inSeconds: 2)).map { Float(sin(step * Double($0))) }
    ramp(&sound, up: 0.02, down: 0.02)
    return scaled(sound, to: Decibels(-30))
  }

  /// Brings the largest sample to `peak`; silence stays silent.
  static func scaled(_ sound: [Float], to peak: Decibels) -> [Int16] {
    let largest = sound.reduce(0) { max($0, abs($1)) }
    let gain = largest > 0 ? Float(peak.amplitude * 32_767) / largest : 0
    return sound.map { Int16(max(-32_767, min(32_767, ($0 * gain).rounded()))) }
  }

  private static let rate = SampleRate.broadcast

  private struct Note {
    let hertz: Double
    let seconds: Double
    /// To 1/e.
    let decaySeconds: Double
    /// Levels of the second and the third partial; the first has 1.
    let second: Double
    let third: Double
  }

  private static let alarmNotes: [Note] = [580.0, 660, 740].flatMap { (low: Double) -> [Note] in
    let high = low * 4 / 3
    return [low, high, low, high].map { Note(hertz: $0, seconds: 0.15, decaySeconds: 100, second: 0.7, third: 0.5) }
  }

  private static let drillNotes: [Note] = [660.0, 528].map {
    Note(hertz: $0, seconds: 0.9, decaySeconds: 0.28, second: 0.2, third: 0.05)
  }

  /// Straight fades of `up` and `down` seconds at both ends.
  private static func ramp(_ sound: inout [Float], up: Double, down: Double) {
    let (rise, fall) = (rate.frames(inSeconds: up), rate.frames(inSeconds: down))
    for i in 0..<min(rise, sound.count) { sound[i] *= Float(i) / Float(rise) }
    for i in 0..<min(fall, sound.count) { sound[sound.count - 1 - i] *= Float(i) / Float(fall) }
  }
}
