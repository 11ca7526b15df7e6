public import Bulletin
internal import GRDB
internal import Schedule

extension Store {
  /// Keeps a notice that was submitted, in one transaction.
  /// - Returns: its id, which is never given twice.
  /// - Throws: `StoreError.duplicate` when a notice of the same text can still air.
  public func submit(_ submission: Submission, by act: Act) throws(StoreError) -> NoticeID {
    try write { try NoticeRecord.insert(submission, by: act, into: $0) }
  }

  /// Gives a notice another text; its approval and its sound hold no longer.
  /// - Throws: `StoreError.noSuchNotice`, `.illegalStep`, `.duplicate`.
  public func edit(_ id: NoticeID, to submission: Submission, by act: Act) throws(StoreError) {
    try write { try NoticeRecord.edit(id, to: submission, by: act, in: $0) }
  }

  /// Submits a notice that takes the place of `old`, which airs no more.
  /// - Throws: `StoreError.noSuchNotice`, `.illegalStep`, `.duplicate`; both notices are as they were then.
  public func replace(_ old: NoticeID, with submission: Submission, by act: Act) throws(StoreError) -> NoticeID {
    try write { database in
      // The old one makes room first: only one white space apart, the two are duplicates.
      let state = try NoticeRecord.fetch(old, in: database).state
      guard state.isLive else { throw StoreError.illegalStep(old, .init(state: state, step: .withdraw)) }
      try database.execute(sql: "UPDATE submission SET live = 0 WHERE number = ?", arguments: [old.number])
      let id = try NoticeRecord.insert(submission, by: act, into: database)
      try NoticeRecord.step(.replace(by: id), old, by: act, in: database)
      return id
    }
  }

  /// Takes a notice one step on in its life.
  /// - Throws: `StoreError.noSuchNotice`, `.illegalStep` with a sentence that says why not.
  public func step(_ step: NoticeState.Step, _ id: NoticeID, by act: Act) throws(StoreError) {
    try write { _ = try NoticeRecord.step(step, id, by: act, in: $0) }
  }

  /// Keeps the sound made of `version` of a notice; it is read now and can be heard and approved. A sound other than the one
  /// approved makes it unapproved.
  /// - Returns: false when the notice has another version by now or airs no more: the sound is not its own then.
  @discardableResult public func keepSound(
    _ sound: NoticeSound, of id: NoticeID, version: Int, by act: Act
  ) throws(StoreError) -> Bool {
    try write { database in
      let notice = try NoticeRecord.fetch(id, in: database)
      guard notice.version == version, notice.state.isLive else { return false }
      // A file measured again may differ in the last digit; its bytes may not.
      if notice.state != .submitted, notice.sound?.recipe == sound.recipe, notice.sound?.audio == sound.audio,
        notice.sound?.sound.file == sound.sound.file
      {
        return true
      }
      try database.execute(
        sql: "UPDATE submission SET recipe = ?, sound = ?, audio = ?, seconds = ?, lufs = ?, dbtp = ? WHERE number = ?",
        arguments: [sound.recipe, sound.sound.file, sound.audio, sound.sound.seconds, sound.lufs, sound.dBTP, id.number])
      switch notice.state {
      case .submitted, .read: try NoticeRecord.step(.read, id, by: act, in: database)
      default: try NoticeRecord.step(.voidApproval(reason: Approval.Fault.audio.rawValue), id, by: act, in: database)
      }
      return true
    }
  }

  /// Writes down that the sound of a notice's present version was listened to.
  public func hear(_ id: NoticeID, by act: Act) throws(StoreError) {
    try write { try NoticeRecord.hear(id, by: act, in: $0) }
  }

  /// Lets the notices whose last day is before `today` expire.
  /// - Returns: those that did.
  @discardableResult public func expire(before today: CivilDate, by act: Act) throws(StoreError) -> [NoticeID] {
    let overdue = try read { database in
      try Int.fetchAll(
        database,
        sql: """
          SELECT number FROM submission WHERE state IN ('submitted', 'read', 'approved', 'rendered', 'scheduled', 'aired')
          AND valid_to < ? ORDER BY number
          """, arguments: [today.description])
    }.map(NoticeID.init(number:))
    guard !overdue.isEmpty else { return [] }
    return try write { database in
      try overdue.filter { id in
        // It may have been withdrawn or edited since.
        let notice = try NoticeRecord.fetch(id, in: database)
        guard notice.state.isLive, let last = notice.lastDay, last < today else { return false }
        try NoticeRecord.step(.expire, id, by: act, in: database)
        return true
      }
    }
  }

  /// Marks the approved notices among `ids` as being on a day sheet.
  public func schedule(_ ids: [NoticeID], by act: Act) throws(StoreError) {
    let fresh = try read { database in try ids.filter { try NoticeRecord.isWaiting($0, in: database) } }
    guard !fresh.isEmpty else { return }
    try write { database in
      for id in fresh where try NoticeRecord.isWaiting(id, in: database) {
        try NoticeRecord.step(.schedule, id, by: act, in: database)
      }
    }
  }
}
