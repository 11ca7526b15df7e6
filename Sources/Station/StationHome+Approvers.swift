internal import Foundation
internal import Settings

extension StationHome {
  /// Puts a person's public key into `station.yaml`, under «người duyệt»; nothing else of the file changes.
  /// - Returns: false when the file has no such key to write under: the person must add the line.
  public func addApprover(_ person: String, publicKey: String) throws(StationError) -> Bool {
    guard let data = FileManager.default.contents(atPath: configuration) else { return false }
    var lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = lines.firstIndex { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !line.hasPrefix(" ") else { return false }
      let value = parts[1].split(separator: "#", omittingEmptySubsequences: false)[0].filter { $0 != " " }
      return SettingsKey("người duyệt", "approvers").matches(String(parts[0])) && (value.isEmpty || value == "{}")
    }
    guard let place else { return false }
    lines[place] = lines[place].replacing("{}", with: "")
    lines.insert("  \"\(person.filter { !"\"\\".contains($0) && !$0.isNewline })\": \(publicKey)", at: place + 1)
    let text = lines.joined(separator: "\n")
    guard let read = try? StationConfiguration.parse(text, file: "station.yaml"), read.keeping.approvers[person] == publicKey
    else { return false }
    try DurableFile.write(Data(text.utf8), to: configuration)
    return true
  }
}
