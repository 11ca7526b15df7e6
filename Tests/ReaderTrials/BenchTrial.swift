import VietnameseText

/// Characters per second on notices as they are, one reading per notice.
struct BenchTrial {
  let reader: Reader
  let files: [String]

  func run() -> Bool {
    let texts = files.map(TrialFiles.text)
    let characters = texts.reduce(0) { $0 + $1.unicodeScalars.count }
    guard characters > 0 else {
      print("bench: nothing to read in \(files.joined(separator: " "))")
      return false
    }
    // About two million characters to a round.
    let turns = max(1, 2_000_000 / characters)
    var rates: [Double] = []
    var utterances = 0
    for round in 0..<10 {
      let time = ContinuousClock().measure {
        for _ in 0..<turns {
          for text in texts { utterances &+= reader.read(text).utterances.count }
        }
      }
      // The first round fills the tables.
      if round > 0 { rates.append(Double(characters * turns) / (time / .seconds(1)) / 1e6) }
    }
    rates.sort()
    let shown = [rates[0], rates[rates.count / 2], rates[rates.count - 1]].map { ($0 * 100).rounded() / 100 }
    print(
      "bench: \(texts.count) notices, \(characters) characters; million characters/s: min \(shown[0]), median \(shown[1]), max \(shown[2])"
    )
    return utterances > 0
  }
}
