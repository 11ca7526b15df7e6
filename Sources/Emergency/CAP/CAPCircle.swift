/// Everything within so many kilometres of a place.
public struct CAPCircle: Sendable, Hashable {
  public let centre: CAPPoint
  public let radiusKilometres: Double
}

extension CAPCircle {
  /// As CAP writes it: `16.05,108.20 5`; nil when it is not a circle on the Earth.
  init?(written: String) {
    let parts = written.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, let first = parts.first, let last = parts.last,
      let centre = CAPPoint(written: first), centre.isOnEarth,
      let radius = CAPPoint.decimal(last), radius >= 0
    else { return nil }
    self.init(centre: centre, radiusKilometres: radius)
  }
}
