internal import Schedule

/// A running station at one moment, as `loa status` shows it.
public struct StationStatus: Sendable, Hashable, Codable {
  /// One line of loudspeakers.
  public struct Output: Sendable, Hashable, Codable {
    public var name: String
    public var isOpen: Bool
    /// The slot it plays, and its title.
    public var slot: String?
    public var title: String?
    /// Times the device failed since the start.
    public var faults: Int
  }

  /// When it was so; milliseconds after 1970, 0 before the first look.
  public var unixMilliseconds = 0
  public var isClockTrusted = true
  public var outputs: [Output] = []
  public var nextTitle: String?
  /// Milliseconds after 1970.
  public var nextUnixMilliseconds: Int?
  /// What is wrong, in Vietnamese and English.
  public var alarms: [[String]] = []

  init() {}

  init(
    unixMilliseconds: Int, isClockTrusted: Bool, outputs: [String: Broadcaster.OutputState], next: DaySheet.Row?, alarms: [Alarm],
    outputNames: [String]
  ) {
    self.unixMilliseconds = unixMilliseconds
    self.isClockTrusted = isClockTrusted
    self.outputs = outputNames.map { name in
      let state = outputs[name] ?? Broadcaster.OutputState()
      return Output(
        name: name, isOpen: state.isOpen, slot: state.playing?.slot.description, title: state.playing.map(Self.title),
        faults: state.faults)
    }
    nextTitle = next.map(Self.title)
    nextUnixMilliseconds = next?.unixMilliseconds
    self.alarms = alarms.map { [$0.vietnamese, $0.english] }
  }

  private static func title(_ row: DaySheet.Row) -> String {
    if case .notice(_, let title, _, _) = row.item { title } else { row.slot.name }
  }
}
