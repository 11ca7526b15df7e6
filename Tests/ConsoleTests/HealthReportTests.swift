import Foundation
import Station
import Testing

@Suite struct HealthReportTests {
  private struct Verdict: Decodable {
    let status: String
    let alarms: [[String]]
  }

  private func health(of status: StationStatus) async throws -> (code: Int, verdict: Verdict, status: StationStatus) {
    let answer = try await withServer(showing: status) { try await $0.ask("/health") }
    let data = Data(answer.body.utf8)
    return (
      answer.code, try JSONDecoder().decode(Verdict.self, from: data), try JSONDecoder().decode(StationStatus.self, from: data)
    )
  }

  @Test func aStationThatIsWellShowsItsWholeStatus() async throws {
    let status = try sampleStatus()
    let health = try await health(of: status)
    #expect(health.code == 200)
    #expect(health.verdict.status == "ok")
    #expect(health.status == status)
  }

  @Test func anAlarmShowsInTheStatusCode() async throws {
    var status = try sampleStatus()
    status.alarms = [["Loa «cột \"1\"» không phát được.", "The loudspeaker does not sound."]]
    let health = try await health(of: status)
    #expect(health.code == 503)
    #expect(health.verdict.status == "alarm")
    #expect(health.verdict.alarms == status.alarms)
  }

  @Test(arguments: [(0, false), (25, false), (31, true), (3600, true)])
  func aServiceThatStoppedLookingIsAnAlarm(ageSeconds: Int, isAlarm: Bool) async throws {
    var status = try sampleStatus()
    status.ageMilliseconds = ageSeconds * 1000
    let health = try await health(of: status)
    #expect(health.code == (isAlarm ? 503 : 200))
    #expect(health.verdict.status == (isAlarm ? "alarm" : "ok"))
    #expect(health.verdict.alarms.count == (isAlarm ? 1 : 0))
    #expect(health.verdict.alarms.allSatisfy { $0.count == 2 })
  }

  @Test func aStatusNeverMadeIsAnAlarm() async throws {
    var status = try sampleStatus()
    status.unixMilliseconds = 0
    #expect(try await health(of: status).code == 503)
  }

  @Test func levelsThatAreNoNumbersAreShown() async throws {
    var status = try sampleStatus()
    status.outputs[0].rmsDecibels = -.infinity
    status.outputs[0].peakDecibels = .nan
    let answer = try await withServer(showing: status) { try await $0.ask("/health") }
    #expect(answer.code == 200)
    #expect(answer.body.contains("\"rmsDecibels\":\"-Infinity\""))
  }
}
