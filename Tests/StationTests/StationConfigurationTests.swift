import Bulletin
import Schedule
import Settings
import Station
import Testing

@Suite struct StationConfigurationTests {
  @Test func withoutAFileTheCountrysidesTwoSessionsHold() throws {
    let station = try StationConfiguration.load("/nowhere/station.yaml")
    #expect(station.rules.sessions.map(\.name) == ["sáng", "chiều"])
    #expect(station.rules.sessions.map(\.startSecondOfDay) == [5 * 3600 + 1800, 17 * 3600])
  }

  @Test func aStationIsReadInEitherLanguage() throws {
    let station = try StationConfiguration.parse(
      """
      name: xã Hòa Phú
      loudspeaker: horn
      sessions:
        trưa: {start: "11:00", minutes: 15, weekdays: [thứ 2, chủ nhật]}
      """, file: "station.yaml")
    let session = try #require(station.rules.sessions.first)
    #expect(station.name == "xã Hòa Phú" && station.loudspeaker == "horn" && station.voice == "bac")
    #expect(session.name == "trưa" && session.budgetSeconds == 900 && session.weekdays == [.monday, .sunday])
  }

  @Test func everythingThatPlansKeepToIsWrittenInOneFile() throws {
    let rules = try StationConfiguration.parse(
      """
      tên: xã Hòa Phú
      mẫu: Hà Nội nội thành
      khu vực: Thôn 1, Thôn 2
      giờ yên tĩnh: "21:30 - 5:30"
      ngày nghỉ:
        Tết: {ngày: mùng 1 tháng Giêng}
        Quốc khánh: {ngày: 2/9, phát từ: 6h}
      độ to tối đa:
        gần trạm xá: {khu vực: Thôn 2, giờ: "5:00-7:00", lufs: -20}
      buổi phát:
        sáng:
          bắt đầu: 5h30
          khu vực: [Thôn 1]
          đúng giờ: không
          phần: [nhạc hiệu, tiếp âm, tin, nhạc, lời kết]
          tiếp âm: {tên: VOV1, bắt đầu: 6h00, số phút: 10}
      """, file: "station.yaml"
    ).rules
    let session = try #require(rules.sessions.first)
    #expect(rules.zones == ["Thôn 1", "Thôn 2"] && rules.quietHours == Hours(from: 77_400, to: 19_800))
    #expect(session.zones == .named(["Thôn 1"]) && session.start == .soft && session.parts.contains(.music))
    #expect(session.relay == Session.Relay(title: "VOV1", startSecondOfDay: 21_600, seconds: 600))
    #expect(rules.holidays.map(\.name) == ["Tết", "Quốc khánh"])
    #expect(rules.holidays.last?.change == .notBefore(secondOfDay: 21_600))
    #expect(rules.loudnessCeiling(for: .all, secondOfDay: 6 * 3600) == -20)
    #expect(rules.loudnessCeiling(for: .named(["Thôn 1"]), secondOfDay: 6 * 3600) == nil)
  }

  @Test func aZoneTheStationDoesNotHaveIsAFaultWithTheNearest() {
    let error = #expect(throws: SettingsError.self) {
      try StationConfiguration.parse(
        "khu vực: [Thôn Đồng, Thôn Đoài]\nbuổi phát:\n  sáng: {bắt đầu: 5h, khu vực: Thôn Đoàn}\ngiờ yên tĩnh: đêm",
        file: "station.yaml")
    }
    #expect(error?.vietnamese.contains("Thôn Đoài") == true && error?.vietnamese.contains("«đêm»") == true)
  }

  @Test(arguments: StationProfile.allCases, [[], ["Thôn 1", "Gò \"Sành\": a"]])
  func theTemplateReadBackIsTheStationAskedFor(profile: StationProfile, zones: [String]) throws {
    let yaml = StationConfiguration.template(
      name: "xã \"Hòa: Phú\" # 1", profile: profile, zones: zones, loudspeaker: "column", device: "plughw:1,0")
    let station = try StationConfiguration.parse(yaml, file: "station.yaml")
    #expect(station.name == "xã \"Hòa: Phú\" # 1" && station.loudspeaker == "column" && station.device == "plughw:1,0")
    #expect(station.rules.zones == zones && station.rules.quietHours == .night)
    if profile != .own {
      #expect(station.rules.sessions == profile.rules.sessions)
    } else {
      #expect(station.rules.sessions.count == 1)
    }
  }

  @Test func profilesHoldTheirUsualSessions() throws {
    let city = try StationConfiguration.parse("mẫu: Hà Nội nội thành", file: "s").rules
    #expect(city.sessions.map(\.budgetSeconds) == [900, 900] && city.sessions[0].weekdays.count == 5)
    #expect(try StationConfiguration.parse("mẫu: tự đặt", file: "s").rules.sessions.isEmpty)
    #expect(try StationConfiguration.parse("giờ yên tĩnh: không", file: "s").rules.quietHours == nil)
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

  @Test func outputsHaveTheirDevicesZonesAndPrograms() throws {
    let yaml = """
      khu vực: [Thôn 1, Thôn 2]
      đầu ra:
        cột chính:
          thiết bị: plughw:0
          khu vực: [Thôn 1]
          trước: [gpioset, gpiochip0, 17=1]
          chờ ampli giây: 2
        nhà văn hóa: {thiết bị: hdmi}
      khi báo động: [/usr/local/bin/bao-dong, --to, Lan]
      """
    let station = try StationConfiguration.parse(yaml, file: "station.yaml")
    #expect(station.outputs.map(\.name) == ["cột chính", "nhà văn hóa"])
    #expect(station.outputs.map(\.device) == ["plughw:0", "hdmi"])
    #expect(station.outputs.first?.zones == .named(["Thôn 1"]) && station.outputs.last?.zones == .all)
    #expect(station.outputs.first?.before == ["gpioset", "gpiochip0", "17=1"] && station.outputs.first?.warmUpSeconds == 2)
    #expect(station.onAlarm == ["/usr/local/bin/bao-dong", "--to", "Lan"])
  }

  @Test func aWrongKeyOfAnOutputIsNamedWithTheNearest() {
    let error = #expect(throws: SettingsError.self) {
      try StationConfiguration.parse("đầu ra:\n  loa: {thiết bị: hw, chờ: 2}\n", file: "station.yaml")
    }
    #expect(error?.problems.map(\.line) == [2] && error?.vietnamese.contains("«chờ»") == true, "\(error?.vietnamese ?? "")")
  }
}
