internal import Bulletin
internal import Foundation
public import Production
internal import Schedule
public import Store

extension Station {
  /// Keeps a checked notice; it is the station's from here on, whatever happens next.
  /// - Throws: `StationError.store` with `.duplicate`, or what the disk says.
  public func submit(_ checked: Checked, by act: Act) throws(StationError) -> NoticeID {
    try kept { store throws(StoreError) in try store.submit(checked.submission, by: act) }
  }

  /// Gives a notice another text; it is to be approved again.
  public func edit(_ id: NoticeID, to checked: Checked, by act: Act) throws(StationError) {
    try kept { store throws(StoreError) in try store.edit(id, to: checked.submission, by: act) }
  }

  /// Submits a notice in the place of `old`, which airs no more.
  public func replace(_ old: NoticeID, with checked: Checked, by act: Act) throws(StationError) -> NoticeID {
    try kept { store throws(StoreError) in try store.replace(old, with: checked.submission, by: act) }
  }

  /// Takes a notice one step on in its life.
  public func step(_ step: NoticeState.Step, _ id: NoticeID, by act: Act) throws(StationError) {
    try kept { store throws(StoreError) in try store.step(step, id, by: act) }
  }

  /// Makes the sound of a notice's present version, or takes the one that is there, and keeps it to be heard and approved.
  public func makeSound(of id: NoticeID, with producer: Producer, by act: Act) throws(StationError) -> MasteredBulletin {
    let kept = try self.kept { store throws(StoreError) in try store.notice(id) }
    guard kept.state.isLive else { throw .store(.illegalStep(id, .init(state: kept.state, step: .read))) }
    let notice = try noticeFile(id)
    // A file that is not the one that was made is made again, not listened to.
    if let sound = kept.sound, Self.hash(ofFile: home.audioFile(sound.sound.file)).map({ $0 != sound.audio }) ?? false {
      try? FileManager.default.removeItem(atPath: home.audioFile(sound.sound.file))
    }
    let made: MasteredBulletin
    do { made = try producer.produce(notice.file) } catch { throw .production(error) }
    guard let audio = Self.hash(ofFile: made.file) else { throw .production(.unreadable(path: made.file)) }
    let stored = stored(made)
    let sound = NoticeSound(
      recipe: stored.recipe, sound: stored.sound, audio: audio, lufs: stored.lufs, dBTP: stored.dBTP)
    let isKept = try self.kept { store throws(StoreError) in
      try store.keepSound(sound, of: id, version: notice.version, by: act)
    }
    guard isKept else { throw .store(.changedMeanwhile(id)) }
    return made
  }

  /// A notice's present text as a file that can be read and made into sound.
  public func noticeFile(_ id: NoticeID) throws(StationError) -> (file: NoticeFile, version: Int) {
    try noticeFile(id, in: try store())
  }

  func noticeFile(_ id: NoticeID, in store: Store) throws(StationError) -> (file: NoticeFile, version: Int) {
    let (notice, text, recordings): (SubmittedNotice, String, [String: String])
    do throws(StoreError) {
      notice = try store.notice(id)
      (text, recordings) = try store.text(of: id, version: notice.version)
    } catch {
      throw .store(error)
    }
    return (try noticeFile(notice, text: text, recordings: recordings), notice.version)
  }

  /// - Parameter recordings: names of the station's own copies.
  func noticeFile(
    _ notice: SubmittedNotice, text: String, recordings: [String: String]
  ) throws(StationError) -> NoticeFile {
    let places = recordings.mapValues { home.recordings + "/" + $0 }
    do throws(ProductionError) {
      return try NoticeFile(kept: text, file: notice.file, id: "\(notice.id)", recordings: places)
    } catch {
      throw .production(error)
    }
  }

  /// One call of the database, its failure named as the station's.
  func kept<Value>(_ body: (Store) throws(StoreError) -> Value) throws(StationError) -> Value {
    let store = try store()
    do throws(StoreError) { return try body(store) } catch { throw .store(error) }
  }

  /// SHA-256 of a file's bytes; nil when it can't be read.
  static func hash(ofFile path: String) -> String? {
    FileManager.default.contents(atPath: path).map { ContentHash.of($0) }
  }
}
