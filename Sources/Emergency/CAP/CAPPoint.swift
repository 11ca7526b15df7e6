/// A place in degrees of WGS 84.
public struct CAPPoint: Sendable, Hashable, Codable {
  /// -90 to 90.
  public let latitude: Double
  /// -180 to 180.
  public let longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

extension CAPPoint {
  static let latitudes = -90.0...90.0
  static let longitudes = -180.0...180.0

  /// A pair as CAP writes it, `16.05,108.20`; nil when it is not one, whatever its range.
  init?(written pair: some StringProtocol) {
    let numbers = pair.split(separator: ",", omittingEmptySubsequences: false)
    guard numbers.count == 2, let first = numbers.first, let last = numbers.last,
      let latitude = Self.decimal(first), let longitude = Self.decimal(last)
    else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }

  var isOnEarth: Bool { Self.latitudes.contains(latitude) && Self.longitudes.contains(longitude) }

  /// A plain decimal number: `Double` alone also takes `nan`, `inf` and hexadecimals.
  static func decimal(_ written: some StringProtocol) -> Double? {
    guard written.utf8.count <= 32, written.utf8.allSatisfy({ "+-.0123456789".utf8.contains($0) }) else { return nil }
    return Double(written)
  }
}
