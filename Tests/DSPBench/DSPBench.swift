// DSPBench: the sound's kernels beside libebur128 and libsoxr in the same run. `scripts/bench dsp` builds and runs it.
import AllocationCount
import CMalloc
import DSP
import Glibc
import PCM

/// Usage: `dsp-bench RAW-22050-MONO.f32 [meter] [chain] [live] [resampler]`, little-endian floats, at least 60 s of speech.
@main struct DSPBench {
  static func main() {
    // As loa does: memory freed is kept, so that pages are asked of the system once.
    _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 512 << 20)
    guard CommandLine.arguments.count > 1, let speech = read(CommandLine.arguments[1]), speech.count >= 60 * 22_050 else {
      print("usage: dsp-bench RAW-22050-MONO.f32 [meter] [chain] [live] [resampler] (floats, at least 60 s)")
      exit(2)
    }
    #if LOA_FMA
      print("build: native")
    #else
      print("build: default")
    #endif
    let wanted = CommandLine.arguments.dropFirst(2)
    for (name, part) in [("meter", meter), ("chain", chain), ("live", live), ("resampler", resampler)] {
      if wanted.isEmpty || wanted.contains(name) { part(speech) }
    }
  }

  private static func read(_ path: String) -> [Float]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file) / 4
    rewind(file)
    return [Float](unsafeUninitializedCapacity: count) { filled, read in
      read = fread(filled.baseAddress, 4, count, file)
    }
  }

  private static func resampled(_ x: [Float], _ from: Int, _ to: Int, _ band: Resampler.Band = .full) -> [Float] {
    var resampler = Resampler(from: SampleRate(hertz: from), to: SampleRate(hertz: to), band: band)
    var y: [Float] = []
    y.reserveCapacity(x.count * to / from + 64)
    resampler.process(x.span, into: &y)
    resampler.finish(into: &y)
    return y
  }

  private static func meter(_ speech: [Float]) {
    var sound = resampled(speech, 22_050, 48_000)
    let once = sound.count
    while sound.count < 28_800_000 { sound.append(contentsOf: sound.prefix(min(once, 28_800_000 - sound.count))) }
    let buffer = PCMBuffer(mono: sound, rate: .broadcast)
    var theirs = (integrated: 0.0, range: 0.0, truePeak: 0.0)
    var whole = LoudnessMeter.measure(buffer)
    let times = Stopwatch.best(3) {
      whole = LoudnessMeter.measure(buffer)
    } against: {
      theirs = Rivals.ebur128(sound, rate: 48_000)
    }
    var stream = whole
    let streamed = Stopwatch.best(3) {
      var meter = LoudnessMeter(format: buffer.format)
      for start in stride(from: 0, to: sound.count, by: 4800) {
        meter.process(sound.span.extracting(start..<min(start + 4800, sound.count)))
      }
      stream = meter.measurement
    }
    let million = Double(sound.count) / 1e6
    print("meter, 10 min of 48 kHz mono speech, integrated + range + true peak; million samples per second, times libebur128")
    row("libebur128", million / times.theirs, theirs.integrated, theirs.range, theirs.truePeak, 1)
    row("whole file", million / times.ours, whole, times.theirs / times.ours)
    row("stream, 100 ms", million / streamed, stream, times.theirs / streamed)
    print(
      "  from libebur128, 48 kHz: speech \(text(whole.integrated.value - theirs.integrated, 7)) LU, noise \(text(noiseDifference(), 7)) LU"
    )
    var meter = LoudnessMeter(format: buffer.format)
    meter.process(sound.span.extracting(..<480_000))
    let before = allocation_count()
    for start in stride(from: 480_000, to: 960_000, by: 4800) {
      meter.process(sound.span.extracting(start..<start + 4800))
    }
    count(allocation_count() - before, per: "100 blocks of 100 ms")
  }

  /// What the two meters differ by on a minute of noise.
  private static func noiseDifference() -> Double {
    var state: UInt64 = 88_172_645_463_325_252
    let noise = (0..<2_880_000).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return 0.2 * (Float(state >> 40) / Float(1 << 23) - 1)
    }
    let ours = LoudnessMeter.measure(PCMBuffer(mono: noise, rate: .broadcast)).integrated.value
    return ours - Rivals.ebur128(noise, rate: 48_000).integrated
  }

  private static func row(_ name: String, _ speed: Double, _ m: LoudnessMeasurement, _ ratio: Double) {
    row(name, speed, m.integrated.value, m.loudnessRange, m.truePeak.dBTP, ratio)
  }

  private static func row(_ name: String, _ speed: Double, _ i: Double, _ range: Double, _ peak: Double, _ ratio: Double) {
    let figures = "\(text(i, 4)) LUFS, \(text(range, 2)) LU, \(text(peak, 2)) dBTP"
    print("  \(name): \(text(speed, 0)) M/s, \(text(ratio, 1)) x; \(figures)")
  }

  private static func chain(_ speech: [Float]) {
    let piece = Array(speech.prefix(60 * 22_050))
    print("mastering chain, 22.05 to 48 kHz, ns per output sample")
    for (name, settings) in [("studio", MasteringSettings.studio), ("column", .column), ("horn", .horn)] {
      var frames = 1
      var before = 0.0
      let time = Stopwatch.best(15) {
        var chain = MasteringChain(settings: settings)
        for start in stride(from: 0, to: piece.count, by: 66_150) {
          chain.append(
            speech: piece.span.extracting(start..<min(start + 66_150, piece.count)), rate: SampleRate(hertz: 22_050))
        }
        frames = chain.finish().samples.count
      }
      let analysis = Stopwatch.best(15) {
        var chain = MasteringChain(settings: settings)
        chain.append(speech: piece.span, rate: SampleRate(hertz: 22_050))
        before = Double(frames)
      }
      print("  \(name): \(text(time / Double(frames) * 1e9, 2)), of it append \(text(analysis / before * 1e9, 2))")
    }
  }

  private static func live(_ speech: [Float]) {
    print("live chain, horn, 10 ms at a time")
    for rate in [22_050, 44_100, 48_000] {
      let input = Array(speech.prefix(20 * rate))
      var chain = LiveChain(settings: .horn, from: SampleRate(hertz: rate))
      var output: [Float] = []
      output.reserveCapacity(21 * 48_000)
      let step = rate / 100
      chain.process(input.span.extracting(..<(100 * step)), into: &output)
      let before = allocation_count()
      let time = Stopwatch.best(1) {
        for start in stride(from: 100 * step, to: input.count - step, by: step) {
          chain.process(input.span.extracting(start..<(start + step)), into: &output)
        }
      }
      let allocations = allocation_count() - before
      let nanoseconds = time / Double(output.count) * 1e9
      print("  from \(rate): latency \(text(chain.latencySeconds * 1000, 1)) ms, \(text(nanoseconds, 0)) ns per output sample")
      count(allocations, per: "19 s")
    }
  }

  private static func resampler(_ speech: [Float]) {
    print("resampler and libsoxr HQ: ns per sample of the higher rate, ours/theirs; ripple to 0.45; stray")
    for (from, to) in [(22_050, 48_000), (44_100, 48_000), (16_000, 48_000), (48_000, 22_050), (8_000, 48_000)] {
      let bands: [Resampler.Band] = to == 48_000 && from == 22_050 ? [.full, .speech] : [.full]
      let input = Array(speech.prefix(20 * from))
      let samples = Double(input.count) * Double(max(from, to)) / Double(from)
      for band in bands {
        let times = Stopwatch.best(7) {
          _ = resampled(input, from, to, band)
        } against: {
          _ = Rivals.soxr(input, from: from, to: to)
        }
        let ours = ResamplerQuality(from: from, to: to) { resampled($0, from, to, band) }
        let theirs = ResamplerQuality(from: from, to: to) { Rivals.soxr($0, from: from, to: to) }
        print(
          "  \(from) -> \(to) \(band): \(text(times.ours / samples * 1e9, 2)) / \(text(times.theirs / samples * 1e9, 2)),",
          "\(text(times.ours / times.theirs, 2)) x; ripple \(text(ours.rippleDecibels, 4)) / \(text(theirs.rippleDecibels, 4)) dB;",
          "stray \(text(ours.strayDecibels, 0)) / \(text(theirs.strayDecibels, 0)) dB")
      }
      var resampler = Resampler(from: SampleRate(hertz: from), to: SampleRate(hertz: to))
      var output: [Float] = []
      output.reserveCapacity(input.count * 8)
      resampler.process(input.span.extracting(..<8192), into: &output)
      let before = allocation_count()
      for start in stride(from: 8192, to: 8192 + 64 * 1024, by: 1024) {
        output.removeAll(keepingCapacity: true)
        resampler.process(input.span.extracting(start..<start + 1024), into: &output)
      }
      count(allocation_count() - before, per: "64 blocks of 1024 samples")
    }
  }

  private static func count(_ allocations: UInt, per blocks: String) {
    print("    allocations in \(blocks): \(allocations)")
    if allocations > 0 { print("    none were expected") }
  }

  private static func text(_ value: Double, _ digits: Int) -> String {
    let power = pow(10, Double(digits))
    let whole = Int((abs(value) * power).rounded())
    guard digits > 0 else { return (value < 0 ? "-" : "") + "\(whole)" }
    let part = String(whole % Int(power))
    return (value < 0 ? "-" : "") + "\(whole / Int(power)).\(String(repeating: "0", count: digits - part.count))\(part)"
  }
}
