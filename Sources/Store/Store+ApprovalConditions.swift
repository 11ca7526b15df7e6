internal import GRDB

extension Store {
  /// Under which conditions each notice's approval was last found to hold.
  public func approvalConditions() throws(StoreError) -> [NoticeID: String] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT approval_check.* FROM approval_check JOIN submission USING (number, version) WHERE live = 1")
      return Dictionary(rows.map { (NoticeID(number: $0["number"]), $0["conditions"]) }) { first, _ in first }
    }
  }

  /// What the station's own sounds were last made of.
  public func fixtureConditions() throws(StoreError) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT conditions FROM fixture_conditions") }
  }

  /// Keeps what the station's own sounds were made of.
  public func keepFixtureConditions(_ conditions: String) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "INSERT INTO fixture_conditions VALUES (1, ?) ON CONFLICT DO UPDATE SET conditions = excluded.conditions",
        arguments: [conditions])
    }
  }

  /// Keeps under which conditions approvals were found to hold.
  public func keepApprovalConditions(_ conditions: [NoticeID: String]) throws(StoreError) {
    guard !conditions.isEmpty else { return }
    try write { database in
      for (id, text) in conditions {
        try database.execute(
          sql: """
            INSERT INTO approval_check SELECT number, version, ? FROM submission WHERE number = ?
            ON CONFLICT DO UPDATE SET version = excluded.version, conditions = excluded.conditions
            """, arguments: [text, id.number])
      }
    }
  }
}
