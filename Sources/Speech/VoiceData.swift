import Glibc

/// The espeak-ng data directory the workers use: links to the system's files and to our voice files.
///
/// espeak-ng takes one data directory only, and ours must not be written into the system's. It is put together in the cache under
/// a name that depends on what it is made of, checked before every use, and made anew when a link is broken.
struct VoiceData: Sendable {
  /// The directory that holds `espeak-ng-data`, as `espeak_Initialize` wants it.
  let parent: String

  /// - Parameters:
  ///   - voices: our voice files, laid out as `lang/<family>/<voice>`.
  ///   - system: the system's `espeak-ng-data`; nil looks in the known places.
  /// - Throws: `systemDataMissing`, `systemDataBroken`, `voicesMissing`, `cacheUnwritable`.
  init(voices: String, system: String?, cache: String) throws(SpeechError) {
    let system = try Self.systemDirectory(system)
    for file in Self.needed {
      guard FileTree.isReadableFile("\(system)/\(file)") else { throw .systemDataBroken(directory: system, file: file) }
    }
    guard let root = FileTree.absolute(voices) else { throw .voicesMissing(directory: voices) }
    let ours = FileTree.files(under: root)
    guard !ours.isEmpty else { throw .voicesMissing(directory: voices) }
    let plan = Self.links(system: system, voices: root, ours: ours)
    parent = "\(cache)/espeak-\(Self.fingerprint(plan))"
    if Self.isWhole(parent, plan) { return }
    try Self.make(parent, plan, cache: cache)
    guard Self.isWhole(parent, plan) else {
      throw .cacheUnwritable(path: parent, reason: "the links do not lead to the files they name")
    }
  }

  /// - Throws: `voiceFileMissing` when there is no such voice file.
  func check(voice: String) throws(SpeechError) {
    let directory = "\(parent)/espeak-ng-data/lang"
    let isPlain = !voice.hasPrefix("/") && !voice.split(separator: "/").contains("..")
    guard isPlain, FileTree.isReadableFile("\(directory)/\(voice)") else {
      throw .voiceFileMissing(voice: voice, directory: directory)
    }
  }

  /// A link to be made: its path inside `espeak-ng-data`, and the file it names.
  private struct Link: Sendable, Hashable {
    let path: String
    let target: String
  }

  /// What espeak-ng cannot speak Vietnamese without.
  private static let needed = ["phontab", "phonindex", "phondata", "intonations", "vi_dict"]

  /// Where Debian (by architecture), Fedora, Arch and a local build put the data.
  private static let places = [
    "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib/arm-linux-gnueabihf", "/usr/share", "/usr/lib64",
    "/usr/lib", "/usr/local/share", "/usr/local/lib",
  ].map { $0 + "/espeak-ng-data" }

  private static func systemDirectory(_ given: String?) throws(SpeechError) -> String {
    let searched = given.map { [$0] } ?? places
    guard let found = searched.first(where: { FileTree.isDirectory($0) }), let absolute = FileTree.absolute(found) else {
      throw .systemDataMissing(searched: searched)
    }
    return absolute
  }

  /// The system's entries, its `lang` file by file, and ours over them.
  private static func links(system: String, voices: String, ours: [String]) -> [Link] {
    var links: [String: String] = [:]
    for entry in FileTree.entries(system) where entry != "lang" { links[entry] = "\(system)/\(entry)" }
    for file in FileTree.files(under: "\(system)/lang") { links["lang/\(file)"] = "\(system)/lang/\(file)" }
    for file in ours { links[file] = "\(voices)/\(file)" }
    return links.map { Link(path: $0.key, target: $0.value) }.sorted { $0.path < $1.path }
  }

  /// FNV-1a, 64 bits, of all links.
  private static func fingerprint(_ links: [Link]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for link in links {
      for byte in "\(link.path)\n\(link.target)\n".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return String(hash, radix: 16)
  }

  private static func isWhole(_ parent: String, _ links: [Link]) -> Bool {
    links.allSatisfy { FileTree.linkTarget("\(parent)/espeak-ng-data/\($0.path)") == $0.target }
  }

  /// Makes the directory beside its place and renames it there, so that other processes see all of it or nothing.
  private static func make(_ parent: String, _ links: [Link], cache: String) throws(SpeechError) {
    let fresh = "\(parent).new-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    func refuse() -> SpeechError { .cacheUnwritable(path: cache, reason: lastFailure()) }
    for link in links {
      let path = "\(fresh)/espeak-ng-data/\(link.path)"
      guard FileTree.makeDirectory(of: path), symlink(link.target, path) == 0 else {
        let error = refuse()
        FileTree.remove(fresh)
        throw error
      }
    }
    if rename(fresh, parent) == 0 { return }
    // Another process was faster, or what stands there is broken: a whole one stays, a broken one goes.
    if !isWhole(parent, links) {
      let broken = "\(fresh)-broken"
      if rename(parent, broken) == 0 { FileTree.remove(broken) }
      if rename(fresh, parent) == 0 { return }
    }
    FileTree.remove(fresh)
    guard isWhole(parent, links) else { throw refuse() }
  }
}
