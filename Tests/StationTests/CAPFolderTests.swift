import Emergency
import Foundation
import Station
import Testing

@Suite struct CAPFolderTests {
  let letter = CAPLetter()
  let station: CAPStation
  let folder: CAPFolder

  init() throws {
    station = try CAPStation()
    folder = CAPFolder(home: station.home, settings: station.settings)
  }

  /// Looks as often as it says, a second apart.
  @discardableResult
  func look(
    _ memory: inout CAPFolderMemory, times: Int = 2, from seconds: Int = 0, deliver: (CAPOutcome) -> String? = { _ in nil }
  ) -> [CAPFolder.Report] {
    var reports: [CAPFolder.Report] = []
    for time in 0..<times {
      reports = folder.take(now: CAPStation.now + (seconds + time) * 1000, memory: &memory, deliver: deliver)
    }
    return reports
  }

  @Test func aMessageIsCarriedOutOnceAndMoves() throws {
    try station.put(letter.xml, as: "lũ.XML")
    var memory = CAPFolderMemory()
    var delivered: [CAPOutcome] = []
    let reports = look(&memory, times: 4) { outcome in
      #expect(station.names(in: station.home.cap) == ["lũ.XML"])
      delivered.append(outcome)
      return nil
    }
    #expect(delivered.count == 1 && delivered.first?.order?.kind == .flood && reports.isEmpty)
    #expect(station.names(in: station.home.cap).isEmpty && station.names(in: station.home.takenCAP) == ["lũ.XML"])
  }

  @Test func aRefusedMessageMovesAsideWithTheReasonInBothLanguages() throws {
    try station.put(letter.with { $0.code = "1" }.xml, as: "xa.cap")
    var memory = CAPFolderMemory()
    let reports = look(&memory)
    guard case .refused("xa.cap", let refusal, let path) = reports.first else {
      Issue.record("\(reports)")
      return
    }
    #expect(refusal.name == "not-our-area" && path == station.home.refusedCAP + "/xa.cap")
    #expect(station.names(in: station.home.refusedCAP) == ["xa.cap", "xa.cap.txt"])
    let note = try String(contentsOfFile: station.home.refusedCAP + "/xa.cap.txt", encoding: .utf8)
    #expect(note.contains(refusal.vietnamese) && note.contains(refusal.english))
  }

  @Test func aNameThatIsThereAlreadyGetsANumber() throws {
    var memory = CAPFolderMemory()
    for text in [letter.xml, letter.with { $0.identifier = "2" }.xml, letter.xml, letter.xml] {
      try station.put(text, as: "tin.xml")
      look(&memory)
    }
    #expect(station.names(in: station.home.takenCAP) == ["tin-2.xml", "tin.xml"])
    #expect(
      station.names(in: station.home.refusedCAP) == ["tin-2.xml", "tin-2.xml.txt", "tin.xml", "tin.xml.txt"])
    #expect(try String(contentsOfFile: station.home.takenCAP + "/tin.xml", encoding: .utf8) == letter.xml)
  }

  @Test func whatCouldNotBeCarriedOutStaysAndIsTriedAgain() throws {
    try station.put(letter.xml, as: "a.xml")
    var memory = CAPFolderMemory()
    let reports = look(&memory, times: 3) { _ in "loa bận" }
    guard case .failed("a.xml", reason: "loa bận") = reports.first else {
      Issue.record("\(reports)")
      return
    }
    #expect(station.names(in: station.home.cap) == ["a.xml"])
    guard case .taken = look(&memory, times: 1, from: 3).first else {
      Issue.record("not taken")
      return
    }
    #expect(station.names(in: station.home.takenCAP) == ["a.xml"])
  }

  /// In the name of its first element, before its namespace, in the middle of «lũ», at its end.
  @Test(arguments: [0, 4, 7, 314, 600, 714])
  func aFileThatGrowsIsLeftAloneUntilItIsWhole(bytes: Int) throws {
    var memory = CAPFolderMemory()
    try Data(letter.bytes.prefix(bytes)).write(to: URL(filePath: station.home.cap + "/a.xml"))
    // A slow line: the same half for some seconds.
    guard case .waiting("a.xml") = look(&memory, times: 5).first else {
      Issue.record("not waited for")
      return
    }
    try station.put(letter.xml, as: "a.xml")
    guard case .taken = look(&memory, times: 2, from: 5).first else {
      Issue.record("not taken")
      return
    }
  }

  @Test func halfAMessageThatStaysSoIsRefused() throws {
    var memory = CAPFolderMemory()
    try station.put("<alert", as: "a.xml")
    look(&memory, times: 1)
    guard case .refused(_, .wrongNamespace, _) = look(&memory, times: 1, from: 31).first else {
      Issue.record("not refused")
      return
    }
  }

  @Test func onlyMessagesAreTaken() throws {
    for name in [".a.xml", "a.txt", "xml"] { try station.put(letter.xml, as: name) }
    let files = FileManager.default
    try files.createDirectory(atPath: station.home.cap + "/b.xml", withIntermediateDirectories: false)
    try files.createSymbolicLink(atPath: station.home.cap + "/c.xml", withDestinationPath: station.home.cap + "/a.txt")
    var memory = CAPFolderMemory()
    #expect(look(&memory).isEmpty && station.names(in: station.home.cap).count == 5)
  }

  @Test func aFileOverTheLimitIsRefused() throws {
    try station.put(letter.xml + String(repeating: " ", count: 2 << 20), as: "a.xml")
    var memory = CAPFolderMemory()
    guard case .refused(_, .tooLarge, _) = look(&memory).first else {
      Issue.record("not refused")
      return
    }
  }

  @Test func aFileThatCannotBeMovedIsCarriedOutOnce() throws {
    try Data().write(to: URL(filePath: station.home.takenCAP))
    try station.put(letter.xml, as: "a.xml")
    var memory = CAPFolderMemory()
    var count = 0
    for second in 0..<4 {
      look(&memory, times: 1, from: second) { _ in
        count += 1
        return nil
      }
    }
    #expect(count == 1 && station.names(in: station.home.cap) == ["a.xml"])
  }

  @Test func aFolderThatIsNotThereIsEmpty() throws {
    try FileManager.default.removeItem(atPath: station.home.cap)
    var memory = CAPFolderMemory()
    #expect(look(&memory).isEmpty)
  }
}
