// ReaderTrials: what the reader must hold for any input, at a size no test has time for. `scripts/soak reader` and
// `scripts/bench reader` build and run it, from the top of the repository; it imports the reader alone.
import CMalloc
import Foundation
import VietnameseText

@main struct ReaderTrials {
  private static let usage = """
    usage: reader-trials fuzz [--count N] [--seed S]   random and mutated texts, each checked
           reader-trials linear                         1 MB and 0.5 MB of the same thing over and over
           reader-trials bench FILE...                  characters per second, each file read as one notice
    """

  static func main() {
    // As loa does: memory freed is kept, so that pages are asked of the system once.
    _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 512 << 20)
    var words = CommandLine.arguments.dropFirst()
    let command = words.popFirst()
    let reader = TrialFiles.reader()
    var passed = true
    switch command {
    case "fuzz":
      passed = FuzzTrial(reader: reader, count: number("--count", in: words) ?? 100_000, seed: number("--seed", in: words) ?? 1)
        .run()
    case "linear": passed = LinearTrial(reader: reader).run()
    case "bench" where !words.isEmpty: passed = BenchTrial(reader: reader, files: Array(words)).run()
    default:
      print(usage)
      exit(2)
    }
    exit(passed ? 0 : 1)
  }

  private static func number(_ name: String, in words: ArraySlice<String>) -> UInt64? {
    guard let place = words.firstIndex(of: name), place + 1 < words.endIndex else { return nil }
    return UInt64(words[place + 1])
  }
}
