public import PCM

/// A polyphase resampler for mono sound between any two rates.
///
/// Output sample m lies at the time of input m * from / to: no delay, and a whole file gives `ceil(count * to /
/// from)` samples. Flat within 0.01 dB to 0.45 of the lower rate, stop band at least 100 dB down. Same rates
/// pass through untouched.
public struct Resampler: Sendable {
  /// Where the stop band begins, as a fraction of the lower rate.
  public enum Band: Sendable, Hashable {
    /// At half the lower rate: nothing folds or mirrors. For recordings.
    case full
    /// At 0.55: less than half the work; what lies between 0.45 and 0.5 is mirrored just above. For synthetic
    /// speech, which has next to nothing there.
    case speech
  }

  public let from: SampleRate
  public let to: SampleRate
  private var doubler: HalfBandDoubler?
  private var polyphase: PolyphaseFilter?
  private var doubled: [Float] = []

  public init(from: SampleRate, to: SampleRate, band: Band = .full) {
    self.from = from
    self.to = to
    guard from != to else { return }
    let ratio = Double(to.hertz) / Double(from.hertz)
    if band == .speech, ratio > 1 {
      // Twice the rate by a half-band filter, half of whose taps are zero; the wide gap this leaves needs only
      // a short second filter.
      doubler = Self.doubler
      polyphase = from == .espeak && to == .broadcast ? Self.espeakToBroadcast : Self.afterDoubling(from, to)
      doubled.reserveCapacity(HalfBandDoubler.chunk * 2 + 256)
    } else {
      let lower = min(1, ratio)
      polyphase = PolyphaseFilter(
        fromHertz: from.hertz, toHertz: to.hertz, passEdge: 0.45 * lower, stopEdge: (band == .full ? 0.5 : 0.55) * lower)
    }
  }

  /// How much input must have come after a sample before what lies at its time leaves; a group of eight outputs waits for its last.
  public var latencySeconds: Double {
    let doubled = doubler == nil ? 0 : HalfBandDoubler.latencySamples / Double(from.hertz)
    return doubled + (polyphase?.latencySamples ?? 0) / Double(from.hertz * (doubler == nil ? 1 : 2))
      + (polyphase == nil ? 0 : 7 / Double(to.hertz))
  }

  private static func afterDoubling(_ from: SampleRate, _ to: SampleRate) -> PolyphaseFilter {
    PolyphaseFilter(fromHertz: from.hertz * 2, toHertz: to.hertz, passEdge: 0.225, stopEdge: 0.725)
  }

  /// Every utterance has its own resampler, at these rates: they are designed once.
  private static let doubler = HalfBandDoubler()
  private static let espeakToBroadcast = afterDoubling(.espeak, .broadcast)

  /// Appends to `output` what the next `input` makes known; the last half filter length follows with `finish`.
  public mutating func process(_ input: Span<Float>, into output: inout [Float]) {
    input.withUnsafeBufferPointer { input in
      guard doubler != nil else {
        second(input, into: &output)
        return
      }
      var start = 0
      while start < input.count {
        let end = min(start + HalfBandDoubler.chunk, input.count)
        doubler?.process(UnsafeBufferPointer(rebasing: input[start..<end]), into: &doubled)
        passDoubled(into: &output)
        start = end
      }
    }
  }

  /// Appends the rest and makes the resampler ready for other sound.
  public mutating func finish(into output: inout [Float]) {
    if doubler != nil {
      doubler?.finish(into: &doubled)
      passDoubled(into: &output)
    }
    polyphase?.finish(into: &output)
  }

  private mutating func passDoubled(into output: inout [Float]) {
    var ready: [Float] = []
    swap(&ready, &doubled)
    ready.withUnsafeBufferPointer { second($0, into: &output) }
    ready.removeAll(keepingCapacity: true)
    swap(&ready, &doubled)
  }

  private mutating func second(_ input: UnsafeBufferPointer<Float>, into output: inout [Float]) {
    if polyphase == nil { output.append(contentsOf: input) }
    polyphase?.process(input, into: &output)
  }
}
