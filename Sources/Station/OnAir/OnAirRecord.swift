internal import Foundation
internal import Schedule

/// What a run must know of the one before it: the rows as they were planned, and how far the sounds that were on air had come.
struct OnAirRecord: Sendable, Hashable, Codable {
  /// How far a sound has come.
  struct Position: Sendable, Hashable, Codable {
    var slot: Slot
    /// Seconds of it that have sounded.
    var seconds: Double
    /// When that was so; milliseconds after 1970.
    var unixMilliseconds: Int
  }

  var rows: [DaySheet.Row] = []

  /// What a record file holds; an empty record where there is none or it can't be read.
  static func load(_ path: String) -> OnAirRecord {
    guard let data = FileManager.default.contents(atPath: path) else { return OnAirRecord() }
    return (try? JSONDecoder().decode(OnAirRecord.self, from: data)) ?? OnAirRecord()
  }

  func save(_ path: String) throws {
    try DurableFile.write(JSONEncoder().encode(self), to: path)
  }
}

/// Keeps positions where a killed process leaves them; not flushed to the disk.
struct PositionFile: Sendable {
  let path: String

  func load() -> [OnAirRecord.Position] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return (try? JSONDecoder().decode([OnAirRecord.Position].self, from: data)) ?? []
  }

  func save(_ positions: [OnAirRecord.Position]) {
    guard !positions.isEmpty else {
      unlink(path)
      return
    }
    guard let data = try? JSONEncoder().encode(positions) else { return }
    // Atomic by rename, so that a kill leaves the former one; a power cut may lose both, and the sound begins anew.
    try? data.write(to: URL(filePath: path), options: .atomic)
  }
}
