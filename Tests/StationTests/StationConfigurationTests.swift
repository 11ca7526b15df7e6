import Bulletin
import Schedule
import Settings
import Station
import Testing

@Suite struct StationConfigurationTests {
  @Test func withoutAFileTheCountrysidesTwoSessionsHold() throws {
    let station = try StationConfiguration.load("/nowhere/station.yaml")
    #expect(station.sessions.map(\.name) == ["sáng", "chiều"])
    #expect(station.sessions.map(\.startSecondOfDay) == [5 * 3600 + 1800, 17 * 3600])
  }

  @Test func aStationIsReadInEitherLanguage() throws {
    let station = try StationConfiguration.parse(
      """
      name: xã Hòa Phú
      loudspeaker: horn
      sessions:
        trưa: {start: "11:00", minutes: 15, weekdays: [thứ 2, chủ nhật]}
      """, file: "station.yaml")
    let session = try #require(station.sessions.first)
    #expect(station.name == "xã Hòa Phú" && station.loudspeaker == "horn" && station.voice == "bac")
    #expect(session.name == "trưa" && session.budgetSeconds == 900 && session.weekdays == [.monday, .sunday])
  }

  @Test func everyFaultIsNamedByLineAndKey() throws {
    let error = #expect(throws: SettingsError.self) {
      try StationConfiguration.parse(
        "tên: A\nbuổi phát:\n  sáng:\n    bắt đầu: 25h\n    so phut: 5000\n  chiều:\n    minutes: 30\nthiet bị âm: x",
        file: "station.yaml")
    }
    let said = error?.vietnamese ?? ""
    #expect(said.contains("dòng 4") && said.contains("không hiểu giờ «25h»"))
    #expect(said.contains("dòng 5") && said.contains("từ 1 đến 600"))
    #expect(said.contains("thiếu khóa «bắt đầu»"))
    #expect(said.contains("không có khóa «thiet bị âm»"))
  }

  @Test func theHomeFollowsLOA_HOMEThenXDG() {
    #expect(StationHome(environment: ["LOA_HOME": "/a", "XDG_DATA_HOME": "/b", "HOME": "/c"]).path == "/a")
    #expect(StationHome(environment: ["XDG_DATA_HOME": "/b", "HOME": "/c"]).path == "/b/loa")
    #expect(StationHome(environment: ["HOME": "/c"]).path == "/c/.local/share/loa")
  }
}
