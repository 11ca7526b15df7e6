internal import ArgumentParser
internal import AudioOutput
internal import Foundation
internal import Production
internal import Speech
internal import Station
internal import VietnameseText

/// `loa doctor`: is everything there that a broadcast needs.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: text(
      "Kiểm tra máy: giọng đọc, loa, đồng hồ, ổ đĩa, pandoc.", "Check the machine: speech, loudspeaker, clock, disk, pandoc."))

  @Option(help: ArgumentHelp(text("Thiết bị ALSA cần thử.", "The ALSA device to try.")))
  var device: String?

  func run() throws {
    let checkup = Checkup(environment: ProcessInfo.processInfo.environment, device: device)
    let findings = checkup.findings()
    for finding in findings { print(finding.line) }
    let bad = findings.count { !$0.isFine && !$0.isOptional }
    print("")
    if bad == 0 {
      print(text("Máy sẵn sàng.", "The machine is ready."))
    } else {
      print(text("\(bad) việc cần sửa trước khi phát.", "\(bad) thing(s) to mend before a broadcast."))
      throw ExitCode(Failure.Code.unavailable.rawValue)
    }
  }
}
