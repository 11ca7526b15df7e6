#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A framed part of a drawing with a scale on each side.
struct Panel {
  let left: Double
  let top: Double
  let width: Double
  let height: Double
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// Equal ratios take equal room: for frequencies.
  var hasLogarithmicX = false

  func px(_ value: Double) -> Double {
    let (low, high, at) =
      hasLogarithmicX ? (log2(x.lowerBound), log2(x.upperBound), log2(max(value, 1e-9))) : (x.lowerBound, x.upperBound, value)
    return left + width * min(max((at - low) / max(high - low, 1e-12), 0), 1)
  }

  func py(_ value: Double) -> Double {
    top + height * (1 - min(max((value - y.lowerBound) / max(y.upperBound - y.lowerBound, 1e-12), 0), 1))
  }

  /// The frame, lines across at `ticksY`, marks under it at `ticksX`, and the names of both scales.
  func draw(in drawing: inout Drawing, title: String, ticksX: [(Double, String)], ticksY: [Double], unitY: String) {
    drawing.text(title, left, top - 6, size: 12)
    for tick in ticksY {
      drawing.line(left, py(tick), left + width, py(tick), colour: "#dddddd")
      drawing.text(Drawing.number(tick), left - 5, py(tick) + 4, size: 10, anchor: .end)
    }
    for (value, name) in ticksX {
      drawing.line(px(value), top, px(value), top + height, colour: "#eeeeee")
      drawing.text(name, px(value), top + height + 13, size: 10, anchor: .middle)
    }
    drawing.text(unitY, left - 5, top - 6, size: 10, anchor: .end)
    drawing.rectangle(left, top, width: width, height: height, fill: "none", stroke: "#888888")
  }

  /// Marks of a time scale, minutes and seconds, at most about ten.
  static func times(_ seconds: Double) -> [(Double, String)] {
    let steps: [Double] = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600]
    let step = steps.first { seconds / $0 <= 10 } ?? 7200
    return stride(from: 0, through: seconds, by: step).map { time in
      let tenths = Int((time * 10).rounded())
      let (minute, second) = (tenths / 600, tenths % 600)
      let rest = second % 10 == 0 ? "" : ",\(second % 10)"
      return (time, minute > 0 ? "\(minute)'\(second / 10 < 10 ? "0" : "")\(second / 10)" : "\(second / 10)\(rest) s")
    }
  }
}
