internal import Foundation
internal import Synchronization

/// Emergencies on the disk: a line of JSON for each thing that happened, only ever added to, flushed before it is acknowledged.
///
/// Room for it is reserved: a full disk still takes it. Where the station's directory can't be written, another place is used; all places
/// are read. A line that a power cut left half is no line.
package final class EmergencyJournal: Sendable {
  private let places: EmergencyPlaces
  private let state = Mutex(State())

  private struct State {
    /// The place that took the last line.
    var place: Int?
    /// When each place's file was changed last, as far as this process has read them; none when they must be read again.
    var stamp: [Int] = []
  }

  /// Bytes kept free for the next lines; beyond `sizeLimit` a settled journal is put away.
  private static let reservedBytes = 131_072
  private static let sizeLimit = 1_048_576

  package init(places: EmergencyPlaces) { self.places = places }

  /// The path of the place in use; nil before the first line.
  package var path: String? { state.withLock { $0.place.map { places.journals[$0] } } }

  /// Every whole line of every place that is ours.
  package func records() -> [EmergencyRecord] {
    remember()
    return places.folders.indices.filter(places.isOurs).flatMap { Self.read(places.journals[$0]) }
  }

  /// Whether another process has written since this one read or wrote last.
  var hasChanged: Bool { stamp() != state.withLock { $0.stamp } }

  private func remember() {
    let stamp = settled(stamp())
    state.withLock { $0.stamp = stamp }
  }

  private func stamp() -> [Int] {
    places.journals.map { path in
      var status = stat()
      return stat(path, &status) == 0 ? status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec : 0
    }
  }

  /// A file that was changed just now may be changed again without a later time: the system's clock for it ticks every few milliseconds.
  private func settled(_ stamp: [Int]) -> [Int] {
    let now = Int(Date().timeIntervalSince1970 * 1e9)
    return stamp.allSatisfy { !(now - 50_000_000...now + 50_000_000).contains($0) } ? stamp : []
  }

  private static func read(_ path: String) -> [EmergencyRecord] {
    guard let data = contents(path) else { return [] }
    let end = end(of: data)
    let decoder = JSONDecoder()
    return data[..<end].split(separator: UInt8(ascii: "\n")).compactMap {
      (try? decoder.decode(EmergencyRecord.self, from: Data($0))).flatMap { $0.isPlausible ? $0 : nil }
    }
  }

  /// A regular file's bytes, if there are not too many of them; never waits for a pipe.
  private static func contents(_ path: String) -> Data? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= 16 * Self.sizeLimit else {
      return nil
    }
    return try? handle.readToEnd()
  }

  /// Where the next line goes: reserved room is zeros, and what a cut line left is written over.
  private static func end(of data: Data) -> Int {
    let used = data.firstIndex(of: 0) ?? data.endIndex
    return data[..<used].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  private static func end(of path: String) -> Int { contents(path).map(end) ?? 0 }

  /// Adds records, on the disk when this returns.
  /// - Returns: false when no place takes them.
  package func append(_ records: [EmergencyRecord]) -> Bool {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = records.compactMap { try? encoder.encode($0) + [UInt8(ascii: "\n")] }
    guard lines.count == records.count else { return false }
    let data = Data(lines.joined())
    return state.withLock { state in
      // The station's own directory first, each time: what was full may have room again.
      for place in places.folders.indices where places.prepare(place) {
        // What another process wrote since is not known, and must still be read.
        guard let hasNews = write(data, place, known: state.stamp) else { continue }
        (state.place, state.stamp) = (place, hasNews ? [] : settled(stamp()))
        return true
      }
      return false
    }
  }

  /// - Returns: whether another process had written meanwhile; nil when the place does not take it.
  private func write(_ data: Data, _ place: Int, known: [Int]) -> Bool? {
    let path = places.journals[place]
    guard let descriptor = Self.openForWriting(path) else { return nil }
    defer { close(descriptor) }
    let hasNews = known != stamp()
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let end = Self.end(of: path)
    if Int(status.st_size) < end + data.count { posix_fallocate(descriptor, 0, off_t(end + data.count + Self.reservedBytes)) }
    guard lseek(descriptor, off_t(end), SEEK_SET) >= 0, Self.writeAll(data, to: descriptor), fdatasync(descriptor) == 0
    else { return nil }
    return hasNews
  }

  /// Opens it for this process alone, until it is closed. Whoever hangs while it has it is waited for a fifth of a second.
  private static func openForWriting(_ path: String) -> Int32? {
    for _ in 0..<40 {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o640)
      guard descriptor >= 0 else { return nil }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStill(descriptor, at: path) { return descriptor }
      close(descriptor)
      usleep(5000)
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o640)
    return descriptor >= 0 ? descriptor : nil
  }

  /// Whether nobody has put the file away meanwhile.
  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0 && opened.st_ino == named.st_ino
  }

  private static func writeAll(_ data: Data, to descriptor: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let wrote = Foundation.write(descriptor, start, rest.count)
        if wrote < 0, errno == EINTR { continue }
        guard wrote > 0 else { return false }
        rest = rest.dropFirst(wrote)
      }
      return true
    }
  }

  /// Reserves its room before it is needed, and puts a long journal away in which nothing is in force; the one before it goes.
  package func tidy(_ book: EmergencyBook, now: Int) {
    let path = places.journals[0]
    state.withLock { state in
      state.place = nil
      guard var descriptor = Self.openForWriting(path) else { return }
      defer { close(descriptor) }
      if Self.end(of: path) > Self.sizeLimit, book.isSettled(at: now), rename(path, path + ".1") == 0 {
        guard let fresh = Self.openForWriting(path) else { return }
        close(descriptor)
        descriptor = fresh
      }
      places.handOver(descriptor, in: 0)
      posix_fallocate(descriptor, 0, off_t(Self.end(of: path) + Self.reservedBytes))
      state.stamp = []
    }
  }
}
