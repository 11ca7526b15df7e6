internal import ArgumentParser
internal import Bulletin
internal import Foundation
internal import Station

/// `loa status`: what a running station does.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: text("Xem đài đang làm gì: đang phát, sắp phát, báo động.", "Show what the station does: now, next, alarms."))

  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng JSON.", "Print JSON."))) var json = false
  @ArgumentParser.Flag(help: ArgumentHelp(text("Xem liên tục, mỗi giây một lần.", "Go on showing, once a second."))) var watch =
    false

  func run() async throws {
    let home = StationHome(environment: ProcessInfo.processInfo.environment)
    repeat {
      guard let status = StationStatus.asked(of: home.socket) else {
        throw Failure(
          .unavailable, "đài không chạy (không ai trả lời ở \(home.socket)). Chạy bằng «loa run».",
          "the station does not run (nobody answers at \(home.socket)). Start it with «loa run».")
      }
      print(json ? try Format.json(status) : Self.page(status))
      fflush(nil)
      if watch { try await Task.sleep(for: .seconds(1)) }
    } while watch
  }

  private static func page(_ status: StationStatus) -> String {
    func clock(_ unixMilliseconds: Int) -> String {
      LocalDateTime(unixSeconds: unixMilliseconds / 1000).map { "\($0.clock) \($0.date.vietnamese)" } ?? "?"
    }
    var lines = [clock(status.unixMilliseconds)]
    for output in status.outputs {
      let doing =
        output.title.map { text("đang phát «\($0)»", "plays «\($0)»") }
        ?? (output.isOpen ? text("mở, im lặng", "open, silent") : text("nghỉ", "rests"))
      lines.append(
        "\(output.name): \(doing)" + (output.faults > 0 ? text(", \(output.faults) lần lỗi", ", \(output.faults) faults") : ""))
    }
    if let title = status.nextTitle, let moment = status.nextUnixMilliseconds {
      lines.append(text("Tiếp theo: «\(title)», \(clock(moment))", "Next: «\(title)», \(clock(moment))"))
    } else {
      lines.append(text("Chưa có gì sắp phát.", "Nothing is planned."))
    }
    for alarm in status.alarms { lines.append(text("BÁO ĐỘNG: ", "ALARM: ") + text(alarm.first ?? "", alarm.last ?? "")) }
    return lines.joined(separator: "\n")
  }
}
