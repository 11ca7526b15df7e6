extension StationHome {
  /// CAP 1.2 messages put here are taken at once.
  public var cap: String { path + "/cap" }
  /// Where messages go that were carried out.
  public var takenCAP: String { cap + "/da-nhan" }
  /// Where refused messages go, each with a note beside it.
  public var refusedCAP: String { cap + "/bi-tu-choi" }

  /// What the station knows of the messages it was sent.
  var capLedger: String { path + "/cap-ledger.json" }
  var capLedgerLock: String { path + "/cap-ledger.lock" }
}
