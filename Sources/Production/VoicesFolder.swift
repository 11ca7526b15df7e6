internal import Dispatch
internal import Foundation
public import Speech
internal import Synchronization
public import VietnameseText

/// The `voices` folder: voice and loudspeaker profiles, pronunciation lexicons, the chime and espeak-ng's voice files.
public struct VoicesFolder: Sendable {
  public let path: String

  /// - Throws: `ProductionError.noVoicesFolder` when `path` is no folder with a voice profile.
  public init(path: String) throws(ProductionError) {
    // A folder that is a link would be enumerated as nothing.
    let path = URL(filePath: path).resolvingSymlinksInPath().path
    self.path = path
    guard Self.files(in: path).contains(where: { Self.isProfile($0, of: "voice", in: path) }) else {
      throw .noVoicesFolder(searched: [path])
    }
  }

  /// The first of `candidates` that is a voices folder.
  public static func find(in candidates: [String]) throws(ProductionError) -> VoicesFolder {
    for candidate in candidates {
      if let folder = try? VoicesFolder(path: candidate) { return folder }
    }
    throw .noVoicesFolder(searched: candidates)
  }

  /// Names of the voice profiles, sorted.
  public var voiceNames: [String] { Self.profiles(of: "voice", in: path) }
  /// Names of the loudspeaker profiles, sorted.
  public var loudspeakerNames: [String] { Self.profiles(of: "loudspeaker", in: path) }
  public var chime: String { path + "/chime.wav" }
  public var espeakVoices: String { path + "/espeak" }

  /// One hash over espeak-ng's voice files, their names and contents.
  var espeakHash: String {
    let folder = URL(filePath: espeakVoices).resolvingSymlinksInPath().path
    let names = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
    var all = Data()
    for name in names {
      all += Data((name + "\n").utf8)
      all += FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
    }
    return Recipe.hash(of: all)
  }

  public func voice(_ name: String) throws(ProductionError) -> VoiceProfile {
    guard Self.isProfile(name + ".yaml", of: "voice", in: path) else { throw .unknownVoice(name, known: voiceNames) }
    do { return try VoiceProfile.load("\(path)/\(name).yaml") } catch { throw .speech(error) }
  }

  public func loudspeaker(_ name: String) throws(ProductionError) -> LoudspeakerProfile {
    guard Self.isProfile(name + ".yaml", of: "loudspeaker", in: path) else {
      throw .unknownLoudspeaker(name, known: loudspeakerNames)
    }
    return try LoudspeakerProfile.load("\(path)/\(name).yaml")
  }

  /// The built-in lexicon: every `lexicon-*.tsv` together; of two lines for one written form the first file's counts.
  /// - Returns: the lexicon, and the lines that were left out of it.
  public func lexicon() -> (lexicon: Lexicon, faults: [LexiconError]) {
    // Every start of a command waits for this, and the files know nothing of each other.
    let files = lexiconFiles
    let parsed = Mutex([Lexicon.Parsed?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      guard let data = FileManager.default.contents(atPath: files[index]) else { return }
      let name = URL(filePath: files[index]).lastPathComponent
      let file = Lexicon.parse(String(decoding: data, as: UTF8.self), file: name)
      parsed.withLock { $0[index] = file }
    }
    let good = parsed.withLock { $0.compactMap(\.self) }
    return (Lexicon(good), good.flatMap(\.errors))
  }

  /// Paths of the built-in lexicon's files, in the order they count.
  public var lexiconFiles: [String] {
    Self.files(in: path).filter { $0.hasPrefix("lexicon-") && $0.hasSuffix(".tsv") }.map { "\(path)/\($0)" }
  }

  private static func files(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Names of the YAML files whose `kind` is `kind`.
  private static func profiles(of kind: String, in path: String) -> [String] {
    files(in: path).filter { isProfile($0, of: kind, in: path) }.map { String($0.dropLast(5)) }
  }

  private static func isProfile(_ file: String, of kind: String, in path: String) -> Bool {
    guard file.hasSuffix(".yaml"), !file.contains("/"), let data = FileManager.default.contents(atPath: "\(path)/\(file)") else {
      return false
    }
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).contains { line in
      let words = line.split(whereSeparator: { $0 == ":" || $0 == " " })
      return words.first == "kind" && words.dropFirst().first.map(String.init) == kind
    }
  }
}
