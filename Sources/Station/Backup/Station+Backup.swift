internal import Foundation
internal import Store

extension Station {
  /// Puts the whole station into one tar file while it goes on working: the database as of one moment, settings, lexicon,
  /// sounds, recordings, keys, inbox. The file appears when it is whole, readable by its owner only.
  /// - Returns: how many files it holds, and their size in bytes.
  /// - Throws: `StationError.store`, `.cannotWrite`, `.stillWritten` when a file grew meanwhile.
  public func backUp(to path: String) async throws(StationError) -> (files: Int, bytes: Int) {
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent().path
    let stage = home.path + "/.backup-\(getpid())"
    let partial = folder + "/." + url.lastPathComponent + ".\(getpid()).part"
    defer {
      try? FileManager.default.removeItem(atPath: stage)
      unlink(partial)
    }
    clearAbandonedStages()
    let links = try self.stage(into: stage, except: path)
    guard let hashes = StationFiles.hashes(in: stage) else {
      throw .cannotRead(path: stage, reason: String(cString: strerror(EIO)))
    }
    try DurableFile.write(Data(StationFiles.list(hashes).utf8), to: stage + "/" + StationFiles.manifest)
    let descriptor = open(partial, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw DurableFile.failure(path) }
    defer { close(descriptor) }
    do { try await TarProgram.pack(stage, into: partial) } catch { throw .cannotWrite(path: path, reason: error.reason) }
    for (name, state) in links where Self.state(of: stage + "/" + name) != state {
      throw .stillWritten(path: home.path + "/" + name)
    }
    guard fsync(descriptor) == 0, rename(partial, path) == 0 else { throw DurableFile.failure(path) }
    DurableFile.sync(folder: folder)
    return (hashes.count, hashes.keys.reduce(0) { $0 + (Self.size(of: stage + "/" + $1) ?? 0) })
  }

  /// Gathers what goes into a backup. Sounds are linked, not copied: what is cleaned away meanwhile is still in the backup.
  /// - Returns: the linked files' names, and what they were then.
  private func stage(into stage: String, except path: String) throws(StationError) -> [String: String] {
    let files = FileManager.default
    do {
      try files.createDirectory(
        atPath: stage, withIntermediateDirectories: true, attributes: [.posixPermissions: Self.mode(of: home.path)])
    } catch {
      throw .cannotWrite(path: stage, reason: error.localizedDescription)
    }
    try kept { store throws(StoreError) in try store.copy(to: stage + "/station.sqlite") }
    var links: [String: String] = [:]
    for name in StationFiles.names(in: home.path, except: path) {
      let (source, target) = (home.path + "/" + name, stage + "/" + name)
      let kind = FileStamp(of: source).kind
      do {
        switch kind {
        case .folder:
          try files.createDirectory(
            atPath: target, withIntermediateDirectories: true, attributes: [.posixPermissions: Self.mode(of: source)])
        case .file where name.contains("/") && link(source, target) == 0: links[name] = Self.state(of: target)
        case .file: try files.copyItem(atPath: source, toPath: target)
        case .link:
          // A link to a file is kept as the file; a folder elsewhere is not the station's.
          let file = URL(filePath: source).resolvingSymlinksInPath().path
          guard FileStamp(of: file).kind == .file else { throw StationError.linkInStation(path: source) }
          try files.copyItem(atPath: file, toPath: target)
        // Sockets of a running service.
        case .other, .missing: continue
        }
      } catch let error as StationError {
        throw error
      } catch {
        // A file that went away since its folder was read was not in use.
        guard files.fileExists(atPath: source) else { continue }
        throw .cannotWrite(path: target, reason: error.localizedDescription)
      }
    }
    return links
  }

  /// What a kill left behind holds disk space.
  private func clearAbandonedStages() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
    for name in names where name.hasPrefix(".backup-") {
      let process = name.dropFirst(".backup-".count).prefix { $0.isNumber }
      if let number = Int32(process), number != getpid(), kill(number, 0) == 0 { continue }
      try? FileManager.default.removeItem(atPath: home.path + "/" + name)
    }
  }

  private static func mode(of folder: String) -> NSNumber {
    (try? FileManager.default.attributesOfItem(atPath: folder))?[.posixPermissions] as? NSNumber ?? 0o755
  }

  private static func state(of path: String) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let modified = attributes?[.modificationDate] as? Date
    return "\(size(of: path) ?? -1) \(modified?.timeIntervalSince1970 ?? 0)"
  }

  private static func size(of path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.size].flatMap { ($0 as? NSNumber)?.intValue }
  }
}
