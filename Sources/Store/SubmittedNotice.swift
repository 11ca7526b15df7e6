public import Bulletin
internal import GRDB
public import Schedule

/// A notice as the station keeps it, without its text.
public struct SubmittedNotice: Sendable, Hashable, Identifiable {
  public let id: NoticeID
  /// From 1; each edit adds one.
  public let version: Int
  /// The name it was submitted under, for messages.
  public let file: String
  public let title: String
  public let noticeClass: NoticeClass
  /// The last day it may air; nil when it is open.
  public let lastDay: CivilDate?
  public let state: NoticeState
  public let submittedUnixMilliseconds: Int
  /// Nil until the sound of this version is made.
  public let sound: NoticeSound?
}

/// The mastered sound of one version of a notice.
public struct NoticeSound: Sendable, Hashable {
  /// The hash of what made it: reading, voice, recordings, chain.
  public var recipe: String
  public var sound: Sound
  /// SHA-256 of the file's bytes.
  public var audio: String
  /// Integrated loudness in LUFS and true peak in dBTP; nil for silence.
  public var lufs: Double?
  public var dBTP: Double?

  public init(recipe: String, sound: Sound, audio: String, lufs: Double?, dBTP: Double?) {
    self.recipe = recipe
    self.sound = sound
    self.audio = audio
    self.lufs = lufs
    self.dBTP = dBTP
  }
}

/// A text that someone submits, parsed.
public struct Submission: Sendable, Hashable {
  public var bulletin: Bulletin
  /// As written, decoded.
  public var text: String
  /// The file's name, for messages.
  public var file: String
  /// The station's own copies of the recordings it plays, by the path it writes.
  public var recordings: [String: String]

  public init(bulletin: Bulletin, text: String, file: String, recordings: [String: String] = [:]) {
    self.bulletin = bulletin
    self.text = text
    self.file = file
    self.recordings = recordings
  }

  /// Equal for texts that differ in white space only.
  var content: String {
    ContentHash.of(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
  }
}

/// One step of a notice's history.
public struct NoticeEvent: Sendable, Hashable {
  public let version: Int
  /// `submit`, or the step's name.
  public let step: String
  public let detail: String?
  public let person: String
  public let unixMilliseconds: Int
}

/// Who does something, and when.
public struct Act: Sendable, Hashable {
  public var person: String
  /// Milliseconds after 1970-01-01T00:00:00Z.
  public var unixMilliseconds: Int

  public init(person: String, unixMilliseconds: Int) {
    self.person = person
    self.unixMilliseconds = unixMilliseconds
  }
}

extension SubmittedNotice {
  init(kept row: Row) throws(StoreError) {
    let name: String = row["state"]
    let number: Int = row["number"]
    guard number > 0, let state = NoticeState(name: name, detail: row["detail"]) else {
      throw .damaged(path: "submission", reason: "notice \(number) has no state «\(name)»")
    }
    id = NoticeID(number: number)
    version = row["version"]
    file = row["file"]
    title = row["title"]
    noticeClass = NoticeClass(rawValue: row["class"]) ?? .normal
    let last: String = row["valid_to"]
    lastDay = CivilDate(written: last)
    self.state = state
    submittedUnixMilliseconds = row["submitted_ms"]
    if let recipe: String = row["recipe"], let file: String = row["sound"], let audio: String = row["audio"],
      let seconds: Double = row["seconds"]
    {
      sound = NoticeSound(
        recipe: recipe, sound: Sound(file: file, seconds: seconds), audio: audio, lufs: row["lufs"], dBTP: row["dbtp"])
    } else {
      sound = nil
    }
  }
}
