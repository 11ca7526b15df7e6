/// One metric and its samples in Prometheus' text format, version 0.0.4: its lines of HELP and TYPE, then a line for each sample.
///
/// Source: prometheus.io/docs/instrumenting/exposition_formats.
struct MetricFamily: Sendable, Hashable, CustomStringConvertible {
  enum Kind: String, Sendable, Hashable {
    case counter, gauge
  }

  struct Sample: Sendable, Hashable {
    var labels: [Label] = []
    var value: Double
  }

  struct Label: Sendable, Hashable {
    var name: String
    var value: String
  }

  let name: String
  let kind: Kind
  let help: String
  let samples: [Sample]

  init(_ kind: Kind, _ name: String, _ help: String, _ samples: [Sample]) {
    (self.kind, self.name, self.help, self.samples) = (kind, name, help, samples)
  }

  /// A metric of one sample; none of nil.
  init(_ kind: Kind, _ name: String, _ help: String, _ value: Double?) {
    self.init(kind, name, help, value.map { [Sample(value: $0)] } ?? [])
  }

  /// Nothing for a metric without samples.
  var description: String {
    guard !samples.isEmpty else { return "" }
    let head = "# HELP \(name) \(Self.escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n"
    return samples.reduce(into: head) { text, sample in
      let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }.joined(separator: ",")
      text += "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(Self.written(sample.value))\n"
    }
  }

  /// By scalars: Swift joins a carriage return and the line feed after it into one character.
  private static func escaped(_ text: String, quotes: Bool) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\"" where quotes: escaped += "\\\""
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// As Go's ParseFloat reads it; whole numbers without a point.
  private static func written(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
    return Int(exactly: value).map(String.init) ?? String(value)
  }
}
