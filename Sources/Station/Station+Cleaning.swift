internal import Foundation
internal import Store

extension Station {
  /// Audio files that nothing needs: not planned, not approved, not waiting for approval, not a folder's or the station's
  /// own, and older than the station keeps sounds.
  /// - Parameters:
  ///   - isTrial: only names them.
  /// - Returns: the files' names and their size together, in bytes.
  public func clean(unixSeconds now: Int, isTrial: Bool = false) throws(StationError) -> (files: [String], bytes: Int) {
    let oldest = now - configuration.keeping.soundDays * 86_400
    // Folders are read before the database: a sound made meanwhile is in neither list.
    let paths = [home.audio, home.recordings].flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map { folder + "/" + $0 }
    }
    let sounds = try kept { store throws(StoreError) in try store.neededSounds(since: oldest * 1000) }
    let recordings = try kept { store throws(StoreError) in try store.neededRecordings(since: oldest * 1000) }
    let neededNames = Set(
      sounds.map { URL(filePath: home.audioFile($0)).standardizedFileURL.path } + recordings.map { home.recordings + "/" + $0 })
    var removed: [String] = []
    var bytes = 0
    for path in paths {
      let name = URL(filePath: path).lastPathComponent
      guard !name.hasPrefix("."), !neededNames.contains(path),
        let attributes = try? FileManager.default.attributesOfItem(atPath: path),
        attributes[.type] as? FileAttributeType == .typeRegular, let modified = attributes[.modificationDate] as? Date,
        Int(modified.timeIntervalSince1970) < oldest
      else { continue }
      if !isTrial { guard unlink(path) == 0 else { throw DurableFile.failure(path) } }
      removed.append(name)
      bytes += (attributes[.size] as? NSNumber)?.intValue ?? 0
    }
    return (removed, bytes)
  }
}
