internal import Foundation
internal import Schedule
internal import Store

/// Where log rows wait for the database: one line each, on the disk before anything else is done with them. What is in it survives a
/// kill, a locked or lost database; where the disk itself takes nothing, it waits in memory.
struct AsRunSpool: Sendable {
  /// A log row as the spool keeps it.
  struct Line: Sendable, Hashable, Codable {
    var slot: Slot
    var notice: String?
    var title: String
    var file: String
    var startedUnixMilliseconds: Int?
    var outcome: String
    var reason: String?
  }

  private let path: String
  private var waiting: [Line]
  /// How many of `waiting` are on the disk, and where they end there.
  private var written = 0
  private var end = 0

  /// Room on the disk that nobody else can fill, in bytes: a full disk still takes the log of a day.
  private static let reservedBytes = 262_144

  /// Takes up what an earlier run left; a line that a kill cut short was never acknowledged, and the next one is written over it.
  init(path: String) {
    self.path = path
    let data = FileManager.default.contents(atPath: path) ?? Data()
    end = data.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let lines = data[..<end].split(separator: UInt8(ascii: "\n"))
    waiting = lines.compactMap { try? JSONDecoder().decode(Line.self, from: Data($0)) }
    written = waiting.count
    reserve()
  }

  private func reserve() {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return }
    posix_fallocate(descriptor, 0, off_t(Self.reservedBytes))
    close(descriptor)
  }

  var isEmpty: Bool { waiting.isEmpty }
  /// Slots whose ending is known though the database does not have it yet.
  var lines: [Line] { waiting }

  /// Keeps rows until they are in the database.
  mutating func append(_ lines: [Line]) {
    waiting += lines
    write()
  }

  private mutating func write() {
    guard written < waiting.count else { return }
    let encoder = JSONEncoder()
    let data = waiting[written...].reduce(into: Data()) { data, line in
      guard let encoded = try? encoder.encode(line) else { return }
      data += encoded + [UInt8(ascii: "\n")]
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard lseek(descriptor, off_t(end), SEEK_SET) >= 0, DurableFile.writeAll(data, to: descriptor) == 0 else { return }
    (written, end) = (waiting.count, end + data.count)
  }

  /// The oldest `count` rows are in the database: they need not be kept any more.
  mutating func settle(_ count: Int) {
    let gone = min(count, waiting.count)
    waiting.removeFirst(gone)
    written = max(0, written - gone)
    guard waiting.isEmpty else {
      // What came in meanwhile stays; the file goes in one piece, and a row that is in both is known by its slot.
      let encoder = JSONEncoder()
      let lines = waiting.compactMap { try? encoder.encode($0) + [UInt8(ascii: "\n")] }
      guard lines.count == waiting.count, (try? DurableFile.write(Data(lines.joined()), to: path)) != nil else { return }
      (written, end) = (waiting.count, lines.reduce(0) { $0 + $1.count })
      reserve()
      return
    }
    (written, end) = (0, 0)
    truncate(path, 0)
    reserve()
  }
}

extension AsRunRow {
  init(_ line: AsRunSpool.Line) {
    self.init(
      slot: line.slot, notice: line.notice, title: line.title, file: line.file,
      startedUnixMilliseconds: line.startedUnixMilliseconds, outcome: Outcome(column: line.outcome, reason: line.reason ?? ""))
  }
}

extension AsRunSpool.Line {
  init(_ entry: Rundown.Entry) {
    let row = entry.row
    var (notice, title): (String?, String) = (nil, row.slot.name)
    if case .notice(let id, let name, _, _) = row.item { (notice, title) = (id, name) }
    let (outcome, reason): (String, String?) =
      switch entry.ending {
      case .played: ("played", nil)
      case .interrupted(let reason): ("interrupted", reason)
      case .skipped(let reason): ("skipped", reason)
      case .missed(let reason): ("missed", reason)
      }
    self.init(
      slot: row.slot, notice: notice, title: title, file: row.sound.file,
      startedUnixMilliseconds: entry.startedUnixMilliseconds, outcome: outcome, reason: reason)
  }

  /// How the slot ended, for a rundown that starts.
  var ending: OnAir.Ending { AsRunRow.Outcome(column: outcome, reason: "").ending }
}
