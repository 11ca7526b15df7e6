public import Bulletin
public import Schedule
internal import Store

extension Station {
  /// The day sheet of `date`, from what the database keeps.
  /// - Returns: the sheet, and notices that are kept but can no longer be read.
  public func daySheet(on date: CivilDate) throws(StationError) -> (sheet: DaySheet, faults: [BulletinError]) {
    let store = try store()
    do throws(StoreError) {
      var kept = try store.candidates(before: date)
      for index in kept.sound.indices { kept.sound[index].sound.file = home.audioFile(kept.sound[index].sound.file) }
      let sounds = try store.fixtures().mapValues { Sound(file: home.audioFile($0.file), seconds: $0.seconds) }
      let names = configuration.rules.sessions.map(\.name)
      func fixtures(_ kind: String) -> [String: Sound] {
        Dictionary(names.compactMap { name in sounds["\(kind):\(name)"].map { (name, $0) } }) { first, _ in first }
      }
      let music = sounds.filter { $0.key.hasPrefix("music:") }.sorted { $0.key < $1.key }.map(\.value)
      let planner = Planner(
        rules: configuration.rules,
        fixtures: Planner.Fixtures(
          chime: sounds["chime"], greetings: fixtures("greeting"), closings: fixtures("closing"), music: music))
      return (planner.plan(date, candidates: kept.sound), kept.faults)
    } catch {
      throw .store(error)
    }
  }
}
