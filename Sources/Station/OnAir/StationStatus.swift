public import Emergency
internal import Playout
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
    /// Times it ran dry, silence put in because decoding was late, and all that it was given since the start.
    public var xruns = 0
    public var lateFrames = 0
    public var frames = 0
    /// The level of the last tenth of a second, in dB of full scale; nil in silence.
    public var peakDecibels: Double?
    public var rmsDecibels: Double?
    public var proof: Proof?
  }

  /// What a microphone or a line back heard of the last item.
  public struct Proof: Sendable, Hashable, Codable {
    public var item: String
    /// How alike the loudness of what was sent and of what was heard went up and down, -1 to 1.
    public var correlation: Double
    /// The level of what was heard relative to what was sent, in dB.
    public var levelDecibels: Double
  }

  /// How slots ended since the start.
  public struct Slots: Sendable, Hashable, Codable {
    public var played = 0
    public var interrupted = 0
    public var skipped = 0
    public var missed = 0

    mutating func count(_ entry: Rundown.Entry) {
      switch entry.ending {
      case .played: played += 1
      case .interrupted: interrupted += 1
      case .skipped: skipped += 1
      case .missed: missed += 1
      }
    }
  }

  /// An alarm that came up.
  public struct LastError: Sendable, Hashable, Codable {
    public var unixMilliseconds: Int
    public var vietnamese: String
    public var english: String
  }

  /// When it was so; milliseconds after 1970, 0 before the first look.
  public var unixMilliseconds = 0
  /// How long ago that was when it was asked for.
  public var ageMilliseconds = 0
  public var isClockTrusted = true
  /// The kernel says that a time source sets the clock.
  public var isClockSynchronised = false
  public var outputs: [Output] = []
  public var nextTitle: String?
  /// Milliseconds after 1970.
  public var nextUnixMilliseconds: Int?
  /// Emergencies in force, the newest first.
  public var emergencies: [EmergencyState] = []
  /// What is wrong, in Vietnamese and English.
  public var alarms: [[String]] = []
  /// When the service started; milliseconds after 1970.
  public var startedUnixMilliseconds = 0
  public var slots = Slots()
  /// Log rows that wait for the database.
  public var spooledRows = 0
  /// Of the station's disk; nil when it can't be asked.
  public var freeBytes: Int?
  /// The last ten alarms, the oldest first.
  public var lastErrors: [LastError] = []
  public var version = Station.version

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
        faults: state.faults, proof: state.proof)
    }
    nextTitle = next.map(Self.title)
    nextUnixMilliseconds = next?.unixMilliseconds
    self.alarms = alarms.map { [$0.vietnamese, $0.english] }
  }

  /// With what the loudspeakers' meters show now.
  func metered(_ meters: [String: PlayMeter]) -> StationStatus {
    var status = self
    for index in status.outputs.indices {
      guard let meter = meters[status.outputs[index].name] else { continue }
      (status.outputs[index].frames, status.outputs[index].xruns) = (meter.frames, meter.xruns)
      status.outputs[index].lateFrames = meter.lateFrames
      (status.outputs[index].peakDecibels, status.outputs[index].rmsDecibels) = (
        meter.level?.peakDecibels, meter.level?.rmsDecibels
      )
    }
    return status
  }

  static func title(_ row: DaySheet.Row) -> String {
    if case .notice(_, let title, _, _) = row.item { title } else { row.slot.name }
  }
}
