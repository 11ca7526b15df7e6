internal import ArgumentParser
internal import Foundation
internal import Production
internal import Schedule
internal import Station

/// `loa config`: the station's settings.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: text("Kiểm tra station.yaml.", "The station's settings."), subcommands: [Check.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: text("Kể từng chỗ sai theo dòng và khóa.", "Name each fault by line and key."))

    func run() throws {
      let home = StationHome(environment: ProcessInfo.processInfo.environment)
      guard FileManager.default.fileExists(atPath: home.configuration) else {
        throw Failure(
          .badInput, "chưa có «\(home.configuration)»; đài đang dùng mẫu nông thôn. Hãy chạy «loa init».",
          "there is no «\(home.configuration)»; the countryside's sessions hold. Run «loa init».")
      }
      let station = try Station.here()
      let rules = station.configuration.rules
      _ = try station.voices.voice(station.configuration.voice)
      _ = try station.mastering(loudspeaker: nil)
      let sessions = rules.sessions.map { session in
        let minute = session.startSecondOfDay / 60 % 60
        return "\(session.name) \(session.startSecondOfDay / 3600):\(minute < 10 ? "0" : "")\(minute)"
      }
      print(
        text(
          "«\(home.configuration)» đúng: \(rules.sessions.count) buổi (\(sessions.joined(separator: ", "))), \(rules.zones.count) khu vực.",
          "«\(home.configuration)» is right: \(rules.sessions.count) sessions (\(sessions.joined(separator: ", "))), \(rules.zones.count) zones."
        ))
      let keeping = station.configuration.keeping
      if keeping.isApprovalRequired ?? !keeping.approvers.isEmpty {
        let people = keeping.approvers.keys.sorted().joined(separator: ", ")
        print(
          people.isEmpty
            ? text(
              "Chưa ai được duyệt, nên chưa tin nào phát được: loa key new \"Tên người\".",
              "Nobody may approve, so nothing can air yet: loa key new NAME.")
            : text("Người duyệt: \(people).", "Who may approve: \(people)."))
      }
    }
  }
}
