import Station
import Testing

@Suite struct PrometheusTextTests {
  private func metrics(of status: StationStatus) async throws -> Exposition {
    let answer = try await withServer(showing: status) { try await $0.ask("/metrics") }
    #expect(answer.code == 200)
    return try Exposition(answer.body)
  }

  @Test func everyFigureOfTheStatusIsThere() async throws {
    let metrics = try await metrics(of: sampleStatus())
    let output = ["output": "cột chính"]
    let expected: [(String, [String: String], Double)] = [
      ("loa_build_info", ["version": "1.0.0"], 1), ("loa_start_time_seconds", [:], 1_777_500_000.25),
      ("loa_clock_trusted", [:], 1), ("loa_clock_synchronised", [:], 0), ("loa_alarms", [:], 0),
      ("loa_last_error_time_seconds", [:], 1_777_500_001), ("loa_next_slot_time_seconds", [:], 1_777_600_000.5),
      ("loa_slots_total", ["outcome": "played"], 5), ("loa_slots_total", ["outcome": "interrupted"], 1),
      ("loa_slots_total", ["outcome": "skipped"], 2), ("loa_slots_total", ["outcome": "missed"], 3),
      ("loa_spooled_rows", [:], 7), ("loa_disk_free_bytes", [:], 123_456_789_012),
      ("loa_output_open", output, 1), ("loa_output_playing", output, 1), ("loa_output_faults_total", output, 1),
      ("loa_output_xruns_total", output, 2), ("loa_output_late_frames_total", output, 480),
      ("loa_output_frames_total", output, 96_000), ("loa_output_peak_dbfs", output, -3.5),
      ("loa_output_rms_dbfs", output, -20.25),
      ("loa_output_proof_correlation", output, 0.93), ("loa_output_proof_level_dbfs", output, -31.5),
    ]
    for (name, labels, value) in expected { #expect(metrics.value(name, labels) == value, "\(name) \(labels)") }
    let names = Set(expected.map(\.0)).union(["loa_status_time_seconds"])
    #expect(Set(metrics.kinds.keys) == names)
  }

  @Test func silenceHasALevelAndNoProofHasNone() async throws {
    let metrics = try await metrics(of: sampleStatus())
    #expect(metrics.value("loa_output_rms_dbfs", ["output": "xóm"]) == -.infinity)
    #expect(metrics.value("loa_output_proof_correlation", ["output": "xóm"]) == nil)
  }

  @Test(arguments: [
    "cột \"chính\"", "a\\b\\", "một\nhai", "một\r\nhai", "\\n", "\"} 1", "Ấp Đồng Lớn «ủy ban»", "to\u{302}\u{301}", "", "#",
  ])
  func namesComeBackAsTheyWere(name: String) async throws {
    var status = try sampleStatus()
    status.outputs[0].name = name
    let metrics = try await metrics(of: status)
    #expect(metrics.value("loa_output_frames_total", ["output": name]) == 96_000)
  }

  @Test func whatIsNotKnownHasNoLine() async throws {
    var status = try sampleStatus()
    status.outputs = []
    (status.freeBytes, status.nextUnixMilliseconds, status.lastErrors) = (nil, nil, [])
    let metrics = try await metrics(of: status)
    #expect(metrics.samples.count == metrics.kinds.count + 3)
    #expect(metrics.value("loa_disk_free_bytes") == nil)
  }
}
