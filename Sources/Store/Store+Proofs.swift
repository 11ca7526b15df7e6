public import Bulletin
internal import GRDB
internal import Schedule

extension Store {
  /// Keeps what was heard; beside the as-run log, which says what was sent.
  public func keep(_ proofs: [ProofRow]) throws(StoreError) {
    guard !proofs.isEmpty else { return }
    try write { database in
      let insert = try database.cachedStatement(
        sql: "INSERT INTO proof (date, session, name, ordinal, output, correlation, level, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
      )
      for proof in proofs {
        let slot = proof.slot
        try insert.execute(
          arguments: [
            slot.date.description, slot.session, slot.name, slot.ordinal, proof.output, proof.correlation, proof.levelDecibels,
            proof.unixMilliseconds,
          ])
      }
    }
  }

  /// What was heard of a day's slots.
  public func proofs(on date: CivilDate) throws(StoreError) -> [ProofRow] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM proof WHERE date = ? ORDER BY row", arguments: [date.description]).map {
        row in
        ProofRow(
          slot: Slot(date: date, session: row["session"], name: row["name"], ordinal: row["ordinal"]), output: row["output"],
          correlation: row["correlation"], levelDecibels: row["level"], unixMilliseconds: row["at_ms"])
      }
    }
  }
}
