import Foundation
import VietnameseText

/// Random and mutated texts through the reader, each from a seed of its own, so that one that fails is made again alone.
struct FuzzTrial {
  let reader: Reader
  let count: UInt64
  let seed: UInt64

  /// Prints the first failures and the sum; true when there were none.
  func run() -> Bool {
    let texts = TrialTexts(seeds: TrialFiles.seeds())
    var check = ReadingCheck(reader: reader)
    var characters = 0
    var failures = 0
    for number in seed..<seed &+ count {
      var random = SplitMix(state: number &* 0x2545_F491_4F6C_DD1D)
      let (source, reading, isGrammar) = read(texts, &random)
      characters += reading.source.unicodeScalars.count
      var fault = check.fault(in: reading)
      if fault == nil, isGrammar { fault = check.faultInReadingAgain(reading) }
      if fault == nil, number % 16 == 0 {
        var again = SplitMix(state: number &* 0x2545_F491_4F6C_DD1D)
        if read(texts, &again).reading != reading { fault = "read twice, it differs" }
      }
      guard let fault else { continue }
      failures += 1
      if failures <= 40 { print("input \(number): \(fault): \(source.debugDescription)") }
    }
    print("fuzz: \(count) inputs from \(seed), \(characters) characters, \(failures) failures")
    return failures == 0
  }

  private func read(_ texts: TrialTexts, _ random: inout SplitMix) -> (source: String, reading: SpokenText, isGrammar: Bool) {
    switch random.below(10) {
    case 0..<3:
      let text = texts.scalars(&random)
      return (text, reader.read(text), false)
    case 3..<6:
      let text = texts.grammar(&random)
      return (text, reader.read(text), true)
    default:
      let repaired = EncodingRepair.repair(bytes: texts.mutation(&random))
      return (repaired.text, reader.read(repaired), false)
    }
  }
}
