internal import Bulletin
internal import DSP
internal import Foundation
internal import PCM
public import Production
internal import Schedule
internal import Store

extension Station {
  /// Keeps what was mastered, in one transaction: the folder's planned notices become those of `outcomes`.
  ///
  /// A notice that failed keeps its place but does not air: what it said before is no longer what it says.
  /// - Parameter folder: where the notices came from; the same folder replaces its own notices.
  public func keep(_ mastered: [MasteredBulletin], of folder: String, replacing: Bool) throws(StationError) {
    let store = try store()
    let notices = mastered.map { item in
      StoredNotice(
        id: item.notice.bulletin.id, file: URL(filePath: item.notice.path).lastPathComponent, text: item.notice.text,
        sound: Self.stored(item))
    }
    do throws(StoreError) {
      if replacing {
        try store.replaceNotices(of: folder, with: notices)
      } else {
        try store.addNotices(to: folder, notices)
      }
    } catch {
      throw .store(error)
    }
  }

  /// Makes the station's own sounds, chime, greetings and closings, and keeps them.
  public func produceFixtures(with producer: Producer) throws(StationError) {
    var sounds: [String: StoredSound] = [:]
    do throws(ProductionError) {
      sounds["chime"] = Self.stored(try producer.produce(NoticeFile(fixture: "chime", says: "", recording: voices.chime)))
      for session in configuration.sessions {
        let station = configuration.name.isEmpty ? "" : " \(configuration.name)"
        let greeting = "Đây là đài truyền thanh\(station). Kính mời bà con nghe chương trình phát thanh buổi \(session.name)."
        let closing =
          "Chương trình phát thanh buổi \(session.name) của đài truyền thanh\(station) đến đây là hết. Xin kính chào bà con."
        sounds["greeting:\(session.name)"] = Self.stored(
          try producer.produce(NoticeFile(fixture: "greeting-\(session.name)", says: greeting)))
        sounds["closing:\(session.name)"] = Self.stored(
          try producer.produce(NoticeFile(fixture: "closing-\(session.name)", says: closing)))
      }
    } catch {
      throw .production(error)
    }
    let store = try store()
    do throws(StoreError) { try store.keepFixtures(sounds) } catch { throw .store(error) }
  }

  private static func stored(_ item: MasteredBulletin) -> StoredSound {
    let measurement = item.measurement
    return StoredSound(
      recipe: item.recipe.hash, sound: Sound(file: item.file, seconds: item.seconds),
      lufs: measurement.integrated.value.isFinite ? measurement.integrated.value : nil,
      dBTP: measurement.truePeak.dBTP.isFinite ? measurement.truePeak.dBTP : nil)
  }
}
