internal import ArgumentParser
internal import Foundation
internal import Station

/// `loa key`: the keys approvals are signed with.
struct KeyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: text("Khóa của người duyệt: tạo, xem.", "Keys of those who approve: make one, list them."),
    subcommands: [New.self, List.self])

  /// `loa key new`
  struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: text("Tạo khóa cho một người và cho người đó quyền duyệt.", "Make a person's key and let the person approve."))

    @Argument(help: ArgumentHelp(text("Tên người, ví dụ \"Nguyễn Thị Lan\".", "The person's name.")))
    var name: String

    func run() async throws {
      let station = try Station.here()
      if station.configuration.keeping.approvers[name] != nil {
        throw Failure(
          .badInput,
          "«\(name)» đã có khóa trong station.yaml. Muốn đổi khóa, hãy xóa dòng đó và cất tệp khóa cũ trước.",
          "«\(name)» has a key in station.yaml. To change it, delete that line and put the old key file away first.")
      }
      let (publicKey, path) = try station.newKey(for: name)
      print(text("Khóa bí mật: \(path) (chỉ chủ tệp đọc được)", "Secret key: \(path) (only its owner may read it)"))
      if try station.home.addApprover(name, publicKey: publicKey) {
        print(text("«\(name)» đã có trong station.yaml, được duyệt tin.", "«\(name)» is in station.yaml now and may approve."))
      } else {
        print(text("Thêm dòng này dưới «người duyệt» trong station.yaml:", "Add this under «người duyệt» in station.yaml:"))
        print("  \"\(name)\": \(publicKey)")
      }
    }
  }

  /// `loa key list`
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: text("Xem ai được duyệt.", "Show who may approve."))

    func run() async throws {
      let station = try Station.here()
      let people = station.configuration.keeping.approvers.sorted { $0.key < $1.key }
      guard !people.isEmpty else {
        print(text("Chưa ai được duyệt. Thêm: loa key new \"Tên người\"", "Nobody may approve yet. Add one: loa key new NAME"))
        return
      }
      var table = Table([
        (text("NGƯỜI DUYỆT", "WHO"), .left), (text("KHÓA CÔNG KHAI", "PUBLIC KEY"), .left),
        (text("KHÓA BÍ MẬT Ở ĐÂY", "SECRET KEY HERE"), .left),
      ])
      for (name, key) in people {
        table.add([name, key, station.hasKey(of: name) ? text("có", "yes") : text("không", "no")])
      }
      for line in table.lines { print(line) }
    }
  }
}
