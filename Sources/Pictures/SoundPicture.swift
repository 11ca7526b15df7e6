internal import DSP
public import PCM

/// A sound on one page: waveform with true-peak marks, loudness over time, long-term spectrum; and beside the sound it was
/// made from, the gain over time.
public struct SoundPicture: Sendable {
  /// The words on the picture, in the reader's language.
  public struct Words: Sendable {
    public var waveform, loudness, spectrum, gain, momentary, shortTerm, integrated, before, after, overCeiling: String

    public init(
      waveform: String, loudness: String, spectrum: String, gain: String, momentary: String, shortTerm: String,
      integrated: String,
      before: String, after: String, overCeiling: String
    ) {
      self.waveform = waveform
      self.loudness = loudness
      self.spectrum = spectrum
      self.gain = gain
      self.momentary = momentary
      self.shortTerm = shortTerm
      self.integrated = integrated
      self.before = before
      self.after = after
      self.overCeiling = overCeiling
    }
  }

  /// SVG 1.1, 960 pixels wide.
  public let svg: String

  /// - Parameters:
  ///   - sound: what is drawn.
  ///   - original: what it was made from, of any rate and level; its spectrum and the gain over time are added.
  ///   - ceiling: true peaks above are marked.
  public init(
    _ sound: PCMBuffer, madeFrom original: PCMBuffer? = nil, title: String, ceiling: TruePeak = TruePeak(dBTP: -1), words: Words
  ) {
    let height: Double = original == nil ? 640 : 800
    var drawing = Drawing(width: 960, height: height)
    let measurement = LoudnessMeter.measure(sound)
    let history = LoudnessMeter.history(sound)
    let seconds = max(sound.seconds, 0.01)
    drawing.text(title, 60, 24, size: 15)
    drawing.text("\(measurement)", 60, 42, size: 11, colour: "#555555")
    Self.drawWaveform(sound, seconds, ceiling, words, in: &drawing)
    Self.drawLoudness(history, measurement, seconds, words, in: &drawing)
    Self.drawSpectrum(sound, original, words, in: &drawing)
    if let original { Self.drawGain(sound, original, seconds, words, in: &drawing) }
    svg = drawing.svg
  }

  private static func drawWaveform(
    _ sound: PCMBuffer, _ seconds: Double, _ ceiling: TruePeak, _ words: Words, in drawing: inout Drawing
  ) {
    let panel = Panel(left: 60, top: 70, width: 860, height: 130, x: 0...seconds, y: -1...1)
    panel.draw(in: &drawing, title: words.waveform, ticksX: Panel.times(seconds), ticksY: [-1, -0.5, 0, 0.5, 1], unitY: "")
    let columns = 860
    let channels = sound.format.channelCount
    var outline: [(x: Double, y: Double)?] = []
    for column in 0..<columns {
      let first = sound.frameCount * column / columns
      let last = max(first + 1, sound.frameCount * (column + 1) / columns)
      guard last <= sound.frameCount else { continue }
      var low: Float = 0
      var high: Float = 0
      for place in first * channels..<last * channels where sound.samples[place].isFinite {
        low = min(low, sound.samples[place])
        high = max(high, sound.samples[place])
      }
      let x = panel.left + Double(column) + 0.5
      outline.append((x, panel.py(Double(high))))
      outline.append((x, panel.py(Double(low))))
    }
    drawing.curve(outline, colour: "#2b6cb0", width: 1)
    // A mark over each tenth of a second in which the true peak is over the ceiling.
    let hop = max(1, sound.format.rate.frames(inSeconds: LoudnessHistory.hopSeconds))
    var over = 0
    for start in stride(from: 0, to: sound.frameCount, by: hop) {
      let peak = LoudnessMeter.measure(excerpt(of: sound, start..<min(start + hop, sound.frameCount))).truePeak
      guard peak.dBTP > ceiling.dBTP else { continue }
      over += 1
      drawing.triangle(
        panel.px((Double(start) + Double(hop) / 2) / Double(sound.format.rate.hertz)), panel.top, colour: "#c53030")
    }
    drawing.text("\(words.overCeiling): \(over)", 920, 64, size: 10, anchor: .end, colour: over > 0 ? "#c53030" : "#555555")
  }

  /// A part of a sound with what stands beside it faded away: a cut in the middle of a wave would ring between samples.
  private static func excerpt(of sound: PCMBuffer, _ frames: Range<Int>) -> PCMBuffer {
    let beside = 256
    let channels = sound.format.channelCount
    let whole = max(0, frames.lowerBound - beside)..<min(sound.frameCount, frames.upperBound + beside)
    var samples = Array(sound.samples[whole.lowerBound * channels..<whole.upperBound * channels])
    for place in samples.indices {
      let frame = whole.lowerBound + place / channels
      let away = max(frames.lowerBound - frame, frame - frames.upperBound + 1, 0)
      if away > 0 { samples[place] *= 1 - Float(away) / Float(beside + 1) }
    }
    return PCMBuffer(format: sound.format, samples: samples)
  }

