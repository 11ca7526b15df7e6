import Foundation
import TestParts
import Testing

/// `loa emergency` as people type it, in haste, on loudspeakers that swallow sound.
@Suite struct EmergencyCommandTests {
  private let home: TestFolder
  private let loa: LoaProgram

  init() throws {
    home = try TestFolder()
    try home.text("asound.conf", "pcm.!default { type null }\nctl.!default { type null }\n")
    loa = LoaProgram(home: home.path, adding: ["ALSA_CONFIG_PATH": home.file("asound.conf"), "XDG_RUNTIME_DIR": home.path])
  }

  private var journal: String {
    String(decoding: FileManager.default.contents(atPath: home.file("emergency.journal")) ?? Data(), as: UTF8.self)
  }

  @Test func anAlarmIsHeardThroughNoServiceAndSaysSo() throws {
    let ran = try loa.run(["emergency", "Lũ về.", "--repeat", "1"])
    #expect(ran.code == 0 && ran.output.contains("▶ loudspeaker «loa» sounds"))
    #expect(ran.errors.contains("this command sounds by itself"))
    #expect(journal.contains("\"ended\""))
  }

  @Test(arguments: [
    ["cancel"], ["Cancel", "a1", "b2"], ["cancel", "a1", "--all"], ["list", "abc"], ["hủy"], ["DỪNG"], ["stop", "họp"],
    ["--all", "thử"],
  ])
  func whoeverMeansToStopAnAlarmSoundsNone(words: [String]) throws {
    let ran = try loa.run(["emergency"] + words)
    #expect(ran.code == 65 && ran.errors.contains("cancel --all") && !ran.output.contains("▶"))
    #expect(!journal.contains("\"ordered\""))
  }

  @Test(arguments: ["cancel", "CANCEL", "hủy", "Dừng", "stop"]) func stoppingAllIsUnderstoodHoweverItIsWritten(word: String)
    throws
  {
    let ran = try loa.run(["khan-cap", word, "--all"])
    #expect(ran.code == 0 && ran.output == "No emergency was in force.\n")
  }

  @Test(arguments: [["Dừng xe lại ngay."], ["dừng", "xe", "lại", "ngay"], ["Cháy."]])
  func wordsThatOnlyBeginSoAreAnAlarm(words: [String]) throws {
    let ran = try loa.run(["emergency", "--dry-run"] + words)
    #expect(ran.code == 0 && ran.output.contains(words.joined(separator: " ")))
  }

  @Test func aNoticeToBeApprovedNeedsWords() throws {
    for more in [["--pattern", "flood"], ["Họp.", "--drill"]] {
      let ran = try loa.run(["emergency", "--class", "priority"] + more)
      #expect(ran.code == 65 && ran.errors.contains("--class"))
    }
    #expect(try loa.run(["emergency", "--class", "priority", "Mai họp."]).code == 0)
  }

  @Test func whatNobodySoundsIsListedAsThat() throws {
    let process = Process()
    process.executableURL = URL(filePath: LoaProgram.path)
    process.arguments = ["emergency", "Vỡ đê.", "--repeat", "1", "--every", "1h"]
    process.environment = loa.environment
    (process.standardInput, process.standardOutput, process.standardError) = (
      FileHandle.nullDevice, FileHandle.nullDevice, FileHandle.nullDevice
    )
    try process.run()
    for _ in 0..<2000 where !journal.contains("\"began\"") { usleep(10_000) }
    #expect(try !loa.run(["emergency", "list"]).errors.contains("NOBODY"))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let ran = try loa.run(["emergency", "list"])
    #expect(ran.output.contains("«Vỡ đê.»") && ran.errors.contains("NOBODY SOUNDS THEM"))
  }
}
