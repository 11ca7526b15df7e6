import Foundation
import PCM
import Speech
import Testing
import VietnameseText

/// Real workers that fail on purpose at a given request; the second number of a pair is the retry.
@Suite(.serialized) struct WorkerFaultTests {
  private static let texts = (0..<6).map { _ in "mời bà con đến họp" }

  @Test(arguments: ["crash", "abort", "exit", "garbage", "half", "flood", "endless", "silent", "hang", "slow"])
  func aFailingWorkerCostsNoUtterance(fault: String) throws {
    let pool = try TestSpeech.pool(fault: "\(fault)@3", deadline: 1_500)
    let spoken = try TestSpeech.speak(Self.texts, pool: pool)
    #expect(spoken.map(\.index) == Array(0..<6))
    for utterance in spoken where utterance.index != 2 { #expect(utterance.outcome == .spoken) }
    guard case .spokenPlain = spoken[2].outcome else {
      Issue.record("utterance 2: \(spoken[2].outcome)")
      return
    }
    #expect(spoken[2].sound.seconds > 0.5)
  }

  @Test func replacedWorkersLeaveNoZombieAndNoDescriptor() throws {
    // Other suites start processes and open files meanwhile: only growth with the rounds counts.
    let before = ProcessCensus.openDescriptors() + ProcessCensus.deadChildren()
    for fault in repeatElement(["crash@1", "garbage@1", "exit@1"], count: 16).flatMap({ $0 }) {
      _ = try TestSpeech.speak(["họp"], pool: TestSpeech.pool(fault: fault))
    }
    #expect(ProcessCensus.openDescriptors() + ProcessCensus.deadChildren() < before + 40)
  }

  @Test(arguments: ["crash", "exit", "garbage", "hang"])
  func afterTwoFailuresOneUtteranceIsSilenceAndTheOthersAreSpoken(fault: String) throws {
    // Requests 1 to 4 are in flight when 3 fails; the retry and the rest are numbered from 7.
    let every = (3...12).map { "\(fault)@\($0)" }.joined(separator: ",")
    let pool = try TestSpeech.pool(fault: every, deadline: 1_500)
    let spoken = try TestSpeech.speak(["một", "hai", "ba bốn năm sáu"], pool: pool)
    #expect(spoken.prefix(2).allSatisfy { $0.outcome == .spoken })
    guard case .lost = spoken[2].outcome else {
      Issue.record("utterance 2: \(spoken[2].outcome)")
      return
    }
    #expect(spoken[2].sound.samples.allSatisfy { $0 == 0 })
    #expect(abs(spoken[2].sound.seconds - 4 / 2.8) < 0.1)
    #expect(spoken[2].marks.count == 4)
  }

  @Test(arguments: ["crash", "exit", "garbage", "half"])
  func aWorkerThatNeverStartsIsAnErrorThatSaysSo(fault: String) throws {
    let pool = try TestSpeech.pool(fault: "\(fault)@start", deadline: 1_500)
    let error = #expect(throws: SpeechError.self) { try TestSpeech.speak(["bà con"], pool: pool) }
    guard case .workerNotReady = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func anExecutableThatIsNotThereIsAnErrorThatNamesIt() throws {
    var configuration = TestSpeech.configuration()
    configuration.executable = "/nowhere/loa"
    let error = #expect(throws: SpeechError.self) { try SpeechPool(configuration: configuration) }
    #expect(error?.english.contains("/nowhere/loa") == true)
    #expect(error?.vietnamese.contains("/nowhere/loa") == true)
  }
}
