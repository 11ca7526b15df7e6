internal import ArgumentParser
internal import Foundation
internal import Production
internal import Settings
internal import Station
internal import Store

/// `loa submit`: notices into the station.
struct SubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: text(
      "Gửi thông báo vào đài; tin chờ duyệt rồi mới phát.", "Submit notices; they wait for approval before they air."))

  @Argument(help: ArgumentHelp(text("Tệp thông báo, hoặc - để đọc từ đầu vào.", "Notices' files, or - for standard input.")))
  var files: [String]

  @Option(help: ArgumentHelp(text("Người gửi. Không ghi: tên đăng nhập.", "Who submits; the login name if left out.")))
  var by: String?

  @ArgumentParser.Flag(
    help: ArgumentHelp(text("Nhận cả từ chưa biết cách đọc.", "Take words that it is not known how to say.")))
  var asIs = false

  func run() async throws {
    Memory.keepForReuse()
    let station = try Station.here()
    let intake = try NoticeIntake(station)
    var failures: [Failure] = []
    for path in files {
      do {
        let notice = try await intake.load(path)
        let checked = try intake.check(notice, asIs: asIs)
        let act = Acting.act(by: by)
        let id = try station.submit(checked, by: act)
        await intake.report(id, checked, repairs: notice.repairs, by: act)
      } catch {
        let failure = Failure(error)
        Terminal.complain(failure.sentence)
        failures.append(failure)
      }
    }
    if let first = failures.first { throw ExitCode(first.code.rawValue) }
    print(text("Duyệt: loa preview MÃ, rồi loa approve MÃ --by TÊN", "Approve: loa preview ID, then loa approve ID --by NAME"))
  }
}
