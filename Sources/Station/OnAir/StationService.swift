internal import Emergency
internal import Foundation
internal import Playout

/// The service that owns a station's loudspeakers: `loa run`.
public struct StationService: Sendable {
  private let station: Station
  private let environment: [String: String]
  private let pages: Pages?
  private let tellProgramFault: @Sendable (_ program: String, _ reason: String) -> Void
  private let tell: @Sendable (Broadcaster.AlarmNews) -> Void

  /// Shows a status to programs until its task is cancelled; answers why it can't, in Vietnamese and English.
  public typealias Pages =
    @Sendable (_ status: @escaping @Sendable () -> StationStatus) async -> (vietnamese: String, english: String)?

  /// - Parameters:
  ///   - pages: run beside the service.
  ///   - tell: called with each alarm that comes up or goes; the station's own alarm program is run besides.
  ///   - tellProgramFault: called when that program can't be run.
  public init(
    _ station: Station, environment: [String: String], pages: Pages? = nil,
    tellProgramFault: @escaping @Sendable (_ program: String, _ reason: String) -> Void,
    tell: @escaping @Sendable (Broadcaster.AlarmNews) -> Void
  ) {
    (self.station, self.environment, self.pages) = (station, environment, pages)
    (self.tellProgramFault, self.tell) = (tellProgramFault, tell)
  }

  /// Runs until the task is cancelled; then fades out, writes down what there is, and ends.
  /// - Throws: `StationError.alreadyRunning`, `.cannotWrite` when the control socket can't be made.
  public func run() async throws(StationError) {
    let heartbeat = Heartbeat()
    let (station, tell, tellProgramFault) = (station, tell, tellProgramFault)
    let (alarmNews, calls) = AsyncStream.makeStream(of: Broadcaster.AlarmNews.self)
    let broadcaster = Broadcaster(station, environment: environment) { news in
      tell(news)
      calls.yield(news)
    }
    // One at a time, in their order.
    let calling = Task {
      let words = station.configuration.onAlarm
      for await news in alarmNews where !words.isEmpty {
        let failure = await CommandHook.run(
          words,
          adding: [
            "LOA_ALARM": news.alarm.vietnamese, "LOA_ALARM_EN": news.alarm.english, "LOA_ALARM_KEY": news.alarm.key,
            "LOA_ALARM_STATE": news.isRaised ? "raised" : "cleared",
          ])
        if let failure, let program = words.first { tellProgramFault(program, failure) }
      }
    }
    defer { calling.cancel() }
    let lanes = Dictionary(station.outputs.map { ($0.name, EmergencyLane()) }) { first, _ in first }
    let watch = EmergencyWatch(station, broadcaster: broadcaster, lanes: lanes, environment: environment)
    let socket = try StatusSocket(path: station.home.socket) { broadcaster.status }
    let notifier = ServiceNotifier(environment: environment)
    let keeping = Task { await broadcaster.keep() }
    await broadcaster.attend(watch.post)
    notifier.notify("READY=1")
    await withTaskGroup(of: Void.self) { group in
      for output in station.outputs {
        let lane = lanes[output.name] ?? EmergencyLane()
        group.addTask {
          await OutputService(output: output, broadcaster: broadcaster, heartbeat: heartbeat, lane: lane).run()
        }
      }
      if let pages {
        group.addTask {
          if let (vietnamese, english) = await pages({ broadcaster.status }) {
            await broadcaster.lacksHealthPage(vietnamese: vietnamese, english: english)
          }
        }
      }
      group.addTask {
        let names = station.outputs.map(\.name)
        while !Task.isCancelled {
          // The watchdog hears of us only while every loudspeaker goes on.
          if heartbeat.isAlive(names, within: .seconds(20)) { notifier.notify("WATCHDOG=1") }
          for output in station.outputs {
            await broadcaster.hangs(output, isHanging: heartbeat.isHanging(output.name, after: .seconds(20)))
          }
          try? await Task.sleep(for: .seconds(min(5, notifier.watchdogSeconds.map { $0 / 4 } ?? 5)))
        }
      }
    }
    notifier.notify("STOPPING=1")
    watch.end()
    keeping.cancel()
    await broadcaster.leave()
    socket.close()
  }
}

extension Station {
  /// The lines of loudspeakers; at least one.
  public var outputs: [StationOutput] { configuration.allOutputs }

  /// Changes whenever notices do; SQLite's log is written over from its start, so that its size alone says nothing.
  var databaseVersion: String {
    "\(FileStamp(of: home.database, isFollowing: true).text) \(FileStamp(of: home.database + "-wal").text)"
  }

  /// Changes whenever the station's own settings do.
  var settingsVersion: String {
    [home.configuration, home.lexicon].map { FileStamp(of: $0, isFollowing: true).text }.joined(separator: "\n")
  }
}
