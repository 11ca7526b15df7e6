internal import Foundation
internal import Store

extension StationHome {
  /// Makes this home what a backup holds. Everything is unpacked beside it and checked, file by file and the database page by
  /// page, before one rename puts it in place.
  /// - Parameter replacing: whether a station that lives here may go: it is kept beside, under the name returned.
  /// - Returns: where the former station is now; nil when there was none.
  /// - Throws: `StationError.alreadyRunning` while the service runs, `.alreadyThere`, `.notABackup`, `.cannotWrite`; the present station is as it was then.
  public func restore(from archive: String, replacing: Bool) async throws(StationError) -> String? {
    guard StationStatus.asked(of: socket) == nil else { throw .alreadyRunning(socket) }
    let isLiving = FileManager.default.fileExists(atPath: database)
    guard !isLiving || replacing else { throw .alreadyThere(path: path) }
    guard FileManager.default.isReadableFile(atPath: archive) else {
      throw .cannotRead(path: archive, reason: String(cString: strerror(access(archive, R_OK) == 0 ? EIO : errno)))
    }
    let fresh = path + ".phuc-hoi-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: fresh) }
    do { try FileManager.default.createDirectory(atPath: fresh, withIntermediateDirectories: true) } catch {
      throw .cannotWrite(path: fresh, reason: error.localizedDescription)
    }
    do { try await TarProgram.unpack(archive, into: fresh) } catch { throw .notABackup(path: archive, reason: error.reason) }
    try check(fresh, archive: archive)
    // What the log still waits for, and what has sounded, happened whatever the database is.
    for kept in [spool, onAirRecord, endedSlots] {
      let copy = fresh + "/" + URL(filePath: kept).lastPathComponent
      guard let data = FileManager.default.contents(atPath: kept) else { continue }
      try DurableFile.write(data, to: copy)
    }
    // All of it is on the disk before any of it takes a station's place.
    sync()
    var former: String?
    if FileManager.default.fileExists(atPath: path) {
      let aside = path + ".truoc-" + Self.freeSuffix(of: path + ".truoc-")
      guard rename(path, aside) == 0 else { throw DurableFile.failure(aside) }
      // An empty folder is no station.
      if rmdir(aside) != 0 { former = aside }
    }
    guard rename(fresh, path) == 0 else {
      let error = DurableFile.failure(path)
      if let former { rename(former, path) }
      throw error
    }
    DurableFile.sync(folder: URL(filePath: path).deletingLastPathComponent().path)
    return former
  }

  /// Whether what was unpacked is what the backup's list says, and its database sound.
  private func check(_ folder: String, archive: String) throws(StationError) {
    let list = folder + "/" + StationFiles.manifest
    guard let hashes = StationFiles.hashes(in: folder), hashes["station.sqlite"] != nil,
      FileManager.default.contents(atPath: list) == Data(StationFiles.list(hashes).utf8)
    else {
      throw .notABackup(
        path: archive, reason: "danh sách tệp không khớp / its files are not those of its \(StationFiles.manifest)")
    }
    unlink(list)
    do throws(StoreError) { try Store(path: folder + "/station.sqlite").checkIntegrity() } catch {
      throw .notABackup(path: archive, reason: error.english)
    }
  }

  private static func freeSuffix(of prefix: String) -> String {
    var number = 1
    while FileManager.default.fileExists(atPath: prefix + "\(number)") { number += 1 }
    return "\(number)"
  }
}
