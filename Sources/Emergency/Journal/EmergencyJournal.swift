internal import Foundation
internal import Synchronization

/// Emergencies on the disk: a line of JSON for each thing that happened, only ever added to, flushed before it is acknowledged.
///
/// Room for it is reserved: a full disk still takes it. Where the station's directory can't be written, another place is used; all places
/// are read. A line that a power cut left half is no line.
package final class EmergencyJournal: Sendable {
  private let places: EmergencyPlaces
  /// How far each place's file was read.
  private let reading = Mutex<[Int: JournalMark]>([:])
  private let writing = Mutex(Writing())

  private struct Writing {
    /// The place that took the last line.
    var place: Int?
    /// How far each place's file is known to be whole lines.
    var marks: [Int: JournalMark] = [:]
  }

  /// Bytes kept free for the next lines; beyond `sizeLimit` a settled journal is put away.
  private static let reservedBytes = 131_072
  private static let sizeLimit = 1_048_576

  package init(places: EmergencyPlaces) { self.places = places }

  /// The path of the place in use; nil before the first line.
  package var path: String? { writing.withLock { $0.place.map { places.journals[$0] } } }

  // MARK: Reading

  /// Every whole line of every place that is ours.
  package func records() -> [EmergencyRecord] {
    reading.withLock { $0 = [:] }
    return news()
  }

  /// Lines that were written since this process read last, by whomever. Never waits for one that is being written.
  package func news() -> [EmergencyRecord] {
    let texts = reading.withLock { marks in
      places.folders.indices.filter(places.isOurs).compactMap { place -> Data? in
        guard let file = JournalFile(reading: places.journals[place]) else { return nil }
        defer { file.close() }
        let (data, end) = file.lines(after: marks[place])
        marks[place] = end
        return data
      }
    }
    return texts.flatMap(Self.records)
  }

  private static func records(of lines: Data) -> [EmergencyRecord] {
    let decoder = JSONDecoder()
    return lines.split(separator: UInt8(ascii: "\n")).compactMap {
      (try? decoder.decode(EmergencyRecord.self, from: $0)).flatMap { $0.isPlausible ? $0 : nil }
    }
  }

  // MARK: Writing

  /// Adds records, on the disk when this returns.
  /// - Returns: false when no place takes them.
  package func append(_ records: [EmergencyRecord]) -> Bool {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = records.compactMap { try? encoder.encode($0) + [UInt8(ascii: "\n")] }
    guard lines.count == records.count else { return false }
    let data = Data(lines.joined())
    return writing.withLock { state in
      // The station's own directory first, each time: what was full may have room again.
      for place in places.folders.indices where places.prepare(place) {
        guard let file = JournalFile(writing: places.journals[place]) else { continue }
        defer { file.close() }
        places.handOver(file.descriptor, in: place)
        // Another process may have written since: its lines end later than ours.
        let mark = file.lines(after: state.marks[place]).end
        guard file.write(data, at: mark.end, reserving: Self.reservedBytes) else { continue }
        (state.place, state.marks[place]) = (place, mark)
        return true
      }
      return false
    }
  }

  /// Reserves its room before it is needed, and puts a long journal away in which nothing is in force; the one before it goes.
  package func tidy(now: Int) {
    let path = places.journals[0]
    writing.withLock { state in
      state.place = nil
      guard var file = JournalFile(writing: path) else { return }
      defer { file.close() }
      let (data, whole) = file.lines(after: nil)
      var mark = whole
      if mark.end > Self.sizeLimit, EmergencyBook(Self.records(of: data)).isSettled(at: now), rename(path, path + ".1") == 0 {
        guard let fresh = JournalFile(writing: path) else { return }
        file.close()
        file = fresh
        mark = file.lines(after: nil).end
      }
      places.handOver(file.descriptor, in: 0)
      file.reserve(mark.end + Self.reservedBytes)
    }
  }
}
