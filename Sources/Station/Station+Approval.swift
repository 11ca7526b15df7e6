internal import Bulletin
internal import Foundation
public import Production
internal import Schedule
public import Store
internal import VietnameseText

extension Station {
  /// Makes a person's key: the secret file, mode 0600, in the station's home. The public key goes into station.yaml.
  /// - Throws: `StationError.alreadyThere` when the person has one: a key is never overwritten.
  public func newKey(for person: String) throws(StationError) -> (publicKey: String, path: String) {
    let name = person.trimmingCharacters(in: .whitespacesAndNewlines)
    guard name == person, name.contains(where: \.isLetter), name.count <= 60, !name.contains(where: { "\"\\/:#".contains($0) })
    else { throw .refused(.badName(person)) }
    guard FileManager.default.fileExists(atPath: home.configuration) else { throw .notSetUp(home.path) }
    // From the first key on the station has something to lose: a database that is gone is missed.
    _ = try store()
    let path = home.key(of: person)
    guard !FileManager.default.fileExists(atPath: path) else { throw .alreadyThere(path: path) }
    let key = ApproverKey()
    let text = "# Loa Làng, \(person): khóa bí mật, không đưa cho ai / secret key, give it to nobody\n\(key.text)\n"
    try DurableFile.write(Data(text.utf8), to: path, mode: 0o600)
    return (key.publicText, path)
  }

  /// Whether only approved notices air: as `station.yaml` says, and where it does not say, whenever somebody may approve.
  public var isApprovalRequired: Bool { configuration.keeping.isApprovalRequired ?? hasAnyKey }

  var hasAnyKey: Bool {
    ((try? FileManager.default.contentsOfDirectory(atPath: home.keys)) ?? []).contains { $0.hasSuffix(".key") }
  }

  /// Whether a person's secret key lies in the station's home.
  public func hasKey(of person: String) -> Bool { FileManager.default.fileExists(atPath: home.key(of: person)) }

  /// Approves the sound of a notice that was made and could be heard.
  /// - Parameters:
  ///   - keyPath: the person's key file; nil for the one in the station's home.
  /// - Throws: `StationError.refused` when the person may not approve, the key is not theirs, or what was heard is not
  ///   what would sound now; `StationError.store` when the notice's state does not allow it.
  public func approve(_ id: NoticeID, by act: Act, keyPath: String? = nil, recipes: Recipes) throws(StationError) {
    let known = configuration.keeping.approvers.keys.sorted()
    guard let (person, publicKey) = configuration.keeping.approver(named: act.person) else {
      throw .refused(.mayNotApprove(person: act.person, known: known))
    }
    let path = keyPath ?? home.key(of: person)
    guard let data = FileManager.default.contents(atPath: path),
      let key = ApproverKey(text: String(decoding: data, as: UTF8.self))
    else { throw .refused(.keyMissing(person: person, path: path)) }
    guard key.publicText == publicKey else { throw .refused(.otherKey(person: person, path: path)) }
    let notice = try kept { store throws(StoreError) in
      if let today = LocalDateTime(unixSeconds: act.unixMilliseconds / 1000)?.date {
        try store.expire(before: today, by: Act(person: "loa", unixMilliseconds: act.unixMilliseconds))
      }
      return try store.notice(id)
    }
    // The state speaks first: a withdrawn notice needs no listening. An approval that no longer holds is given anew.
    let lapsed = notice.state.mayAir ? try approvalFault(of: notice, recipes: recipes) : nil
    if let lapsed {
      try kept { store throws(StoreError) in
        try store.step(
          .voidApproval(reason: lapsed.rawValue), id, by: Act(person: person, unixMilliseconds: act.unixMilliseconds))
      }
    }
    let state = lapsed == nil ? notice.state : .read
    do throws(NoticeState.IllegalStep) { _ = try state.after(.approve(by: person)) } catch {
      throw .store(.illegalStep(id, error))
    }
    let present = try content(of: notice, recipes: recipes, in: try store())
    guard let sound = notice.sound, let present, present.recipe == sound.recipe, present.audio == sound.audio else {
      throw .refused(.soundOutOfDate(id))
    }
    let signed = Approval(present, signedBy: key, act: Act(person: person, unixMilliseconds: act.unixMilliseconds))
    guard let signed else { throw .cannotWrite(path: path, reason: "no random numbers to sign with") }
    try kept { store throws(StoreError) in try store.approve(signed) }
  }

  /// Rejects a notice. Once it is approved, only who may approve may take it off.
  public func reject(_ id: NoticeID, because reason: String, by act: Act) throws(StationError) {
    let notice = try kept { store throws(StoreError) in try store.notice(id) }
    guard !notice.state.mayAir || configuration.keeping.approver(named: act.person) != nil else {
      throw .refused(.mayNotApprove(person: act.person, known: configuration.keeping.approvers.keys.sorted()))
    }
    try step(.reject(reason: reason), id, by: act)
  }

  /// What keeps a notice from airing as it is now: text, reading, lexicon, voice, chain and audio file are hashed anew.
  /// - Returns: nil when its approval holds.
  public func approvalFault(of notice: SubmittedNotice, recipes: Recipes) throws(StationError) -> Approval.Fault? {
    let store = try store()
    let last: Approval?
    do throws(StoreError) { last = try store.approval(of: notice.id) } catch { throw .store(error) }
    guard let approval = last else { return .version }
    guard let present = try content(of: notice, recipes: recipes, in: store) else { return .audioMissing }
    return approval.fault(for: present, allowed: configuration.keeping.approvers)
  }

  /// What would sound now; nil when its audio file is gone.
  private func content(
    of notice: SubmittedNotice, recipes: Recipes, in store: Store
  ) throws(StationError) -> ApprovedContent? {
    guard let sound = notice.sound, let audio = Self.hash(ofFile: home.audioFile(sound.sound.file)) else { return nil }
    let file = try noticeFile(notice.id, in: store).file
    // A voice or recording that is gone makes no recipe, so none that was approved.
    let recipe = (try? recipes.prepare(file).recipe.hash) ?? ""
    return ApprovedContent(notice: notice.id, version: notice.version, text: file.text, recipe: recipe, audio: audio)
  }

  /// Writes down which approved notices day sheets hold; where it can't be written, the sheets hold them all the same.
  /// - Returns: whether the database took it.
  @discardableResult
  func keepScheduled(_ rows: [DaySheet.Row]) -> Bool {
    let ids = rows.compactMap { row -> NoticeID? in
      guard case .notice(let id, _, _, _) = row.item else { return nil }
      return NoticeID(exactly: id)
    }
    guard !ids.isEmpty else { return true }
    return (try? store().schedule(Array(Set(ids)).sorted(), by: .now(by: "loa"))) != nil
  }
}

extension Act {
  /// An act of this moment.
  public static func now(by person: String) -> Act {
    Act(person: person, unixMilliseconds: Int(Date().timeIntervalSince1970 * 1000))
  }
}
