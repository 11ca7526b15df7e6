import CEbur128
import CSoxr
import Glibc

/// The libraries that stations would otherwise use.
enum Rivals {
  /// Integrated loudness, range and true peak (dBTP) of mono sound by libebur128, 100 ms at a time.
  static func ebur128(_ samples: [Float], rate: Int) -> (integrated: Double, range: Double, truePeak: Double) {
    let mode = EBUR128_MODE_I.rawValue | EBUR128_MODE_LRA.rawValue | EBUR128_MODE_TRUE_PEAK.rawValue
    var state = ebur128_init(1, UInt(rate), Int32(mode))
    defer { ebur128_destroy(&state) }
    // One channel that counts once, as a mono file does.
    _ = ebur128_set_channel(state, 0, 1)
    samples.withUnsafeBufferPointer { samples in
      guard let base = samples.baseAddress else { return }
      for start in stride(from: 0, to: samples.count, by: rate / 10) {
        ebur128_add_frames_float(state, base + start, min(rate / 10, samples.count - start))
      }
    }
    var (integrated, range, peak) = (0.0, 0.0, 0.0)
    ebur128_loudness_global(state, &integrated)
    ebur128_loudness_range(state, &range)
    ebur128_true_peak(state, 0, &peak)
    return (integrated, range, 20 * log10(peak))
  }

  /// libsoxr at its HQ quality.
  static func soxr(_ samples: [Float], from: Int, to: Int) -> [Float] {
    let room = samples.count * to / from + 100
    var layout = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I)
    var quality = soxr_quality_spec(UInt(SOXR_HQ), 0)
    return [Float](unsafeUninitializedCapacity: room) { output, filled in
      soxr_oneshot(
        Double(from), Double(to), 1, samples, samples.count, nil, output.baseAddress, room, &filled, &layout, &quality, nil)
    }
  }
}
