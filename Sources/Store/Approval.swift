internal import GRDB

/// What of a notice is approved: exactly one sound and all that made it.
public struct ApprovedContent: Sendable, Hashable {
  public var notice: NoticeID
  public var version: Int
  /// SHA-256 of the text's bytes.
  public var text: String
  /// The hash of reading (lexicon included), voice, recordings and chain.
  public var recipe: String
  /// SHA-256 of the mastered file's bytes.
  public var audio: String

  public init(notice: NoticeID, version: Int, text: String, recipe: String, audio: String) {
    self.notice = notice
    self.version = version
    self.text = ContentHash.of(text.utf8)
    self.recipe = recipe
    self.audio = audio
  }
}

/// A person's signature under one sound of one notice.
public struct Approval: Sendable, Hashable {
  public let content: ApprovedContent
  public let person: String
  /// Ed25519 public key, base64.
  public let key: String
  public let unixMilliseconds: Int
  let signature: String

  /// Signs `content`; nil when the system has no random numbers.
  public init?(_ content: ApprovedContent, signedBy key: ApproverKey, act: Act) {
    guard let signature = key.sign(Self.bytes(content, act.person, act.unixMilliseconds)) else { return nil }
    self.content = content
    person = act.person
    self.key = key.publicText
    unixMilliseconds = act.unixMilliseconds
    self.signature = signature
  }

  /// Why an approval does not hold.
  public enum Fault: String, Sendable, Hashable, CaseIterable {
    case text, version, recipe, audio, audioMissing, notAllowed, signature
  }

  /// Whether the approval holds for what would sound now.
  /// - Parameter allowed: the public key of each person who may approve, by name.
  /// - Returns: what is different; nil when it holds.
  public func fault(for present: ApprovedContent, allowed: [String: String]) -> Fault? {
    if present.notice != content.notice || present.version != content.version { return .version }
    if present.text != content.text { return .text }
    if present.recipe != content.recipe { return .recipe }
    if present.audio != content.audio { return .audio }
    guard allowed[person] == key else { return .notAllowed }
    return ApproverKey.isValid(signature, of: Self.bytes(content, person, unixMilliseconds), by: key) ? nil : .signature
  }

  private static func bytes(_ content: ApprovedContent, _ person: String, _ unixMilliseconds: Int) -> [UInt8] {
    var canonical = CanonicalBytes()
    canonical.add("loa approval 1")
    canonical.add(content.notice.number)
    canonical.add(content.version)
    canonical.add(content.text)
    canonical.add(content.recipe)
    canonical.add(content.audio)
    canonical.add(person)
    canonical.add(unixMilliseconds)
    return canonical.bytes
  }

  init(kept row: Row, notice: NoticeID) {
    var content = ApprovedContent(
      notice: notice, version: row["version"], text: "", recipe: row["recipe"], audio: row["audio"])
    content.text = row["text"]
    self.content = content
    person = row["person"]
    key = row["key"]
    unixMilliseconds = row["at_ms"]
    signature = row["signature"]
  }
}

extension Store {
  /// Keeps an approval, in one transaction with the notice's steps: approved, and its sound in place.
  /// - Throws: `StoreError.noSuchNotice`, `.illegalStep`, `.changedMeanwhile` when another version or sound came in between.
  public func approve(_ approval: Approval) throws(StoreError) {
    try write { database in
      let content = approval.content
      let notice = try NoticeRecord.fetch(content.notice, in: database)
      let act = Act(person: approval.person, unixMilliseconds: approval.unixMilliseconds)
      try NoticeRecord.step(.approve(by: approval.person), notice.id, by: act, in: database)
      guard notice.version == content.version, notice.sound?.audio == content.audio, notice.sound?.recipe == content.recipe
      else { throw StoreError.changedMeanwhile(notice.id) }
      try database.execute(
        sql: """
          INSERT INTO approval (number, version, person, key, text, recipe, audio, at_ms, signature)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          notice.id.number, content.version, approval.person, approval.key, content.text, content.recipe, content.audio,
          approval.unixMilliseconds, approval.signature,
        ])
      try NoticeRecord.step(.render, notice.id, by: act, in: database)
    }
  }

  /// The last approval of a notice.
  public func approval(of id: NoticeID) throws(StoreError) -> Approval? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM approval WHERE number = ? ORDER BY row DESC LIMIT 1", arguments: [id.number]
      ).map { Approval(kept: $0, notice: id) }
    }
  }
}
