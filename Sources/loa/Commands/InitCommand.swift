internal import ArgumentParser
internal import Foundation
internal import Schedule
internal import Station

/// `loa init`: a station's directory and its settings.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: text("Lập đài mới: tạo thư mục và tệp station.yaml.", "Set up a station: its directory and station.yaml."))

  @Option(
    help: ArgumentHelp(text("Tên xã, nói trong lời chào: \"xã Hòa Phú\".", "The commune, as greetings say it: \"xã Hòa Phú\".")))
  var name: String?

  @Option(
    help: ArgumentHelp(
      text("Mẫu: \"nông thôn\", \"Hà Nội nội thành\", \"tự đặt\".", "Profile: countryside, \"inner Hanoi\", own.")))
  var profile: String?

  @Option(help: ArgumentHelp(text("Các khu vực: \"Thôn 1, Thôn 2\".", "The zones: \"Thôn 1, Thôn 2\".")))
  var zones: String?

  @Option(
    help: ArgumentHelp(text("Loại loa: horn, column, standard, studio.", "Loudspeaker profile: horn, column, standard, studio.")))
  var loudspeaker = "horn"

  @Option(help: ArgumentHelp(text("Thiết bị ALSA.", "ALSA device.")))
  var device = "default"

  @ArgumentParser.Flag(help: ArgumentHelp(text("Phát cả tin chưa duyệt.", "Let notices air without approval.")))
  var withoutApproval = false

  func run() throws {
    let home = StationHome(environment: ProcessInfo.processInfo.environment)
    guard !FileManager.default.fileExists(atPath: home.configuration) else { throw StationError.alreadySetUp(home.configuration) }
    let name =
      try self.name ?? Self.ask(text("Tên xã (ví dụ: xã Hòa Phú): ", "The commune (such as xã Hòa Phú): "), flag: "--name")
    let written =
      try profile
      ?? (isatty(STDIN_FILENO) == 0 ? "" : nil)
      ?? Self.ask(
        text(
          "Mẫu (nông thôn, Hà Nội nội thành, tự đặt; Enter: nông thôn): ",
          "Profile (countryside, inner Hanoi, own; Enter: countryside): "),
        flag: "--profile")
    guard let profile = written.isEmpty ? .countryside : StationProfile(written: written) else {
      throw Failure(
        .usage, "không có mẫu «\(written)». Các mẫu có: nông thôn, Hà Nội nội thành, tự đặt.",
        "there is no profile «\(written)». There are: countryside, inner Hanoi, own.")
    }
    let zones = (self.zones ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    let yaml = StationConfiguration.template(
      name: name, profile: profile, zones: zones, loudspeaker: loudspeaker, device: device,
      isApprovalRequired: !withoutApproval)
    // What was asked for must be a station before anything is written.
    _ = try StationConfiguration.parse(yaml, file: "station.yaml")
    try home.setUp(yaml: yaml)
    print(text("Đã lập đài ở «\(home.path)».", "The station is set up in «\(home.path)»."))
    print(
      text(
        "Việc tiếp theo: xem lại «\(home.configuration)», chạy «loa doctor», rồi "
          + (withoutApproval ? "«loa render THƯ-MỤC» và «loa plan»." : "«loa key new \"Tên người duyệt\"» và «loa submit TỆP»."),
        "Next: look through «\(home.configuration)», run «loa doctor», then "
          + (withoutApproval ? "«loa render FOLDER» and «loa plan»." : "«loa key new NAME» and «loa submit FILE».")))
  }

  /// Asks on a terminal; elsewhere the flag is what is missing.
  private static func ask(_ question: String, flag: String) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else {
      throw Failure(.usage, "thiếu \(flag). Hãy ghi \(flag) \"...\".", "\(flag) is missing. Write \(flag) \"...\".")
    }
    FileHandle.standardOutput.write(Data(question.utf8))
    return readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
  }
}
