public import Bulletin

/// What a station is to say because of an alert.
public struct CAPOrder: Sendable, Hashable, Codable {
  /// The message's key: see `CAPReference.key`.
  public let id: String
  public let reference: CAPReference
  /// In Vietnamese, or what the sender wrote where there is no Vietnamese; never empty.
  public let text: String
  public let coverage: CAPCoverage
  /// Milliseconds after 1970-01-01T00:00:00Z.
  public let expiresMilliseconds: Int
  public let isExercise: Bool
  /// What it is about, in the sender's words, at most 200 characters.
  public let event: String
  public let emergencyClass: NoticeClass
}

extension CAPOrder {
  /// How long an alert that does not say when it ends is in force; CAP leaves it to the receiver.
  public static let lifetimeMilliseconds = 24 * 3_600_000

  /// What the infos that are in force, for these zones and readable say together.
  ///
  /// The moment an alert takes effect (`effective`) is not waited for: villagers use the time before it.
  /// - Throws: why nothing is left.
  init(_ alert: CAPAlert, zones: [CAPZone], now unixMilliseconds: Int) throws(CAPRefusal) {
    func end(_ info: CAPAlert.Info) -> Int {
      info.expiresMilliseconds ?? alert.sentMilliseconds + Self.lifetimeMilliseconds
    }
    guard let lastEnd = alert.infos.map(end).max() else { throw .noInfo }
    let inForce = alert.infos.filter { end($0) > unixMilliseconds }
    if inForce.isEmpty { throw .expired(atMilliseconds: lastEnd) }
    let ours = inForce.filter { CAPCoverage(of: $0.areas, among: zones) != nil }
    let infos = CAPAlert.spoken(of: ours)
    guard let worst = infos.first, let coverage = CAPCoverage(of: infos.flatMap(\.areas), among: zones) else {
      throw .notOurArea(inForce.flatMap(\.areas).map(\.areaDescription))
    }
    let isExercise = alert.status == .exercise
    let said = CAPSpeech.text(of: infos, isExercise: false)
    guard CAPSpeech.isReadable(said) else { throw .noUsableLanguage(infos.map(\.language)) }
    self.init(
      id: alert.reference.key, reference: alert.reference,
      text: isExercise ? CAPSpeech.text(of: infos, isExercise: true) : said, coverage: coverage,
      expiresMilliseconds: infos.map(end).max() ?? lastEnd, isExercise: isExercise, event: CAPSpeech.title(worst.event),
      emergencyClass: infos.map(\.emergencyClass).max() ?? .normal)
  }
}
