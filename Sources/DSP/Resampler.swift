public import PCM

/// A polyphase resampler for mono sound between any two rates.
///
/// Output sample m lies at the time of input m * from / to: no delay, and a whole file gives `ceil(count * to / from)` samples.
/// Upwards the rate is doubled by a sharp filter, downwards halved by the same filter at the end; a short polyphase filter does the
/// rest of the way, where the sharp one leaves it wide gaps. Flat within 0.01 dB to 0.45 of the lower rate, stop band 130 dB down.
/// Same rates pass through untouched.
public struct Resampler: Sendable {
  /// Where the stop band begins, as a fraction of the lower rate.
  public enum Band: Sendable, Hashable {
    /// At half the lower rate: nothing folds or mirrors. For recordings.
    case full
    /// Upwards at 0.55, 105 dB down: less than half the work; what lies between 0.45 and 0.5 is mirrored just above. For synthetic
    /// speech, which has next to nothing there.
    case speech
  }

  public let from: SampleRate
  public let to: SampleRate
  private var doubler: RateDoubler?
  private var polyphase: PolyphaseFilter?
  private var halver: RateHalver?
  private var doubled: [Float] = []
  private var wide: [Float] = []

  public init(from: SampleRate, to: SampleRate, band: Band = .full) {
    self.from = from
    self.to = to
    guard from != to else { return }
    if to > from {
      if band == .speech {
        doubler = Self.halfBand
        polyphase =
          from == .espeak && to == .broadcast ? Self.espeakToBroadcast : Self.afterDoubling(from, to, stop: 0.725, decibels: 105)
      } else {
        doubler = Self.sharp
        polyphase = Self.afterDoubling(from, to, stop: 0.75, decibels: 145)
      }
      doubled.reserveCapacity(RateDoubler.chunk * 2 + 512)
    } else {
      let ratio = Double(to.hertz) / Double(from.hertz)
      if from.hertz != 2 * to.hertz {
        polyphase = PolyphaseFilter(
          fromHertz: from.hertz, toHertz: 2 * to.hertz, passEdge: 0.45 * ratio, stopEdge: 1.5 * ratio, attenuationDecibels: 133)
      }
      halver = RateHalver()
      wide.reserveCapacity(Int(Double(Self.chunk) * 2 * ratio) + 512)
    }
  }

  private static let chunk = 4096

  /// Nil when the rate is already twice as high.
  private static func afterDoubling(_ from: SampleRate, _ to: SampleRate, stop: Double, decibels: Double) -> PolyphaseFilter? {
    guard to.hertz != 2 * from.hertz else { return nil }
    return PolyphaseFilter(
      fromHertz: from.hertz * 2, toHertz: to.hertz, passEdge: 0.225, stopEdge: stop, attenuationDecibels: decibels)
  }

  /// Every utterance has its own resampler, at these rates: they are designed once.
  private static let halfBand = RateDoubler(.halfBand)
  private static let sharp = RateDoubler(.sharp)
  private static let espeakToBroadcast = afterDoubling(.espeak, .broadcast, stop: 0.725, decibels: 105)

  /// How much input must have come after a sample before what lies at its time leaves; a group of eight outputs waits for its last.
  public var latencySeconds: Double {
    var seconds = Double(doubler?.reach ?? 0) / Double(from.hertz)
    if let polyphase {
      let (input, output) = (from.hertz * (doubler == nil ? 1 : 2), to.hertz * (halver == nil ? 1 : 2))
      seconds += Double(polyphase.latencySamples) / Double(input) + 7 / Double(output)
    }
    return seconds + (halver == nil ? 0 : RateHalver.latencySamples / Double(2 * to.hertz))
  }

  /// Appends to `output` what the next `input` makes known; the last half filter length follows with `finish`.
  public mutating func process(_ input: Span<Float>, into output: inout [Float]) {
    input.withUnsafeBufferPointer { input in
      var start = 0
      while start < input.count {
        let end = min(start + Self.chunk, input.count)
        let piece = UnsafeBufferPointer(rebasing: input[start..<end])
        if doubler != nil {
          doubler?.process(piece, into: &doubled)
          passDoubled(into: &output)
        } else {
          second(piece, into: &output)
        }
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
    if halver == nil {
      polyphase?.finish(into: &output)
      return
    }
    polyphase?.finish(into: &wide)
    passWide(into: &output)
    halver?.finish(into: &output)
  }

  private mutating func passDoubled(into output: inout [Float]) {
    var ready: [Float] = []
    swap(&ready, &doubled)
    ready.withUnsafeBufferPointer { second($0, into: &output) }
    ready.removeAll(keepingCapacity: true)
    swap(&ready, &doubled)
  }

  private mutating func second(_ input: UnsafeBufferPointer<Float>, into output: inout [Float]) {
    switch (polyphase == nil, halver == nil) {
    case (true, true): output.append(contentsOf: input)
    case (true, false): halver?.process(input, into: &output)
    case (false, true): polyphase?.process(input, into: &output)
    case (false, false):
      polyphase?.process(input, into: &wide)
      passWide(into: &output)
    }
  }

  private mutating func passWide(into output: inout [Float]) {
    var ready: [Float] = []
    swap(&ready, &wide)
    ready.withUnsafeBufferPointer { halver?.process($0, into: &output) }
    ready.removeAll(keepingCapacity: true)
    swap(&ready, &wide)
  }
}
