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
        if watch {
          Terminal.remark(text("Đài không trả lời, chờ…", "The station does not answer, waiting…"))
          try await Task.sleep(for: .seconds(1))
          continue
        }
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
        output.title.map(SlotWords.title).map { text("đang phát «\($0)»", "plays «\($0)»") }
        ?? (output.isOpen ? text("mở, im lặng", "open, silent") : text("nghỉ", "rests"))
      var line = "\(output.name): \(doing)"
      if let level = output.rmsDecibels { line += text(", mức \(meter(level))", ", level \(meter(level))") }
      if output.faults > 0 { line += text(", \(output.faults) lần lỗi", ", \(output.faults) faults") }
      if let proof = output.proof {
        let likeness = Int((max(0, proof.correlation) * 100).rounded())
        line += text(
          ", nghe lại «\(SlotWords.title(proof.item))»: giống \(likeness) %", ", heard «\(proof.item)»: \(likeness) % alike")
      }
      lines.append(line)
    }
    if let title = status.nextTitle.map(SlotWords.title), let moment = status.nextUnixMilliseconds {
      lines.append(text("Tiếp theo: «\(title)», \(clock(moment))", "Next: «\(title)», \(clock(moment))"))
    } else {
      lines.append(text("Chưa có gì sắp phát.", "Nothing is planned."))
    }
    let slots = status.slots
    lines.append(
      text(
        "Từ lúc chạy: \(slots.played) đã phát, \(slots.interrupted) bị ngắt, \(slots.skipped) bỏ qua, \(slots.missed) lỡ.",
        "Since the start: \(slots.played) played, \(slots.interrupted) interrupted, \(slots.skipped) skipped, \(slots.missed) missed."
      ))
    if !status.isClockSynchronised {
      lines.append(text("Đồng hồ chưa được mạng chỉnh.", "No time source sets the clock."))
    }
    if let bytes = status.freeBytes {
      lines.append(text("Đĩa còn \(bytes / 1_000_000) MB.", "\(bytes / 1_000_000) MB free on the disk."))
    }
    if status.spooledRows > 0 {
      lines.append(
        text(
          "\(status.spooledRows) dòng nhật ký chờ cơ sở dữ liệu.", "\(status.spooledRows) log rows wait for the database."))
    }
    lines += status.emergencies.map(EmergencyView.line)
    for alarm in status.alarms { lines.append(text("BÁO ĐỘNG: ", "ALARM: ") + text(alarm.first ?? "", alarm.last ?? "")) }
    let past = status.lastErrors.filter { error in !status.alarms.contains([error.vietnamese, error.english]) }
    for error in past.suffix(3) {
      lines.append(text("Đã qua, ", "Over, ") + "\(clock(error.unixMilliseconds)): " + text(error.vietnamese, error.english))
    }
    return lines.joined(separator: "\n")
  }

  /// A level in dB of full scale as a row of bars, 3 dB each.
  private static func meter(_ decibels: Double) -> String {
    String(repeating: "▮", count: max(1, min(16, Int((decibels + 48) / 3)))) + " \(Int(decibels.rounded())) dB"
  }
}
