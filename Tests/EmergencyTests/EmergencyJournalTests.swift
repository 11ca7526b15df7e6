import Bulletin
import Emergency
import Foundation
import TestParts
import Testing

@Suite struct EmergencyJournalTests {
  private let folder: TestFolder
  private let home: String
  private let places: EmergencyPlaces

  init() throws {
    folder = try TestFolder()
    home = folder.file("home")
    for path in [home, folder.file("run")] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }
    places = EmergencyPlaces(home: home, environment: ["XDG_RUNTIME_DIR": folder.file("run")])
  }

  private var path: String { home + "/emergency.journal" }
  private var bytes: Data { FileManager.default.contents(atPath: path) ?? Data() }

  private func write(_ data: Data) throws { try data.write(to: URL(filePath: path)) }

  private func ordered(_ id: String, text: String = "Nước lên nhanh.\nSơ tán \"ngay\".") -> EmergencyRecord {
    var order = EmergencyOrder(id: id, text: text, issued: EmergencyBookTests.start)
    (order.timing, order.zones, order.expires) = (.pattern(.fire), .named(["Thôn 1"]), EmergencyBookTests.start + 5)
    return EmergencyRecord(at: EmergencyBookTests.start, .ordered, id: id, order: order, person: "Nguyễn Văn An")
  }

  private func ended(_ id: String) -> EmergencyRecord {
    EmergencyRecord(at: EmergencyBookTests.start + 1, .ended, id: id, round: 0, detail: "heard on horn")
  }

  @Test func whatWasWrittenIsReadInItsOrder() throws {
    let journal = EmergencyJournal(places: places)
    #expect(journal.records().isEmpty && journal.path == nil)
    try #require(journal.append([ordered("a"), ended("a")]) && journal.append([ordered("b")]))
    #expect(journal.path == path)
    #expect(journal.records() == [ordered("a"), ended("a"), ordered("b")])
  }

  @Test func twoJournalsOfOneStationAddToEachOther() throws {
    let (first, second) = (EmergencyJournal(places: places), EmergencyJournal(places: places))
    for (journal, id) in [(first, "a"), (second, "b"), (first, "c"), (second, "d"), (second, "e"), (first, "f")] {
      try #require(journal.append([ordered(id)]))
    }
    #expect(first.records().map(\.id) == ["a", "b", "c", "d", "e", "f"])
    #expect(second.records() == first.records())
  }

  @Test func whoeverWritesAtTheSameTimeOverwritesNobody() {
    let (writers, lines) = (6, 40)
    DispatchQueue.concurrentPerform(iterations: writers) { writer in
      let journal = EmergencyJournal(places: places)
      for line in 0..<lines {
        let record = EmergencyRecord(at: 1_790_000_000_000 + line, .cancelled, id: "w\(writer)n\(line)", person: "An")
        #expect(journal.append([record]))
      }
    }
    let ids = EmergencyJournal(places: places).records().map(\.id)
    #expect(ids.count == writers * lines && Set(ids).count == writers * lines)
  }

  /// What a power cut may leave of a line: part of it, with nothing, with reserved room or with a blank after it.
  @Test(arguments: ["", "\u{0}\u{0}\u{0}\u{0}", " "]) func aLineThatWasCutSwallowsNoOther(rest: String) throws {
    try #require(EmergencyJournal(places: places).append([ordered("a"), ordered("b")]))
    let whole = Data(bytes.prefix { $0 != 0 })
    for cut in [1, 2, 20, 200] {
      try write(whole.dropLast(cut) + Data(rest.utf8))
      let journal = EmergencyJournal(places: places)
      #expect(journal.records() == [ordered("a")])
      // Shorter and longer than what the cut left.
      try #require(journal.append([ended("a")]))
      #expect(journal.records() == [ordered("a"), ended("a")])
      try #require(journal.append([ordered("c", text: String(repeating: "dài ", count: 100)), ended("c")]))
      #expect(EmergencyJournal(places: places).records().map(\.id) == ["a", "a", "c", "c"])
    }
  }

  @Test func aDamagedLineLosesNoOther() throws {
    try #require(EmergencyJournal(places: places).append([ordered("a"), ordered("b"), ordered("c")]))
    var lines = Data(bytes.prefix { $0 != 0 }).split(separator: UInt8(ascii: "\n")).map { Data($0) }
    try #require(lines.count == 3)
    lines[1] = Data([0xff, 0xfe] + [UInt8]("{\"at\":".utf8))
    try write(Data(lines.map { $0 + [UInt8(ascii: "\n")] }.joined()))
    #expect(EmergencyJournal(places: places).records() == [ordered("a"), ordered("c")])
  }

  @Test(arguments: [[0xff, 0xfe, 0x0a, 0x00, 0x0a], [UInt8](repeating: 0, count: 5000), [UInt8](repeating: 0x0a, count: 50)])
  func aFileThatIsNoJournalIsWrittenAllTheSame(content: [UInt8]) throws {
    try write(Data(content))
    let journal = EmergencyJournal(places: places)
    #expect(journal.records().isEmpty)
    try #require(journal.append([ordered("a")]))
    #expect(journal.records() == [ordered("a")])
  }

  @Test func theRoomForTheNextLinesIsReserved() throws {
    let journal = EmergencyJournal(places: places)
    journal.tidy(now: EmergencyBookTests.start)
    #expect(bytes.count >= 100_000 && bytes.allSatisfy { $0 == 0 })
    let reserved = bytes.count
    try #require(journal.append([ordered("a")]))
    #expect(bytes.count == reserved)
    let used = bytes.prefix { $0 != 0 }.count
    #expect(bytes.dropFirst(used).allSatisfy { $0 == 0 })
    // A restart reserves as much again.
    EmergencyJournal(places: places).tidy(now: EmergencyBookTests.start)
    #expect(bytes.count >= used + 100_000)
    #expect(journal.records() == [ordered("a")])
  }

  @Test func whereTheStationsFolderCannotBeWrittenAnotherPlaceIsUsedAndBothAreRead() throws {
    let journal = EmergencyJournal(places: places)
    try #require(journal.append([ordered("a")]))
    // Moved away: a disk that is not there any more.
    try FileManager.default.moveItem(atPath: home, toPath: folder.file("away"))
    try #require(journal.append([ordered("b")]))
    #expect(journal.path == places.folders[1] + "/emergency.journal")
    #expect(journal.records() == [ordered("b")])
    try FileManager.default.moveItem(atPath: folder.file("away"), toPath: home)
    #expect(EmergencyJournal(places: places).records() == [ordered("a"), ordered("b")])
    let attributes = try FileManager.default.attributesOfItem(atPath: places.folders[1])
    #expect((attributes[.posixPermissions] as? Int) == 0o700)
  }

  @Test func aJournalThatCannotBeOpenedIsPassedOver() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let journal = EmergencyJournal(places: places)
    journal.tidy(now: EmergencyBookTests.start)
    try #require(journal.append([ordered("a")]))
    #expect(journal.path == places.folders[1] + "/emergency.journal")
    #expect(EmergencyJournal(places: places).records() == [ordered("a")])
  }

  @Test func aJournalIsNeverWrittenThroughALink() throws {
    try folder.text("victim", "mine")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.file("victim"))
    let journal = EmergencyJournal(places: places)
    journal.tidy(now: EmergencyBookTests.start)
    try #require(journal.append([ordered("a")]))
    #expect(FileManager.default.contents(atPath: folder.file("victim")) == Data("mine".utf8))
  }

  @Test func aLongJournalIsPutAwayOnceNothingOfItIsInForce() throws {
    let journal = EmergencyJournal(places: places)
    let long = ordered("a", text: String(repeating: "Nước lên nhanh. ", count: 80_000))
    try #require(journal.append([long]))
    let inForce = EmergencyBookTests.start
    journal.tidy(now: inForce)
    #expect(journal.records() == [long])
    // Over, but what was heard is not in the station's log.
    try #require(journal.append([ended("a")]))
    journal.tidy(now: inForce + 10)
    #expect(journal.records().count == 2)
    try #require(journal.append([EmergencyRecord(at: inForce + 2, .logged, id: "a", round: 0)]))
    journal.tidy(now: inForce + 10)
    #expect(journal.records().isEmpty)
    #expect(FileManager.default.fileExists(atPath: path + ".1"))
    try #require(journal.append([ordered("b")]))
    #expect(journal.records() == [ordered("b")])
  }

  @Test func aShortJournalStaysWhereItIs() throws {
    let journal = EmergencyJournal(places: places)
    try #require(journal.append([ordered("a")]))
    journal.tidy(now: EmergencyBookTests.start + 1_000_000_000)
    #expect(journal.records() == [ordered("a")] && folder.names == ["home", "run"])
  }
}
