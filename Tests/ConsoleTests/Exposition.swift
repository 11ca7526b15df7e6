/// Metrics read back from Prometheus' text format 0.0.4, by its rules and strictly.
struct Exposition {
  struct Fault: Error, CustomStringConvertible {
    let line: String
    let reason: String
    var description: String { "\(reason): \(line)" }
  }

  struct Sample: Hashable {
    var name: String
    var labels: [String: String]
    var value: Double
  }

  private(set) var kinds: [String: String] = [:]
  private(set) var samples: [Sample] = []

  /// - Throws: `Fault` at the first line that breaks a rule.
  init(_ text: String) throws {
    guard text.unicodeScalars.last == "\n" else { throw Fault(line: text, reason: "no line feed at the end") }
    var helped: Set<String> = []
    var family = ""
    for line in text.unicodeScalars.split(separator: "\n").map(String.init) {
      if line.hasPrefix("# ") {
        let words = line.split(separator: " ", maxSplits: 3).map(String.init)
        guard words.count == 4 else { throw Fault(line: line, reason: "too few words") }
        switch words[1] {
        case "HELP": guard helped.insert(words[2]).inserted else { throw Fault(line: line, reason: "a second HELP") }
        case "TYPE":
          guard ["counter", "gauge"].contains(words[3]), kinds.updateValue(words[3], forKey: words[2]) == nil else {
            throw Fault(line: line, reason: "a second TYPE or an unknown one")
          }
          guard helped.contains(words[2]) else { throw Fault(line: line, reason: "TYPE without HELP") }
          guard words[2].hasSuffix("_total") == (words[3] == "counter") else { throw Fault(line: line, reason: "name and TYPE") }
          family = words[2]
        default: throw Fault(line: line, reason: "neither HELP nor TYPE")
        }
      } else {
        let sample = try Self.sample(line)
        guard sample.name == family else { throw Fault(line: line, reason: "outside its family") }
        guard !samples.contains(where: { $0.name == sample.name && $0.labels == sample.labels }) else {
          throw Fault(line: line, reason: "a second sample of the same labels")
        }
        samples.append(sample)
      }
    }
  }

  func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
    samples.first { $0.name == name && $0.labels == labels }?.value
  }

  private static func sample(_ line: String) throws -> Sample {
    var rest = line.unicodeScalars[...]
    func word() -> String {
      let word = rest.prefix { $0.isASCII && ($0.properties.isAlphabetic || $0 == "_" || $0.properties.numericType != nil) }
      rest = rest.dropFirst(word.count)
      return String(word)
    }
    let name = word()
    guard name.hasPrefix("loa_") else { throw Fault(line: line, reason: "no name of ours") }
    var labels: [String: String] = [:]
    if rest.first == "{" {
      repeat {
        rest = rest.dropFirst()
        let label = word()
        guard !label.isEmpty, rest.starts(with: "=\"".unicodeScalars) else { throw Fault(line: line, reason: "no label") }
        rest = rest.dropFirst(2)
        var value = ""
        while let scalar = rest.popFirst(), scalar != "\"" {
          guard scalar == "\\" else {
            value.unicodeScalars.append(scalar)
            continue
          }
          switch rest.popFirst() {
          case "n": value += "\n"
          case "\\": value += "\\"
          case "\"": value += "\""
          default: throw Fault(line: line, reason: "an unknown escape")
          }
        }
        labels[label] = value
      } while rest.first == ","
      guard rest.popFirst() == "}" else { throw Fault(line: line, reason: "labels without an end") }
    }
    guard rest.popFirst() == " " else { throw Fault(line: line, reason: "no space before the value") }
    let numbers = ["+Inf": Double.infinity, "-Inf": -.infinity, "NaN": .nan]
    guard let value = numbers[String(rest)] ?? Double(String(rest)) else { throw Fault(line: line, reason: "no number") }
    return Sample(name: name, labels: labels, value: value)
  }
}
