internal import ArgumentParser
internal import Foundation
internal import Settings
internal import Station
internal import Store

/// `loa list`: the station's notices.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: text("Xem các tin của đài, mới nhất trước.", "List the station's notices, the latest first."))

  @Option(
    help: ArgumentHelp(
      text(
        "Chỉ tin ở trạng thái này: \(NoticeState.namesInVietnamese.map(\.vietnamese).joined(separator: ", ")).",
        "Only notices in this state: \(NoticeState.names.joined(separator: ", ")).")))
  var state: [String] = []

  @Option(help: ArgumentHelp(text("Nhiều nhất bao nhiêu tin.", "How many at most."))) var limit = 50
  @Option(help: ArgumentHelp(text("Chỉ tin trước tin này (trang sau).", "Only notices before this one (the next page).")))
  var before: String?
  @ArgumentParser.Flag(help: ArgumentHelp(text("In dạng JSON.", "Print JSON."))) var json = false

  func validate() throws {
    guard limit > 0 else { throw ValidationError(text("--limit phải lớn hơn 0.", "--limit must be above 0.")) }
    for name in state where NoticeState.named(name) == nil {
      let near = SettingsKey.nearest(to: name, among: NoticeState.names).map { " " + text("Có phải", "Did you mean") + " \($0)?" }
      throw ValidationError(
        text("không có trạng thái «\(name)».", "there is no state «\(name)».") + (near ?? ""))
    }
  }

  func run() async throws {
    let station = try Station.here()
    let store = try station.store()
    // Where nothing can be written, the list is shown all the same.
    _ = try? store.expire(before: Today.inVietnam(), by: Acting.act(by: "loa"))
    let notices = try store.notices(in: state.compactMap(NoticeState.named), before: before.map(Acting.notice), limit: limit).map(
      NoticeView.init)
    if json {
      print(try Format.json(notices))
      return
    }
    guard !notices.isEmpty else {
      print(text("Không có tin nào. Gửi tin: loa submit TỆP", "There is no notice. Submit one: loa submit FILE"))
      return
    }
    for line in NoticeView.table(notices) { print(line) }
    if let candidates = try? station.candidates(before: Today.inVietnam()) { candidates.complain() }
    if notices.count == limit, let last = notices.last {
      print(text("Còn nữa: loa list --before \(last.id)", "There may be more: loa list --before \(last.id)"))
    }
  }
}
