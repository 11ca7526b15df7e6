internal import ArgumentParser
internal import Foundation
internal import Station

/// `loa backup`: the whole station in one file.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: text("Sao lưu cả đài vào một tệp; đài vẫn chạy.", "Back the whole station up into one file, while it works."),
    discussion: text(
      "Tệp có cả khóa bí mật của người duyệt: hãy cất ở nơi an toàn.",
      "The file holds the secret keys of those who approve: keep it safe."))

  @Argument(help: ArgumentHelp(text("Tệp .tar.", "A .tar file."))) var file: String

  func run() async throws {
    let (files, bytes) = try await Station.here().backUp(to: file)
    print(
      text(
        "Đã sao lưu \(files) tệp, \(Self.size(bytes)), vào \(file).",
        "Backed up \(files) files, \(Self.size(bytes)), into \(file)."))
  }

  static func size(_ bytes: Int) -> String { Format.oneDecimal(Double(bytes) / 1e6) + " MB" }
}

/// `loa restore`: a station from its backup.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: text("Phục hồi đài từ tệp sao lưu.", "Make the station what a backup holds."))

  @Argument(help: ArgumentHelp(text("Tệp sao lưu.", "The backup."))) var file: String
  @ArgumentParser.Flag(
    help: ArgumentHelp(
      text("Thay đài đang có; đài cũ được cất bên cạnh.", "Replace the station that is there; it is kept beside.")))
  var replace = false

  func run() async throws {
    let home = StationHome(environment: ProcessInfo.processInfo.environment)
    let former: String?
    do { former = try await home.restore(from: file, replacing: replace) } catch {
      if case .alreadyThere = error {
        throw Failure(
          .failed, "\(home.path) đang có một đài. Muốn thay, hãy dừng đài rồi thêm --replace; đài cũ được cất bên cạnh.",
          "a station lives in \(home.path). To replace it, stop it and add --replace; it is kept beside.")
      }
      throw error
    }
    print(text("Đã phục hồi đài vào \(home.path).", "The station is restored into \(home.path)."))
    print(
      text(
        "Tin và lượt duyệt trở lại như lúc sao lưu; tin đã rút sau đó phải rút lại. Xem: loa list",
        "Notices and approvals are as they were when the backup was made; what was withdrawn since must be withdrawn again: loa list"
      ))
    if let former { print(text("Đài cũ ở \(former).", "The former station is in \(former).")) }
  }
}

/// `loa clean`: sounds that nothing needs any more.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: text(
      "Xóa âm thanh không còn dùng; không bao giờ xóa tin đã duyệt hay đã lên lịch.",
      "Delete sounds that nothing needs; never those of approved or planned notices."))

  @ArgumentParser.Flag(help: ArgumentHelp(text("Chỉ nêu tên, không xóa.", "Only name them."))) var dryRun = false

  func run() async throws {
    let station = try Station.here()
    let (files, bytes) = try station.clean(unixSeconds: Int(Date().timeIntervalSince1970), isTrial: dryRun)
    if dryRun { for file in files { print(file) } }
    let size = BackupCommand.size(bytes)
    print(
      dryRun
        ? text("\(files.count) tệp có thể xóa, \(size).", "\(files.count) files could go, \(size).")
        : text("Đã xóa \(files.count) tệp, \(size).", "Deleted \(files.count) files, \(size)."))
  }
}

/// `loa inbox`: what lies in the inbox is submitted.
struct InboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: text("Nhận các tệp trong thư mục inbox, một lượt.", "Submit what lies in the inbox, one pass."))

  func run() async throws {
    let station = try Station.here()
    let intake = try NoticeIntake(station)
    let arrivals = try await station.readInbox(today: Today.inVietnam(), recipes: intake.recipes, person: "inbox") { seconds in
      try? await Task.sleep(for: .seconds(seconds))
    }
    var isRefused = false
    for arrival in arrivals {
      switch arrival {
      case .submitted(let file, let id):
        print(text("\(file): đã nhận, mã \(id).", "\(file): taken as \(id)."))
        await intake.report(id, taken: try station.noticeFile(id).file, by: Acting.act(by: "inbox"))
      case .failed(let file, let error):
        isRefused = true
        Terminal.complain("\(file): " + text(error.vietnamese, error.english))
      case .waiting(let file):
        print(text("\(file): đang được ghi, để lượt sau.", "\(file): still growing, left for the next pass."))
      case .refused(_, let error):
        isRefused = true
        // The sentence begins with the file's name.
        Terminal.complain(text(error.vietnamese, error.english))
      }
    }
    if arrivals.isEmpty { print(text("Hộp tin trống: \(station.home.inbox)", "The inbox is empty: \(station.home.inbox)")) }
    if isRefused { throw ExitCode(Failure.Code.badInput.rawValue) }
  }
}
