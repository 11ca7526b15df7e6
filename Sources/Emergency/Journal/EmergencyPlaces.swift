internal import Foundation

/// Folders an emergency's state may be in: the station's own, and what is left when that can't be written.
public struct EmergencyPlaces: Sendable, Hashable {
  /// Best first.
  public let folders: [String]

  /// - Parameter home: the station's directory.
  public init(home: String, environment: [String: String]) {
    // One station's state is no other's: FNV-1a of its path.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in home.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let name = "loa-emergency-" + String(hash, radix: 36)
    var folders = [home]
    if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/") { folders.append(runtime + "/" + name) }
    folders.append("/run/" + name)
    folders.append("/tmp/" + name + "-\(geteuid())")
    self.folders = folders
  }

  var journals: [String] { folders.map { $0 + "/emergency.journal" } }
  var sockets: [String] { folders.map { $0 + "/emergency.sock" } }
  var locks: [String] { folders.map { $0 + "/emergency.lock" } }

  /// Makes a fallback folder that nobody else can have prepared.
  /// - Returns: whether it is there and ours.
  static func prepare(_ folder: String, isHome: Bool) -> Bool {
    var status = stat()
    if isHome { return stat(folder, &status) == 0 }
    _ = mkdir(folder, 0o700)
    guard lstat(folder, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  func prepare(_ index: Int) -> Bool { Self.prepare(folders[index], isHome: index == 0) }

  /// Whether a folder is there and nobody else's: what lies in it is believed then.
  func isOurs(_ index: Int) -> Bool {
    var status = stat()
    guard lstat(folders[index], &status) == 0 || index == 0 else { return false }
    return index == 0 || status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  /// The user whose station it is.
  var owner: (user: uid_t, group: gid_t)? {
    var status = stat()
    return folders.first.flatMap { stat($0, &status) == 0 ? (status.st_uid, status.st_gid) : nil }
  }

  /// Gives a file that the superuser has made in the station's directory to the station's user.
  func handOver(_ descriptor: Int32, in index: Int) {
    guard index == 0, geteuid() == 0, let owner else { return }
    _ = fchown(descriptor, owner.user, owner.group)
  }
}
