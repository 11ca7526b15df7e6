/// What an emergency is about: it chooses the recorded message and, under the same name, the statutory pattern.
public enum EmergencyKind: String, Sendable, Hashable, Codable, CaseIterable {
  case general, storm, tsunami, fire, flood
}
