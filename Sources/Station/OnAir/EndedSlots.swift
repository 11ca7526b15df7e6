internal import Bulletin
internal import Foundation
internal import Schedule

/// Slots of the days on air that have ended for good, so that they are known without the database too.
struct EndedSlots: Sendable {
  private let path: String
  private(set) var slots: [Slot]

  init(path: String) {
    self.path = path
    let data = FileManager.default.contents(atPath: path) ?? Data()
    slots = (try? JSONDecoder().decode([Slot].self, from: data)) ?? []
  }

  /// Adds slots; those of other days than `dates` are let go.
  mutating func add(_ more: [Slot], keeping dates: Set<CivilDate>) {
    slots = slots.filter { dates.contains($0.date) } + more
    guard let data = try? JSONEncoder().encode(slots) else { return }
    try? DurableFile.write(data, to: path)
  }
}
