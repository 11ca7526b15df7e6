import Emergency
import Foundation
import Testing

@Suite struct CAPFuzzTests {
  /// `LOA_FUZZ=100000` for the long form.
  private static let rounds = ProcessInfo.processInfo.environment["LOA_FUZZ"].flatMap(Int.init) ?? 1_000

  @Test func aDamagedFileIsReadOrRefusedByName() {
    var random = SplitMix(seed: 1_206)
    var taken = 0
    var names: [String: Int] = [:]
    var ledger = CAPLedger()
    let zones = [CAPZone(name: "A", geocodes: ["GSO=20695"], polygon: [])]
    for round in 0..<Self.rounds {
      var bytes = Array(CAPSamples.all[round % CAPSamples.all.count].xml.utf8)
      for _ in 0...Int.random(in: 0..<3, using: &random) { mutate(&bytes, &random) }
      do throws(CAPRefusal) {
        let alert = try CAPParser.parse(bytes)
        taken += 1
        #expect(alert.spokenText(isExercise: true).unicodeScalars.count <= 3_000)
        _ = ledger.take(alert, zones: round.isMultiple(of: 2) ? [] : zones, allowsExercise: true, now: alert.sentMilliseconds)
      } catch {
        names[error.name, default: 0] += 1
        #expect(error.vietnamese.count > 20 && error.english.count > 20 && error.vietnamese.count < 500)
      }
    }
    // Damage of many kinds was done, and some of it did no harm.
    #expect(taken > Self.rounds / 20 && names.count > 6 && taken + names.values.reduce(0, +) == Self.rounds)
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<13, using: &random) {
    case 0: bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
    case 2: bytes.remove(at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<200, using: &random)))
    case 4: withElement(&bytes, &random) { file, element in file.removeSubrange(element) }
    case 5: withElement(&bytes, &random) { file, element in file.insert(contentsOf: file[element], at: element.upperBound) }
    case 6:
      withElement(&bytes, &random) { file, element in
        let tag = Array(file[element].prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: " ") })
        file.insert(contentsOf: Array("</".utf8) + tag.dropFirst() + Array(">".utf8), at: element.upperBound)
        file.insert(contentsOf: tag + Array(">".utf8), at: element.lowerBound)
      }
    case 7:
      bytes = Self.insertions.randomElement(using: &random).map { bytes[..<place] + Array($0.utf8) + bytes[place...] } ?? bytes
    case 8: bytes = Array(("<!DOCTYPE alert [<!ENTITY a 'bb'>]>" + String(decoding: bytes, as: UTF8.self)).utf8)
    case 9: bytes = [0xFF, 0xFE] + String(decoding: bytes, as: UTF8.self).utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case 10: bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("UTF-8", with: "UTF-7").utf8)
    case 11: bytes = Array(repeatElement(bytes, count: Int.random(in: 1..<4, using: &random)).joined())
    default:
      bytes.insert(
        contentsOf: repeatElement(
          UInt8(ascii: "a"), count: Int.random(in: 1...(1 << Int.random(in: 4...20, using: &random)), using: &random)), at: place)
    }
  }

  private static let insertions = [
    "&a;", "&#0;", "&#x110000;", "<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.1'?>", "<x:y/>", "\u{0}", "\u{FFFE}", "<",
    "&lt;", " xmlns=''", "<alert>", "</info>", "99999999999999999999", "\u{301}", String(repeating: "<a>", count: 60),
    String(repeating: "1,1 ", count: 30_000),
  ]

  /// An element chosen by its start tag, up to the first end tag of that name.
  private func withElement(
    _ bytes: inout [UInt8], _ random: inout SplitMix, _ change: (inout [UInt8], Range<Int>) -> Void
  ) {
    let starts = bytes.indices.filter { bytes[$0] == UInt8(ascii: "<") && bytes.dropFirst($0 + 1).first != UInt8(ascii: "/") }
    guard let start = starts.randomElement(using: &random) else { return }
    let name = bytes[(start + 1)...].prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: " ") }
    let end = Array("</".utf8) + name + Array(">".utf8)
    guard let found = bytes[start...].firstRange(of: end) else { return }
    change(&bytes, start..<found.upperBound)
  }
}
