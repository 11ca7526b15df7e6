public import Bulletin
internal import Foundation
public import Production
public import Store

extension Station {
  /// What became of one file of the inbox.
  public enum Arrival: Sendable {
    case submitted(file: String, NoticeID)
    /// Moved aside, with a note beside it.
    case refused(file: String, StationError)
    /// The station's trouble, not the file's: it stays where it is.
    case failed(file: String, StationError)
    /// Still being written: it is looked at again in the next pass.
    case waiting(file: String)
  }

  /// How long a file must have been left alone before it is taken, in seconds.
  public static let inboxQuietSeconds = 2.0

  /// Submits what lies in the inbox: each file whose size and time have not changed for two seconds.
  ///
  /// A file that was taken moves into `inbox/da-nhan`, one that is refused into `inbox/bi-tu-choi`: none is ever deleted. A
  /// crash between taking and moving leaves the file where it is; the next pass refuses it as the duplicate it is.
  public func readInbox(
    today: CivilDate, recipes: Recipes, person: String, pause: (Double) async -> Void
  ) async throws(StationError) -> [Arrival] {
    let names = inboxNames()
    guard !names.isEmpty else { return [] }
    let before = names.map { FileStamp(of: home.inbox + "/" + $0) }
    // A file touched just now may still be growing; one at rest for longer needs no wait.
    if before.contains(where: { !$0.isAtRest(seconds: Self.inboxQuietSeconds + 1) }) { await pause(Self.inboxQuietSeconds) }
    var arrivals: [Arrival] = []
    for (name, stamp) in zip(names, before) {
      let path = home.inbox + "/" + name
      guard stamp == FileStamp(of: path), stamp.kind == .file else {
        arrivals.append(.waiting(file: name))
        continue
      }
      do throws(StationError) {
        arrivals.append(try await take(name, today: today, recipes: recipes, person: person))
      } catch {
        arrivals.append(.failed(file: name, error))
      }
    }
    return arrivals
  }

  private func take(
    _ name: String, today: CivilDate, recipes: Recipes, person: String
  ) async throws(StationError) -> Arrival {
    let path = home.inbox + "/" + name
    do throws(StationError) {
      let notice: NoticeFile
      do { notice = try await NoticeFile.load(path) } catch { throw .production(error) }
      let isGrowing = notice.bulletin.inserts.contains { insert in
        let stamp = FileStamp(of: notice.place(of: insert), isFollowing: true)
        return stamp.kind == .file && !stamp.isAtRest(seconds: Self.inboxQuietSeconds)
      }
      if isGrowing { return .waiting(file: name) }
      let id = try submit(try check(notice, today: today, recipes: recipes), by: .now(by: person))
      try move(name, into: home.takenInbox, as: "\(id)-\(name)")
      return .submitted(file: name, id)
    } catch {
      // The disk's trouble is not the file's: it stays and is tried again.
      guard error.isOfTheNotice else { throw error }
      let moved = try move(name, into: home.refusedInbox, as: name)
      let note = "\(error.vietnamese)\n\n\(error.english)\n"
      try DurableFile.write(Data(note.utf8), to: moved + ".ly-do.txt")
      return .refused(file: name, error)
    }
  }

  private func inboxNames() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.inbox)) ?? []
    return names.filter { name in
      guard !name.hasPrefix("."), !name.hasPrefix("~$"), !name.hasSuffix("~"), !name.hasSuffix(".part"), !name.hasSuffix(".tmp")
      else { return false }
      // A recording that a notice plays lies beside it and is no notice.
      return FileStamp(of: home.inbox + "/" + name).kind == .file && Self.isTaken(name)
    }.sorted()
  }

  /// Sound files are no notices; anything else is tried, and refused with a reason when it is none.
  private static func isTaken(_ name: String) -> Bool {
    let kind = URL(filePath: name).pathExtension.lowercased()
    return !["wav", "flac", "ogg", "opus", "mp3", "m4a"].contains(kind)
  }

  /// - Returns: where the file is now; an older one of that name stays beside it.
  @discardableResult private func move(_ name: String, into folder: String, as target: String) throws(StationError) -> String {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path: folder, reason: error.localizedDescription)
    }
    let url = URL(filePath: target)
    let stem = url.deletingPathExtension().lastPathComponent
    let kind = url.pathExtension.isEmpty ? "" : "." + url.pathExtension
    var path = folder + "/" + target
    var number = 2
    while FileManager.default.fileExists(atPath: path) {
      path = folder + "/\(stem)-\(number)\(kind)"
      number += 1
    }
    guard rename(home.inbox + "/" + name, path) == 0 else { throw DurableFile.failure(path) }
    DurableFile.sync(folder: folder)
    DurableFile.sync(folder: home.inbox)
    return path
  }
}

extension StationError {
  /// Whether it is the notice that is at fault, not the station or its disk.
  fileprivate var isOfTheNotice: Bool {
    switch self {
    case .refused: true
    case .store(let error): if case .duplicate = error { true } else { false }
    case .production(let error):
      switch error {
      case .noVoicesFolder, .profile, .speech, .audioFile, .cannotMakeFolder, .pandocMissing, .unknownLoudspeaker: false
      default: true
      }
    default: false
    }
  }
}
