extension CAPAlert.Info {
  public enum Category: String, Sendable, Hashable, CaseIterable {
    case geophysical = "Geo"
    case meteorological = "Met"
    case safety = "Safety"
    case security = "Security"
    case rescue = "Rescue"
    case fire = "Fire"
    case health = "Health"
    case environment = "Env"
    case transport = "Transport"
    case infrastructure = "Infra"
    case weaponsOfMassHarm = "CBRNE"
    case other = "Other"
  }

  public enum ResponseType: String, Sendable, Hashable, CaseIterable {
    case shelter = "Shelter"
    case evacuate = "Evacuate"
    case prepare = "Prepare"
    case execute = "Execute"
    case avoid = "Avoid"
    case monitor = "Monitor"
    case assess = "Assess"
    case allClear = "AllClear"
    case nothing = "None"
  }

  /// When to act; the most pressing first.
  public enum Urgency: String, Sendable, Hashable, CaseIterable {
    case immediate = "Immediate"
    case expected = "Expected"
    case future = "Future"
    case past = "Past"
    case unknown = "Unknown"
  }

  /// How bad it is; the worst first.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    case extreme = "Extreme"
    case severe = "Severe"
    case moderate = "Moderate"
    case minor = "Minor"
    case unknown = "Unknown"
  }

  /// How sure it is; the surest first.
  public enum Certainty: String, Sendable, Hashable, CaseIterable {
    case observed = "Observed"
    case likely = "Likely"
    case possible = "Possible"
    case unlikely = "Unlikely"
    case unknown = "Unknown"
  }
}
