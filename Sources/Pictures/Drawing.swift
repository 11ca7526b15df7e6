// Pictures: sounds and days drawn for people: SVG, HTML and calendars as text, readable on paper. Level 2: imports Bulletin, DSP,
// PCM and Schedule; pure, does no I/O.

/// An SVG drawing under construction; lengths are pixels from the top left corner.
struct Drawing {
  /// Where a text hangs from its place.
  enum Anchor: String { case start, middle, end }

  private let width: Double
  private let height: Double
  private var elements: [String] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The whole drawing on white, so that it prints as it looks.
  var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
    width="\(Self.number(width))" height="\(Self.number(height))" font-family="DejaVu Sans, Arial, sans-serif">
    <rect width="100%" height="100%" fill="#ffffff"/>
    \(elements.joined(separator: "\n"))
    </svg>

    """
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: String, width: Double = 1, dashed: Bool = false
  ) {
    elements.append(
      "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\" "
        + "stroke=\"\(colour)\" stroke-width=\"\(Self.number(width))\"\(dashed ? " stroke-dasharray=\"4 3\"" : "")/>")
  }

  mutating func rectangle(_ x: Double, _ y: Double, width: Double, height: Double, fill: String, stroke: String = "none") {
    elements.append(
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" height=\"\(Self.number(height))\" "
        + "fill=\"\(fill)\" stroke=\"\(stroke)\"/>")
  }

  /// A line through `points`; a gap where one is nil.
  mutating func curve(_ points: [(x: Double, y: Double)?], colour: String, width: Double = 1.5) {
    var path = ""
    var isDown = false
    for point in points {
      guard let point else {
        isDown = false
        continue
      }
      path += "\(isDown ? "L" : "M")\(Self.number(point.x)) \(Self.number(point.y))"
      isDown = true
    }
    guard !path.isEmpty else { return }
    elements.append("<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(Self.number(width))\"/>")
  }

  mutating func triangle(_ x: Double, _ y: Double, colour: String) {
    elements.append(
      "<path d=\"M\(Self.number(x)) \(Self.number(y))l-3.5 -6h7z\" fill=\"\(colour)\"/>")
  }

  mutating func text(
    _ words: String, _ x: Double, _ y: Double, size: Double = 11, anchor: Anchor = .start, colour: String = "#222222"
  ) {
    elements.append(
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\" text-anchor=\"\(anchor.rawValue)\" "
        + "fill=\"\(colour)\">\(Self.escaped(words))</text>")
  }

  /// Two decimals at most; never an exponent, which some viewers refuse.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Text as XML keeps it; control characters, which XML has not, are left out.
  static func escaped(_ words: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default:
        if scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0xFFFE && scalar.value != 0xFFFF {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