  private static func drawLoudness(
    _ history: LoudnessHistory, _ measurement: LoudnessMeasurement, _ seconds: Double, _ words: Words, in drawing: inout Drawing
  ) {
    let panel = Panel(left: 60, top: 250, width: 860, height: 140, x: 0...seconds, y: -50...0)
    panel.draw(
      in: &drawing, title: words.loudness, ticksX: Panel.times(seconds), ticksY: [-50, -40, -30, -23, -16, -10, 0], unitY: "LUFS")
    func curve(_ values: [LUFS], from hops: Double) -> [(x: Double, y: Double)?] {
      values.enumerated().map { index, value in
        guard value.value > -50 else { return nil }
        return (panel.px((Double(index) + hops) * LoudnessHistory.hopSeconds), panel.py(value.value))
      }
    }
    drawing.curve(curve(history.momentary, from: 4), colour: "#90cdf4", width: 1)
    drawing.curve(curve(history.shortTerm, from: 30), colour: "#2c5282", width: 2)
    if measurement.integrated.value.isFinite {
      let y = panel.py(measurement.integrated.value)
      drawing.line(panel.left, y, panel.left + panel.width, y, colour: "#c05621", dashed: true)
    }
    legend([(words.momentary, "#90cdf4"), (words.shortTerm, "#2c5282"), (words.integrated, "#c05621")], 244, in: &drawing)
  }

  private static func drawSpectrum(_ sound: PCMBuffer, _ original: PCMBuffer?, _ words: Words, in drawing: inout Drawing) {
    let panel = Panel(left: 60, top: 440, width: 860, height: 160, x: 90...18_000, y: -80...0, hasLogarithmicX: true)
    let marks: [(Double, String)] = [
      (125, "125 Hz"), (250, "250"), (500, "500"), (1000, "1 kHz"), (2000, "2"), (4000, "4"), (8000, "8"), (16_000, "16 kHz"),
    ]
    panel.draw(in: &drawing, title: words.spectrum, ticksX: marks, ticksY: [-80, -60, -40, -20, 0], unitY: "dB")
    func curve(_ sound: PCMBuffer) -> [(x: Double, y: Double)?] {
      zip(ThirdOctaveBands.hertz, ThirdOctaveBands(sound).levels).map { hertz, level in
        guard let level, level > -80 else { return nil }
        return (panel.px(hertz), panel.py(level))
      }
    }
    if let original { drawing.curve(curve(original), colour: "#a0aec0", width: 2) }
    drawing.curve(curve(sound), colour: "#2f855a", width: 2)
    if original != nil { legend([(words.before, "#a0aec0"), (words.after, "#2f855a")], 434, in: &drawing) }
  }

  /// Output level over input level in 100 ms, where the input is not silent: what equaliser, compressor, limiter and make-up
  /// gain did together.
  private static func drawGain(
    _ sound: PCMBuffer, _ original: PCMBuffer, _ seconds: Double, _ words: Words, in drawing: inout Drawing
  ) {
    let panel = Panel(left: 60, top: 650, width: 860, height: 110, x: 0...seconds, y: -30...30)
    panel.draw(in: &drawing, title: words.gain, ticksX: Panel.times(seconds), ticksY: [-30, -15, 0, 15, 30], unitY: "dB")
    let step = 0.1
    func levels(_ sound: PCMBuffer) -> [Double] {
      let frames = max(1, sound.format.rate.frames(inSeconds: step)) * sound.format.channelCount
      return stride(from: 0, to: sound.samples.count, by: frames).map { start in
        let part = sound.samples[start..<min(start + frames, sound.samples.count)]
        return part.reduce(0.0) { $0 + ($1.isFinite ? Double($1) * Double($1) : 0) } / Double(max(part.count, 1))
      }
    }
    drawing.curve(
      zip(levels(original), levels(sound)).enumerated().map { index, pair in
        guard pair.0 > 1e-5, pair.1 > 1e-8 else { return nil }
        let gain = Decibels(amplitude: (pair.1 / pair.0).squareRoot())
        return (panel.px((Double(index) + 0.5) * step), panel.py(gain.value))
      }, colour: "#805ad5", width: 1.5)
  }

  private static func legend(_ entries: [(String, String)], _ y: Double, in drawing: inout Drawing) {
    var x = 920.0
    for (name, colour) in entries.reversed() {
      drawing.text(name, x, y, size: 10, anchor: .end)
      x -= Double(name.count) * 5.6 + 8
      drawing.line(x - 16, y - 4, x, y - 4, colour: colour, width: 2.5)
      x -= 26
    }
  }
}
