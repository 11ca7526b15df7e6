extension StationHome {
  /// Files put here are submitted.
  public var inbox: String { path + "/inbox" }
  /// Where the inbox's refused files go, each with a note beside it.
  public var refusedInbox: String { inbox + "/bi-tu-choi" }
  /// Where the inbox's files go that were submitted.
  public var takenInbox: String { inbox + "/da-nhan" }
  /// The station's copies of recordings that notices play, named by their contents.
  public var recordings: String { path + "/recordings" }
  /// Private keys of people who approve, readable by their owner only.
  public var keys: String { path + "/keys" }
  /// Words that no notice may hold, one to a line; need not be there.
  public var wordList: String { path + "/tu-cam.txt" }

  /// Log rows on their way into the database.
  var spool: String { path + "/as-run.spool" }
  /// What a run of the service needs of the one before it.
  var onAirRecord: String { path + "/on-air.json" }
  /// Which slots of the days on air have ended.
  var endedSlots: String { path + "/on-air-ended.json" }
  /// How far the sounds on air have come.
  var positions: String { path + "/on-air-positions.json" }
  /// Where a running service answers.
  public var socket: String { path + "/loa.sock" }

  func key(of person: String) -> String {
    let safe = person.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "-" }
    return keys + "/" + String(safe.prefix(60)) + ".key"
  }
}
