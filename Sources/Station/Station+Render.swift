internal import Bulletin
internal import DSP
internal import Foundation
internal import PCM
public import Production
internal import Schedule
internal import Store

extension Station {
  /// What a batch did to the notices of one folder.
  public struct Batch: Sendable {
    /// The folder's whole path.
    public var folder: String
    public var mastered: [MasteredBulletin]
    /// Ids of notices that failed: what they said before is no longer what they say, so they do not air.
    public var failed: [String]
    /// Whether the batch was the whole folder: notices no longer in it do not air either.
    public var isWhole: Bool

    public init(folder: String, mastered: [MasteredBulletin], failed: [String], isWhole: Bool) {
      self.folder = folder
      self.mastered = mastered
      self.failed = failed
      self.isWhole = isWhole
    }
  }

  /// Keeps what was mastered, in one transaction; what does not air any more is kept but not planned.
  public func keep(_ batch: Batch) throws(StationError) {
    let store = try store()
    let notices = batch.mastered.map { item in
      StoredNotice(
        id: Self.folderID(item.notice.bulletin.id), file: URL(filePath: item.notice.path).lastPathComponent,
        text: item.notice.text,
        sound: stored(item))
    }
    do throws(StoreError) {
      if batch.isWhole {
        try store.replaceNotices(of: batch.folder, with: notices)
      } else {
        try store.updateNotices(of: batch.folder, with: notices, withdrawing: batch.failed.map(Self.folderID))
      }
    } catch {
      throw .store(error)
    }
  }

  /// Makes what is said before repeats of a folder's notices that tell when they were issued.
  public func produceRepeatIntros(of notices: [MasteredBulletin], with producer: Producer) throws(StationError) {
    for notice in notices { try produceRepeatIntro(of: notice.notice.bulletin, submittedUnixSeconds: nil, with: producer) }
  }

  /// A file called TB7 is not the submitted notice TB7.
  private static func folderID(_ id: String) -> String { NoticeID(exactly: id) == nil ? id : "tệp-" + id }

  /// Makes the station's own sounds, chime, greetings and closings, and keeps them.
  public func produceFixtures(with producer: Producer) throws(StationError) {
    var sounds: [String: StoredSound] = [:]
    do throws(ProductionError) {
      sounds["chime"] = stored(try producer.produce(NoticeFile(fixture: "chime", says: "", recording: voices.chime)))
      let own = configuration.name.isEmpty ? "" : " \(configuration.name)"
      sounds[Self.identification] = stored(
        try producer.produce(NoticeFile(fixture: Self.identification, says: "Đây là đài truyền thanh\(own).")))
      for session in configuration.rules.sessions {
        let greeting = "Đây là đài truyền thanh\(own). Kính mời bà con nghe chương trình phát thanh buổi \(session.name)."
        let closing =
          "Chương trình phát thanh buổi \(session.name) của đài truyền thanh\(own) đến đây là hết. Xin kính chào bà con."
        sounds["greeting:\(session.name)"] = stored(
          try producer.produce(NoticeFile(fixture: "greeting-\(session.name)", says: greeting)))
        sounds["closing:\(session.name)"] = stored(
          try producer.produce(NoticeFile(fixture: "closing-\(session.name)", says: closing)))
      }
      for path in home.music() {
        let name = URL(filePath: path).lastPathComponent
        sounds["music:\(name)"] = stored(try producer.produce(NoticeFile(fixture: "music-\(name)", says: "", recording: path)))
      }
    } catch {
      throw .production(error)
    }
    let store = try store()
    do throws(StoreError) { try store.keepFixtures(sounds) } catch { throw .store(error) }
  }

  /// The fixture that says whose loudspeakers these are.
  static let identification = "identification"

  /// Makes the station's own sounds when what they are made of has changed: name, sessions, music, voice, lexicon.
  public func produceChangedFixtures(with producer: Producer) throws(StationError) {
    let music = home.music().map { "\($0) \(FileStamp(of: $0, isFollowing: true).text)" }
    let conditions = ContentHash.of((ApprovalConditions(of: self).station + "\n" + music.joined(separator: "\n")).utf8)
    let known = try kept { store throws(StoreError) in try store.fixtureConditions() }
    guard known != conditions else { return }
    try produceFixtures(with: producer)
    try kept { store throws(StoreError) in try store.keepFixtureConditions(conditions) }
  }

  func stored(_ item: MasteredBulletin) -> StoredSound {
    let measurement = item.measurement
    let url = URL(filePath: item.file)
    let isOurs = url.deletingLastPathComponent().standardizedFileURL.path == home.audio
    return StoredSound(
      recipe: item.recipe.hash,
      sound: Sound(file: isOurs ? url.lastPathComponent : url.standardizedFileURL.path, seconds: item.seconds),
      lufs: measurement.integrated.value.isFinite ? measurement.integrated.value : nil,
      dBTP: measurement.truePeak.dBTP.isFinite ? measurement.truePeak.dBTP : nil)
  }
}
