// Station: opens the parts and joins them: configuration, Store, Production, Schedule, Playout. Level 4. It wires; what
// a part does is that part's business.

internal import AudioFile
internal import Foundation

/// The station's directory: `station.yaml`, `station.sqlite`, `audio/` and a cache.
public struct StationHome: Sendable, Hashable {
  public let path: String

  /// A relative path is taken from the working directory once, so that the station does not move with it.
  public init(path: String) { self.path = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path }

  /// `LOA_HOME`, or `loa` in the user's data directory (XDG Base Directory Specification), or the installed station where the user has none.
  public init(environment: [String: String]) {
    if let home = environment["LOA_HOME"], !home.isEmpty {
      self.init(path: home)
    } else if let installed = Self.installed(environment) {
      self.init(path: installed)
    } else if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      self.init(path: data + "/loa")
    } else {
      self.init(path: (environment["HOME"] ?? "/var/lib") + "/.local/share/loa")
    }
  }

  /// The station of the computer (scripts/install), for who has none of their own: whoever raises an alarm knows no variables.
  private static func installed(_ environment: [String: String]) -> String? {
    let own = (environment["XDG_DATA_HOME"].map { $0 + "/loa" } ?? (environment["HOME"] ?? "") + "/.local/share/loa")
    let installed = "/var/lib/loa"
    return !FileManager.default.fileExists(atPath: own) && FileManager.default.fileExists(atPath: installed) ? installed : nil
  }

  public var configuration: String { path + "/station.yaml" }
  /// The station's own pronunciation lexicon, over the built-in one; need not be there.
  public var lexicon: String { path + "/lexicon.tsv" }
  public var database: String { path + "/station.sqlite" }
  /// Mastered files.
  public var audio: String { path + "/audio" }

  /// The file of a sound as the database keeps it: by its name alone when it is in the audio folder.
  func audioFile(_ kept: String) -> String { kept.hasPrefix("/") ? kept : audio + "/" + kept }

  /// The sound files of `music/`, by name: what fills a session that asks for music.
  public func music() -> [String] {
    let folder = path + "/music"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { AudioContainer(path: $0) != nil || $0.hasSuffix(".mp3") }.sorted().map { folder + "/" + $0 }
  }

  /// What can be made again: `loa` in the user's cache directory.
  public static func cache(environment: [String: String]) -> String {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return cache + "/loa" }
    if let home = environment["HOME"], !home.isEmpty { return home + "/.cache/loa" }
    return NSTemporaryDirectory() + "loa-cache"
  }

  /// Where the `voices` folder may be, best first: `LOA_VOICES`; `share/loa/voices` beside an installed program; the
  /// `voices` of the source tree the program was built in; the working directory's.
  public static func voicesCandidates(environment: [String: String]) -> [String] {
    if let named = environment["LOA_VOICES"], !named.isEmpty { return [named] }
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    var candidates: [String] = []
    var folder = URL(filePath: program).deletingLastPathComponent()
    candidates.append(folder.deletingLastPathComponent().path + "/share/loa/voices")
    for _ in 0..<6 {
      candidates.append(folder.path + "/voices")
      folder.deleteLastPathComponent()
    }
    return candidates + ["voices"]
  }
}
