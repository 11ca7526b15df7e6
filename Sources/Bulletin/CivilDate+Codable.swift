/// Kept as it is written: 2026-11-20.
extension CivilDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let written = try container.decode(String.self)
    guard let date = CivilDate(written: written) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "«\(written)» is no date")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
