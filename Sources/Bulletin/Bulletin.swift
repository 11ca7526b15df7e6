// Bulletin: what a notice is and how its file is written. Level 0: imports Settings (YAML), does no I/O, reads no clock.

/// A commune's notice as its author wrote it.
public struct Bulletin: Sendable, Hashable, Identifiable {
  /// A name unique in its folder: the file's name without its extension.
  public let id: String
  public var title: String
  /// What is said after the title: plain text, one line per line of the file, Markdown's marks taken off.
  public var body: String
  /// The line of the file that the first line of `body` stands on, from 1.
  public var bodyFirstLine: Int
  /// UTF-8 ranges of `body` that the author marked as headings.
  public var headings: [Range<Int>]
  /// Recordings, in the order they play.
  public var inserts: [RecordedInsert]
  public var noticeClass: NoticeClass
  public var validity: Validity
  public var air: AirRule
  /// Where it is heard.
  public var zones: Zones
  /// A voice profile's name; nil for the station's own voice.
  public var voice: String?
  /// How many more times it is read in the same airing, 0 to 5.
  public var repeats: Int
  public var issuer: String?
  public var issued: LocalDateTime?
  /// Readings that hold for this notice alone, in the order written.
  public var pronunciations: [Pronunciation]

  /// A notice with its header's defaults.
  public init(id: String, title: String, body: String, inserts: [RecordedInsert] = []) {
    self.id = id
    self.title = title
    self.body = body
    self.inserts = inserts
    bodyFirstLine = 1
    headings = []
    noticeClass = .normal
    validity = .always
    air = .everySession
    zones = .all
    repeats = 0
    pronunciations = []
  }

  /// What is written and how it is said, for one notice.
  public struct Pronunciation: Sendable, Hashable {
    public var written: String
    public var spoken: String
  }
}

/// A recording that plays in place of a line of the notice: `![what](file.flac)`.
public struct RecordedInsert: Sendable, Hashable {
  /// What it is, in the author's words.
  public var what: String
  /// As written: relative to the notice's folder, or absolute.
  public var path: String
  /// The UTF-8 offset of `Bulletin.body` at which it plays.
  public var offset: Int
  /// Where it is written in the file, from 1.
  public var line: Int

  public init(what: String, path: String, offset: Int, line: Int) {
    self.what = what
    self.path = path
    self.offset = offset
    self.line = line
  }
}
