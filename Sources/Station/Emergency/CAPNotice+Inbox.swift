internal import Bulletin
internal import Emergency
internal import Foundation

extension CAPNotice {
  /// Puts it into the station's inbox, where it waits to be submitted and approved like any other notice.
  /// - Returns: its file.
  public func put(into home: StationHome) throws(StationError) -> String {
    let path = file(in: home)
    var header = ["title: \(Self.quoted(title))", "class: \(noticeClass.rawValue)"]
    if case .named(let names) = zones { header.append("zones: [\(names.map(Self.quoted).joined(separator: ", "))]") }
    if let end = LocalDateTime(unixSeconds: expires / 1000) { header.append("valid: đến \(end.date.vietnamese)") }
    let contents = "---\n\(header.joined(separator: "\n"))\n---\n\(text)\n"
    try DurableFile.write(Data(contents.utf8), to: path)
    return path
  }

  /// One line of YAML, whatever the sender wrote.
  private static func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"" + line.filter { $0 != "\"" && $0 != "\\" } + "\""
  }

  private func file(in home: StationHome) -> String { home.inbox + "/khan-\(id).md" }

  /// Takes a notice of that id out of the inbox again.
  /// - Returns: false when it is not there any more: it may have been submitted.
  public static func withdraw(_ id: String, from home: StationHome) -> Bool { unlink(home.inbox + "/khan-\(id).md") == 0 }
}
