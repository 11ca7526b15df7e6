extension CAPAlert {
  /// The infos the loudspeakers say, the most severe first: all those in Vietnamese, else all in the first one's language.
  public var spokenInfos: [Info] { Self.spoken(of: infos) }

  static func spoken(of infos: [Info]) -> [Info] {
    guard let first = infos.first else { return [] }
    let vietnamese = infos.filter(\.isVietnamese)
    let chosen = vietnamese.isEmpty ? infos.filter { $0.language.lowercased() == first.language.lowercased() } : vietnamese
    // `sorted` keeps the message's order among equals only with the place as a second key.
    return chosen.enumerated().sorted { ($0.element.severity.rank, $0.offset) < ($1.element.severity.rank, $1.offset) }
      .map(\.element)
  }
}

extension CAPAlert.Info {
  /// `vi`, `vi-VN`, in any case, and `vi_VN`, which is wrong and common.
  public var isVietnamese: Bool {
    language.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first == "vi"
  }
}

extension CAPAlert.Info.Severity {
  /// 0 is the worst.
  var rank: Int {
    switch self {
    case .extreme: 0
    case .severe: 1
    case .moderate: 2
    case .minor: 3
    case .unknown: 4
    }
  }
}
