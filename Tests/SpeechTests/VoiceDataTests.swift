import Glibc
import Speech
import Testing

@Suite struct VoiceDataTests {
  @Test func aBrokenLinkIsMadeAnew() throws {
    var configuration = TestSpeech.configuration()
    configuration.cacheDirectory = TestSpeech.scratch("broken")
    let voice = try TestSpeech.voice()
    let system = try #require(entries(configuration.cacheDirectory).isEmpty ? configuration.cacheDirectory : nil)
    try SpeechPool(configuration: configuration).warmUp()
    let made = try #require(entries(system).first)
    #expect(unlink("\(system)/\(made)/espeak-ng-data/phontab") == 0)
    var outcomes: [SpokenUtterance.Outcome] = []
    try SpeechPool(configuration: configuration).speak([TestSpeech.utterance("bà con")], voice: voice) {
      outcomes.append($0.outcome)
    }
    #expect(outcomes == [.spoken])
    #expect(entries(system) == [made])
  }

  @Test func manyProcessesMayMakeItAtOnce() async throws {
    var configuration = TestSpeech.configuration()
    configuration.cacheDirectory = TestSpeech.scratch("race")
    let shared = configuration
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { _ = try SpeechPool(configuration: shared) } }
      try await group.waitForAll()
    }
    #expect(entries(shared.cacheDirectory).count == 1)
  }

  @Test func missingSystemDataIsAnErrorThatSaysWhatToInstall() throws {
    var configuration = TestSpeech.configuration()
    configuration.systemDataDirectory = "/nowhere/espeak-ng-data"
    let error = #expect(throws: SpeechError.self) { try SpeechPool(configuration: configuration) }
    #expect(error == .systemDataMissing(searched: ["/nowhere/espeak-ng-data"]))
    #expect(error?.vietnamese.contains("apt install espeak-ng-data") == true)
  }

  @Test func brokenSystemDataIsAnErrorThatNamesTheFile() throws {
    let directory = TestSpeech.scratch("system")
    mkdir(TestSpeech.scratch(""), 0o755)
    mkdir(directory, 0o755)
    var configuration = TestSpeech.configuration()
    configuration.systemDataDirectory = directory
    let error = #expect(throws: SpeechError.self) { try SpeechPool(configuration: configuration) }
    #expect(error == .systemDataBroken(directory: directory, file: "phontab"))
  }

  @Test func missingVoicesAreAnError() throws {
    var configuration = TestSpeech.configuration()
    configuration.voicesDirectory = "/nowhere/voices"
    let error = #expect(throws: SpeechError.self) { try SpeechPool(configuration: configuration) }
    #expect(error == .voicesMissing(directory: "/nowhere/voices"))
  }

  @Test func aCacheThatCannotBeWrittenIsAnError() throws {
    var configuration = TestSpeech.configuration()
    configuration.cacheDirectory = "/proc/loa"
    let error = #expect(throws: SpeechError.self) { try SpeechPool(configuration: configuration) }
    guard case .cacheUnwritable(let path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(path == "/proc/loa")
  }

  @Test(arguments: ["aav/vi-nowhere", "../phontab", "/etc/passwd"])
  func aProfileWithoutItsVoiceFileIsAnErrorThatNamesIt(file: String) throws {
    var voice = try TestSpeech.voice()
    voice.espeakVoice = file
    let pool = try TestSpeech.pool()
    let error = #expect(throws: SpeechError.self) { try pool.speak([], voice: voice) { _ in } }
    #expect(error?.english.contains(file) == true)
  }

  private func entries(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
