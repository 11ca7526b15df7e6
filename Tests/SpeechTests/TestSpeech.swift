import Foundation
import PCM
import Speech
import VietnameseText

/// What the suites share: the repository's voices, the built `loa` as worker, and utterances from plain words.
enum TestSpeech {
  static let repository = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  static let voices = repository + "/voices/espeak"

  /// `loa`, which the build puts beside the test bundle.
  static let executable: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    let bundle = String(decoding: path.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return bundle.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/loa"
  }()

  /// How often a test repeats: few times, or what a measuring script asks for.
  static func count(_ variable: String, otherwise few: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? few
  }

  static func voice() throws -> VoiceProfile { try VoiceProfile.load(repository + "/voices/bac.yaml") }

  static func configuration(jobs: Int = 1, fault: String? = nil, deadline: Int = 20_000) -> SpeechPool.Configuration {
    var configuration = SpeechPool.Configuration(
      executable: executable, voicesDirectory: voices, cacheDirectory: scratch("cache"), jobs: jobs,
      deadlineMilliseconds: deadline)
    if let fault { configuration.workerEnvironment.append("LOA_SPEECH_FAULT=\(fault)") }
    return configuration
  }

  static func pool(jobs: Int = 1, fault: String? = nil, deadline: Int = 20_000) throws -> SpeechPool {
    try SpeechPool(configuration: configuration(jobs: jobs, fault: fault, deadline: deadline))
  }

  /// A directory of this test run alone, gone when it ends.
  static func scratch(_ name: String) -> String { scratchRoot + "/" + name }

  private static let scratchRoot: String = {
    atexit { try? FileManager.default.removeItem(atPath: "/tmp/loa-speech-tests-\(getpid())") }
    return "/tmp/loa-speech-tests-\(getpid())"
  }()

  static func utterance(_ words: String, pause: Utterance.Pause = .sentence) -> Utterance {
    let tokens = words.split(separator: " ").map {
      SpokenToken(range: 0..<0, semioticClass: .word, spoken: String($0), rule: "test")
    }
    return Utterance(role: .body, tokens: tokens, pause: pause)
  }

  static func speak(_ texts: [String], pool: SpeechPool? = nil) throws -> [SpokenUtterance] {
    var spoken: [SpokenUtterance] = []
    try (pool ?? Self.pool()).speak(texts.map { utterance($0) }, voice: voice()) { spoken.append($0) }
    return spoken
  }

  /// One word alone.
  static func word(_ text: String, pool: SpeechPool) throws -> [Float] {
    try speak([text], pool: pool).first?.sound.samples ?? []
  }
}
