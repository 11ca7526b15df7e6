import Foundation
import TestParts
import Testing

/// What is kept, given back and thrown away.
@Suite struct KeepingTests {
  private let home: TestFolder
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    loa = LoaProgram(home: home.file("dai"))
    _ = try loa.run(["init", "--name", "xã A", "--profile", "countryside"])
    _ = try loa.run(["key", "new", "Lan"])
    _ = try loa.run(["submit", "-"], input: "Họp thôn\nMời bà con dự họp.")
    _ = try loa.run(["approve", "TB1", "--by", "Lan"])
  }

  private func contents(_ folder: String) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var found: [String: Data] = [:]
    for name in names where !name.hasPrefix("station.sqlite") && !name.hasPrefix(".") {
      found[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return found
  }

  @Test func aRestoredStationIsTheOriginal() throws {
    let backup = home.file("sao-luu.tar")
    #expect(try loa.run(["backup", backup]).code == 0)
    let other = LoaProgram(home: home.file("moi"))
    let run = try other.run(["restore", backup])
    #expect(run.code == 0, "\(run.errors)")
    let (before, after) = (try contents(home.file("dai")), try contents(home.file("moi")))
    #expect(before.keys.sorted() == after.keys.sorted() && before.keys.allSatisfy { before[$0] == after[$0] })
    #expect(FileManager.default.fileExists(atPath: home.file("moi/inbox")))
    #expect(try other.run(["list", "--json"]).output == loa.run(["list", "--json"]).output)
    #expect(try other.run(["plan", "23/11/2026"]).output.contains("Họp thôn"))
    let modes = try ["dai", "moi"].map {
      try FileManager.default.attributesOfItem(atPath: home.file($0 + "/keys/Lan.key"))[.posixPermissions] as? NSNumber
    }
    #expect(modes[0] == 0o600 && modes[1] == 0o600)
    let tar = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? NSNumber
    #expect(tar == 0o600)
  }

  @Test func aLivingStationIsReplacedOnlyWhenAskedAndIsKeptBeside() throws {
    let backup = home.file("sao-luu.tar")
    _ = try loa.run(["backup", backup])
    _ = try loa.run(["withdraw", "TB1"])
    #expect(try loa.run(["restore", backup]).errors.contains("--replace"))
    #expect(try loa.run(["list"]).output.contains("withdrawn"))
    let run = try loa.run(["restore", backup, "--replace"])
    #expect(run.code == 0 && run.output.contains("dai.truoc-1"), "\(run.errors)")
    #expect(try !loa.run(["list"]).output.contains("withdrawn"))
    #expect(FileManager.default.fileExists(atPath: home.file("dai.truoc-1/station.sqlite")))
  }

  @Test(arguments: [0.3, 0.9]) func aDamagedBackupChangesNothing(part: Double) throws {
    _ = try loa.run(["backup", home.file("sao-luu.tar")])
    try home.cut("sao-luu.tar", to: part)
    let other = LoaProgram(home: home.file("moi"))
    let run = try other.run(["restore", home.file("sao-luu.tar")])
    #expect(run.code == 65 && run.errors.contains("no usable backup"))
    #expect(!FileManager.default.fileExists(atPath: home.file("moi")))
  }

  @Test func aChangedByteInABackupIsFound() throws {
    let path = home.file("sao-luu.tar")
    _ = try loa.run(["backup", path])
    var bytes = try Data(contentsOf: URL(filePath: path))
    let place = try #require(bytes.range(of: Data("xã A".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "X")
    try bytes.write(to: URL(filePath: path))
    #expect(try LoaProgram(home: home.file("moi")).run(["restore", path]).errors.contains("MANIFEST"))
  }

  @Test func cleaningTakesOldSoundsThatNothingNeeds() throws {
    let audio = home.file("dai/audio")
    func age(_ name: String) throws {
      let old = Date(timeIntervalSinceNow: -100 * 86_400)
      try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: audio + "/" + name)
    }
    try home.text("dai/audio/cu.flac", "old")
    try home.text("dai/audio/moi.flac", "new")
    for name in try FileManager.default.contentsOfDirectory(atPath: audio) where name != "moi.flac" { try age(name) }
    let before = try contents(audio)
    #expect(try loa.run(["clean", "--dry-run"]).output.contains("cu.flac"))
    #expect(try contents(audio) == before)
    #expect(try loa.run(["clean"]).code == 0)
    #expect(Set(before.keys).subtracting(try contents(audio).keys) == ["cu.flac"])
    #expect(try loa.run(["plan", "23/11/2026"]).output.contains("Họp thôn"))
  }
}
