internal import ArgumentParser
internal import Console
internal import Foundation
internal import Station

/// `loa run`: the service that plays the day sheets by the clock.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: text(
      "Chạy đài: tự phát theo bảng phát, cho đến khi dừng.", "Run the station: play the day sheets by the clock until stopped."))

  func run() async throws {
    Memory.giveBack()
    let environment = ProcessInfo.processInfo.environment
    let station = try Station(environment: environment)
    guard FileManager.default.fileExists(atPath: station.home.configuration) else {
      throw StationError.notSetUp(station.home.path)
    }
    guard StationStatus.asked(of: station.home.socket) == nil else { throw StationError.alreadyRunning(station.home.socket) }
    let pages = station.configuration.healthPort.map(Self.pages)
    let service = StationService(
      station, environment: environment, pages: pages,
      tellProgramFault: { program, reason in
        Terminal.remark(
          text(
            "Chương trình báo động «\(program)» lỗi (\(reason)). Hãy kiểm tra «khi báo động» trong station.yaml.",
            "The alarm program «\(program)» failed (\(reason)). Check «on_alarm» in station.yaml."))
      }
    ) { news in
      let state = news.isRaised ? text("BÁO ĐỘNG", "ALARM") : text("Hết báo động", "Alarm over")
      Terminal.remark("\(state): " + text(news.alarm.vietnamese, news.alarm.english))
    }
    let running = Task { try await service.run() }
    let sources = Interruption.calling { running.cancel() }
    defer { for source in sources { source.cancel() } }
    Terminal.remark(
      text("Đài đang chạy. Xem: loa status. Dừng: Ctrl-C.", "The station is running. See: loa status. Stop: Ctrl-C."))
    try await running.value
  }

  /// The health page and the metrics on a port.
  private static func pages(port: Int) -> StationService.Pages {
    return { status async -> (vietnamese: String, english: String)? in
      do throws(ConsoleError) {
        try await HealthServer(port: port, status: status).run()
        return nil
      } catch {
        return (error.vietnamese, error.english)
      }
    }
  }
}
