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
    let audio = home.audio
    // The folder is read before the database: a sound made meanwhile is in neither list.
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: audio)) ?? []).sorted()
    let needed = try kept { store throws(StoreError) in try store.neededSounds(since: oldest * 1000) }
    let neededNames = Set(needed.map { URL(filePath: home.audioFile($0)).standardizedFileURL.path })
    var removed: [String] = []
    var bytes = 0
    for name in names where !name.hasPrefix(".") {
      let path = audio + "/" + name
      guard !neededNames.contains(path), let attributes = try? FileManager.default.attributesOfItem(atPath: path),
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
