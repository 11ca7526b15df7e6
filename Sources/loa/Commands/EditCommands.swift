internal import ArgumentParser
internal import Foundation
internal import Production
internal import Station
internal import Store

/// `loa edit`: another text for a notice.
struct EditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: text("Đổi nội dung một tin; tin phải duyệt lại.", "Give a notice another text; it must be approved again."))

  @Argument(help: ArgumentHelp(text("Mã tin, như TB7.", "A notice's id, such as TB7."))) var id: String
  @Argument(help: ArgumentHelp(text("Tệp nội dung mới, hoặc -.", "The new text's file, or -."))) var file: String
  @Option(help: ArgumentHelp(text("Người sửa.", "Who edits."))) var by: String?
  @ArgumentParser.Flag(help: ArgumentHelp(text("Nhận cả từ chưa biết cách đọc.", "Take words it is not known how to say.")))
  var asIs = false

  func run() async throws {
    let station = try Station.here()
    let id = try Acting.notice(id)
    let intake = try NoticeIntake(station)
    let notice = try await intake.load(file)
    let checked = try intake.check(notice, asIs: asIs)
    let act = Acting.act(by: by)
    let kept = try station.store().notice(id)
    guard try station.store().text(of: id, version: kept.version).text != notice.text else {
      throw Failure(
        .badInput, "\(id): nội dung không có gì khác, giữ nguyên.", "\(id): the text is the same; nothing was changed.")
    }
    try station.edit(id, to: checked, by: act)
    await intake.report(id, checked, repairs: notice.repairs, by: act)
    print(
      text(
        "\(id) phải duyệt lại; bản cũ không phát nữa: loa preview \(id), rồi loa approve \(id) --by TÊN",
        "\(id) must be approved again; its former text airs no more: loa preview \(id), then loa approve \(id) --by NAME"))
  }
}

/// `loa replace`: a new notice in the place of an old one.
struct ReplaceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace",
    abstract: text("Thay một tin bằng tin mới.", "Submit a notice in the place of another, which airs no more."))

  @Argument(help: ArgumentHelp(text("Mã tin cũ, như TB7.", "The old notice's id, such as TB7."))) var id: String
  @Argument(help: ArgumentHelp(text("Tệp tin mới, hoặc -.", "The new notice's file, or -."))) var file: String
  @Option(help: ArgumentHelp(text("Người thay.", "Who replaces it."))) var by: String?
  @ArgumentParser.Flag(help: ArgumentHelp(text("Nhận cả từ chưa biết cách đọc.", "Take words it is not known how to say.")))
  var asIs = false

  func run() async throws {
    let station = try Station.here()
    let old = try Acting.notice(id)
    let intake = try NoticeIntake(station)
    let notice = try await intake.load(file)
    let checked = try intake.check(notice, asIs: asIs)
    let act = Acting.act(by: by)
    let new = try station.replace(old, with: checked, by: act)
    await intake.report(new, checked, repairs: notice.repairs, by: act)
    print(
      text(
        "\(old) đã thay bằng \(new) và không phát nữa. Duyệt tin mới: loa preview \(new), rồi loa approve \(new) --by TÊN",
        "\(old) is replaced by \(new) and airs no more. Approve the new one: loa preview \(new), then loa approve \(new) --by NAME"
      ))
  }
}

/// `loa withdraw`: a notice airs no more.
struct WithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: text("Rút một tin: không phát nữa.", "Withdraw a notice: it airs no more."))

  @Argument(help: ArgumentHelp(text("Mã tin, như TB7.", "Notices' ids, such as TB7."))) var ids: [String]
  @Option(help: ArgumentHelp(text("Người rút.", "Who withdraws it."))) var by: String?

  func run() async throws {
    let station = try Station.here()
    for id in try ids.map(Acting.notice) {
      try station.step(.withdraw, id, by: Acting.act(by: by))
      print(text("Đã rút \(id).", "\(id) is withdrawn."))
    }
  }
}
