import Emergency
import Foundation
import Speech
import TestParts
import VietnameseText

/// A station without a synthesiser, on loudspeakers that are files or nothing: they take sound as fast as it comes.
final class EmergencyStation: Sendable {
  let folder: TestFolder
  let home: String
  let places: EmergencyPlaces

  static let voices = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "voices").path

  /// Somebody the system knows, who has no right to anything here.
  static let stranger = EmergencyAuthority.Person(user: 4_000_000_000, groups: [4_000_000_000], process: 1)

  static var now: Int { Int(Date().timeIntervalSince1970 * 1000) }

  init() throws {
    folder = try TestFolder()
    home = folder.file("home")
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
    places = EmergencyPlaces(home: home, environment: ["XDG_RUNTIME_DIR": folder.path])
  }

  /// A loudspeaker whose sound is written down.
  func horn(_ name: String = "horn") -> EmergencyOutput {
    EmergencyOutput(name: name, device: "file:FILE=\(folder.file(name + ".raw")),FORMAT=raw")
  }

  static let silent = EmergencyOutput(name: "horn", device: "null")

  /// What a loudspeaker has sounded since it was opened last; nil when it never was.
  func heard(_ name: String = "horn") -> [Int16]? {
    FileManager.default.contents(atPath: folder.file(name + ".raw")).map { data in
      data.withUnsafeBytes { bytes in
        (0..<(bytes.count / 2)).map { Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 2, as: Int16.self)) }
      }
    }
  }

  /// A post that was not opened yet.
  func post(
    _ outputs: [EmergencyOutput], voices: String? = voices, zones: [String] = [],
    verifies: @escaping @Sendable (String, [UInt8], String) -> Bool = { _, _, _ in false }
  ) -> EmergencyPost {
    var configuration = EmergencyConfiguration(
      places: places, outputs: outputs, voice: { () throws in throw SpeechError.voicesMissing(directory: "voices") },
      lexicon: { (Lexicon.empty, 0, false) })
    configuration.voicesFolder = voices
    configuration.zones = { zones }
    return EmergencyPost(configuration, authority: EmergencyAuthority(home: home, verifies: verifies))
  }

  static func order(
    _ id: String, _ text: String = "Nước lên nhanh, sơ tán ngay.", _ change: (inout EmergencyOrder) -> Void = { _ in }
  ) -> EmergencyOrder {
    var order = EmergencyOrder(id: id, text: text, issued: now)
    order.repeats = 1
    change(&order)
    return order
  }

  static func message(_ request: EmergencyMessage.Request) -> EmergencyMessage { EmergencyMessage(request, at: now) }

  var records: [EmergencyRecord] { EmergencyJournal(places: places).records() }
  /// What happened, in a word and a name each.
  var course: [String] { records.map { "\($0.event) \($0.id)" } }

  static func wait(_ seconds: Double = 20, until isSo: () -> Bool) -> Bool {
    for _ in 0..<Int(seconds * 100) where !isSo() { usleep(10_000) }
    return isSo()
  }

  /// Waits until a round has ended and its loudspeakers are let go.
  func hasEnded(_ id: String, on post: EmergencyPost) -> Bool {
    Self.wait { !post.isBusy && records.contains { $0.event == .ended && $0.id == id } }
  }
}

extension EmergencyPost {
  /// Asks as this process's user, or as somebody else.
  func answers(_ request: EmergencyMessage.Request, by person: EmergencyAuthority.Person = .own) -> [EmergencyReply] {
    answers(EmergencyStation.message(request), by: person)
  }

  func answers(_ message: EmergencyMessage, by person: EmergencyAuthority.Person) -> [EmergencyReply] {
    var replies: [EmergencyReply] = []
    perform(message, by: person) { replies.append($0) }
    return replies
  }
}

extension [EmergencyReply] {
  var degradations: [Degradation] {
    compactMap { if case .degraded(let degradation) = $0 { degradation } else { nil } }
  }

  var refusals: [EmergencyRefusal] {
    compactMap { if case .refused(let refusal) = $0 { refusal } else { nil } }
  }

  /// Orders that were ended.
  var cancelled: [String] {
    flatMap { (reply) -> [String] in if case .cancelled(let ids) = reply { ids } else { [] } }
  }

  /// Loudspeakers that sound.
  var sounding: [String] {
    compactMap { if case .sounding(let output, _) = $0 { output } else { nil } }
  }

  var states: [EmergencyState] { compactMap { if case .orders(let states) = $0 { states } else { nil } }.flatMap { $0 } }
}
