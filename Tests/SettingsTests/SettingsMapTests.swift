import Settings
import Testing

@Suite struct SettingsMapTests {
  @Test func everyFaultIsNamedWithItsPlace() throws {
    var map = try SettingsMap(yaml: "target_lufs: loud\nceilling_dbtp: -1\nmode: fast", file: "horn.yaml")
    #expect(map.number(SettingsKey("target_lufs"), in: -40...0) == nil)
    #expect(map.number(SettingsKey("ceiling_dbtp"), in: -20...0) == nil)
    #expect(map.choice(SettingsKey("mode"), [(["slow"], 1), (["fest"], 2)]) == nil)
    let error = #expect(throws: SettingsError.self) { try map.finish() }
    let lines = error?.english.split(separator: "\n").map(String.init) ?? []
    #expect(lines.count == 3)
    #expect(lines[0].contains("horn.yaml, line 1"))
    #expect(lines[1].contains("line 2, column 1") && lines[1].contains("«ceiling_dbtp»"))
    #expect(lines[2].contains("slow, fest") && lines[2].contains("Did you mean «fest»"))
  }

  @Test(arguments: ["tiêu đề", "Tieu De", "title", "TIÊU_ĐỀ", "tie\u{302}u đe\u{302}\u{300}"])
  func aKeyIsKnownUnderEachNameInAnyCaseAndMarks(written: String) throws {
    var map = try SettingsMap(yaml: "\(written): Cắt điện", file: "a.md")
    #expect(map.text(SettingsKey("tiêu đề", "title"))?.value == "Cắt điện")
    try map.finish()
  }

  @Test func theSameKeyUnderTwoNamesIsAFault() throws {
    var map = try SettingsMap(yaml: "tiêu đề: A\ntitle: B", file: "a.md")
    _ = map.text(SettingsKey("tiêu đề", "title"))
    #expect(throws: SettingsError.self) { try map.finish() }
  }

  @Test func placesCountFromTheFileNotFromTheYAML() throws {
    let error = #expect(throws: SettingsError.self) {
      _ = try SettingsMap(yaml: "a: [1, 2", file: "a.md", firstLine: 11)
    }
    #expect((error?.problems.first?.line ?? 0) >= 11)
  }

  @Test func listsAreCommasOrYAML() throws {
    for yaml in ["zones: Thôn 1, Thôn 2", "zones: [Thôn 1, Thôn 2]", "zones:\n  - Thôn 1\n  - Thôn 2"] {
      var map = try SettingsMap(yaml: yaml, file: "a.md")
      #expect(map.list(SettingsKey("zones"))?.map(\.value) == ["Thôn 1", "Thôn 2"])
    }
  }
}
