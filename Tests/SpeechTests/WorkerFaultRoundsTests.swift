import PCM
import Speech
import Testing
import VietnameseText

/// Fault after fault; `scripts/soak voice-faults` raises the number of rounds to 1,000.
@Suite struct WorkerFaultRoundsTests {
  private static let kinds = ["crash", "abort", "exit", "garbage", "half", "flood", "endless", "silent", "hang", "slow"]

  @Test(arguments: [false, true])
  func faultAfterFaultCostsOnlyWhatWasInjected(inPieces: Bool) throws {
    let rounds = TestSpeech.count("LOA_FAULT_ROUNDS", otherwise: 20) / 2
    // A failure makes the four requests in flight new ones: faults nine apart never meet.
    let faults = (0..<rounds).map { "\(Self.kinds[$0 % Self.kinds.count])@\(5 + 9 * $0)" }.joined(separator: ",")
    let pool = try TestSpeech.pool(fault: faults, deadline: 1_500)
    let utterances = (0..<6 * rounds).map { _ in TestSpeech.utterance("mời bà con") }
    let voice = try TestSpeech.voice()
    var (order, plain, lost, seconds) = ([Int](), 0, 0, [Double]())
    var early = (descriptors: 0, kilobytes: 0)
    func take(_ spoken: SpokenUtterance) {
      order.append(spoken.index)
      seconds.append(spoken.sound.seconds)
      switch spoken.outcome {
      case .spoken: break
      case .spokenPlain: plain += 1
      case .lost: lost += 1
      }
      if spoken.index == rounds { early = (ProcessCensus.openDescriptors(), ProcessCensus.residentKilobytes()) }
    }
    if inPieces {
      try pool.stream(utterances, voice: voice) { if let end = $0.end { take(end) } }
    } else {
      try pool.speak(utterances, voice: voice, onUtterance: take)
    }
    let late = (descriptors: ProcessCensus.openDescriptors(), kilobytes: ProcessCensus.residentKilobytes())
    let zombies = ProcessCensus.deadChildren()
    print(
      "measured: \(rounds) faults\(inPieces ? " among pieces" : ""), \(order.count) utterances: \(plain) spoken in plain letters,",
      "\(lost) lost; descriptors \(early.descriptors) then \(late.descriptors), zombies \(zombies),",
      "memory \(early.kilobytes) then \(late.kilobytes) kB")
    #expect(order == Array(utterances.indices))
    #expect(plain == rounds)
    #expect(lost == 0)
    #expect(seconds.allSatisfy { $0 > 0.5 })
    // Other suites start processes and open files meanwhile: only growth with the rounds counts.
    #expect(late.descriptors < early.descriptors + 40)
    #expect(zombies < 10)
    #expect(late.kilobytes < early.kilobytes + 200_000)
  }

  @Test func workersThatFailAtTheStartLeaveNothingBehind() throws {
    let rounds = TestSpeech.count("LOA_FAULT_ROUNDS", otherwise: 20) / 10
    let before = ProcessCensus.openDescriptors()
    for round in 0..<rounds {
      let fault = ["crash", "abort", "exit", "garbage", "half"][round % 5]
      let pool = try TestSpeech.pool(fault: fault + "@start", deadline: 1_500)
      #expect(throws: SpeechError.self) { try TestSpeech.speak(["bà con"], pool: pool) }
    }
    let after = ProcessCensus.openDescriptors()
    print(
      "measured: \(rounds) faults at the start, each a named error:",
      "descriptors \(before) then \(after), zombies \(ProcessCensus.deadChildren())")
    #expect(after < before + 40)
  }
}
