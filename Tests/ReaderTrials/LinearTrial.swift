import Foundation
import VietnameseText

/// The same thing over and over: twice the length must not take more than about twice the time.
struct LinearTrial {
  private static let units = [
    "7", "a", "ế", "1-", "1/", "1.", "1,", "1:", "(", "((1", "a.", "@", " ", "\u{A0}", "\u{301}", "a\u{301}", "a1", "(1", "(A",
    "0912 ", "UBND ",
    "UBND-", "- ", "-", "\"", "'", "“", "a@", "#a", "1h", "1 . ", "thôn 1 - ", "thứ 2, ", "và ", "số ", "1/2/", "A&", "xa.",
    "x\n", "\n", "I ",
    "https://", "www.a.", "a'", "+1", "…", "%", "1%-", "ngày 1, ", "🔔", "\t", "từ 1 đến ",
  ]
  private static let mostSeconds = 1.0
  private static let mostRatio = 2.2

  let reader: Reader

  func run() -> Bool {
    _ = seconds("UBND xã họp lúc 8h30 ngày 5/6/2026. ", bytes: 200_000)
    print("1 MB of              0.5 MB     1 MB   ratio   (asked: <= \(Self.mostRatio), < \(Self.mostSeconds) s)")
    var passed = true
    for unit in Self.units {
      // The least of several by turns: other programs on the machine then matter least.
      var half = Double.infinity
      var whole = Double.infinity
      for turn in 0..<6 where turn < 3 || whole >= Self.mostSeconds || whole > max(Self.mostRatio * half, 0.1) {
        half = min(half, seconds(unit, bytes: 500_000))
        whole = min(whole, seconds(unit, bytes: 1_000_000))
      }
      // What takes no time has a ratio of chance.
      let isSlow = whole >= Self.mostSeconds || whole > max(Self.mostRatio * half, 0.1)
      if isSlow { passed = false }
      let name = unit.debugDescription.padded(to: 18)
      let milliseconds = [half, whole].map { "\(Int(($0 * 1000).rounded())) ms".padded(to: -8) }
      print(
        "\(name) \(milliseconds[0]) \(milliseconds[1]) \("\((whole / half * 100).rounded() / 100)".padded(to: -7))\(isSlow ? "  SLOW" : "")"
      )
    }
    return passed
  }

  private func seconds(_ unit: String, bytes: Int) -> Double {
    let text = String(repeating: unit, count: bytes / unit.utf8.count)
    let start = Self.processorSeconds
    let reading = reader.read(text)
    let seconds = Self.processorSeconds - start
    precondition(!reading.source.isEmpty)
    return seconds
  }

  /// Of this thread alone.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

extension String {
  /// Blanks to the right up to `width` characters, to the left when `width` is negative.
  fileprivate func padded(to width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - count))
    return width < 0 ? blanks + self : self + blanks
  }
}
