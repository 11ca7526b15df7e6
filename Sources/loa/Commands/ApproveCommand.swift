internal import ArgumentParser
internal import Bulletin
internal import Foundation
internal import Playout
internal import Production
internal import Schedule
internal import Settings
internal import Station
internal import Store

/// `loa approve`: what was heard may air.
struct ApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: text("Duyệt một tin đã nghe thử.", "Approve a notice that was listened to."),
    discussion: text(
      "Duyệt là ký đúng âm thanh đã làm: đổi một chữ, cách đọc, giọng hay tệp âm thanh thì phải duyệt lại.",
      "The signature is bound to the sound: change a letter, a reading, the voice or the file, and it must be approved again."))

  @Argument(help: ArgumentHelp(text("Mã tin, như TB7.", "Notices' ids, such as TB7."))) var ids: [String]
  @Option(help: ArgumentHelp(text("Tên người duyệt, như trong station.yaml.", "Who approves, as in station.yaml."))) var by:
    String
  @Option(help: ArgumentHelp(text("Tệp khóa, nếu không ở trong đài.", "The key's file, if it is not the station's.")))
  var key: String?

  func run() async throws {
    let station = try Station.here()
    let recipes = try station.recipes(lexicon: station.announcedLexicon())
    var failures: [Failure] = []
    for id in try ids.map(Acting.notice) {
      do {
        let history = try station.store().history(of: id)
        let version = history.last?.version
        let made = history.lastIndex { $0.step == "read" || $0.step == "void" } ?? 0
        if !history[made...].contains(where: { $0.step == "hear" && $0.version == version }) {
          Terminal.remark(
            text("Lưu ý: \(id) chưa ai nghe thử (loa preview \(id)).", "Mind: nobody has listened to \(id) (loa preview \(id))."))
        }
        try station.approve(id, by: Acting.act(by: by), keyPath: key, recipes: recipes)
        print(text("Đã duyệt \(id).", "\(id) is approved."))
        let candidates = try station.candidates(before: Today.inVietnam())
        let outlook = try station.outlook(for: id, among: candidates, now: Acting.now)
        for line in OutlookView(outlook, seconds: outlook.row?.sound.seconds ?? 0).lines { print(line) }
      } catch {
        let failure = Failure(error)
        Terminal.complain(failure.sentence)
        failures.append(failure)
      }
    }
    if let first = failures.first { throw ExitCode(first.code.rawValue) }
  }
}

/// `loa reject`: a notice does not air, and why.
struct RejectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: text("Không duyệt một tin, kèm lý do.", "Reject a notice, with the reason."))

  @Argument(help: ArgumentHelp(text("Mã tin, như TB7.", "A notice's id, such as TB7."))) var id: String
  @Option(help: ArgumentHelp(text("Lý do.", "The reason."))) var why: String
  @Option(help: ArgumentHelp(text("Người từ chối.", "Who rejects it."))) var by: String?

  func run() async throws {
    let id = try Acting.notice(id)
    let why = why.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !why.isEmpty else { throw ValidationError(text("--why phải có lý do.", "--why needs a reason.")) }
    try Station.here().reject(id, because: why, by: Acting.act(by: by))
    print(
      text("\(id) không được duyệt. Sửa rồi gửi lại: loa edit \(id) TỆP", "\(id) is rejected. Change it: loa edit \(id) FILE"))
  }
}

/// `loa preview`: exactly what would air.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: text("Nghe thử đúng âm thanh sẽ phát, hoặc ghi vào tệp.", "Hear exactly what will air, or write it to a file."))

  @Argument(help: ArgumentHelp(text("Mã tin, như TB7.", "A notice's id, such as TB7."))) var id: String
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(text("Ghi vào tệp .wav hoặc .flac.", "Write a .wav or .flac file.")))
  var output: String?
  @Option(help: ArgumentHelp(text("Thiết bị ALSA.", "ALSA device."))) var device: String?
  @Option(help: ArgumentHelp(text("Người nghe.", "Who listens."))) var by: String?

  func run() async throws {
    let station = try Station.here()
    let id = try Acting.notice(id)
    let made = try NoticeIntake(station).makeSound(of: id, by: Acting.act(by: by))
    let playlist = Playlist([PlaylistItem(title: made.notice.bulletin.title, source: .file(path: made.file))])
    let report = try await Loudspeaker.play(playlist, device: device ?? station.configuration.device, file: output)
    if let failure = report.failure { throw failure }
    // On a disk that takes nothing it was heard all the same.
    try? station.store().hear(id, by: Acting.act(by: by))
    print("\(id)  \(made.notice.bulletin.title)  (\(Format.length(made.seconds)))" + (output.map { " → \($0)" } ?? ""))
  }
}
