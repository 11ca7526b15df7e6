import Console
import Foundation
import Testing

@Suite struct StoppingTests {
  /// Half of what an idle connection is left, so that the order to stop has ended it; 1 s where nothing else runs.
  private static let limit = Duration.seconds(5)

  /// What a connection is in the middle of when the server is told to stop.
  @Test(arguments: ["", "GET /health HTTP/1.1\r\nHo", "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"])
  func openConnectionsDoNotHoldTheServer(sent: String) async throws {
    let server = try await RunningServer(showing: sampleStatus())
    let connection = try Connection(port: server.port)
    try connection.send(sent)
    // Its turn comes after what was sent before.
    #expect(try await server.ask("/").code == 200)
    let took = try await ContinuousClock().measure { try await server.stop() }
    #expect(took < Self.limit)
    #expect(try await apart { connection.ends() })
  }

  @Test func aClientThatDoesNotReadDoesNotHoldTheServer() async throws {
    let server = try await RunningServer(showing: sampleStatus())
    let connection = try Connection(port: server.port)
    try await apart {
      connection.flood(String(repeating: "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 1000))
    }
    let took = try await ContinuousClock().measure { try await server.stop() }
    #expect(took < Self.limit)
  }

  @Test func aServerMayBeStoppedBeforeItListens() async throws {
    let status = try sampleStatus()
    for _ in 1...20 {
      let server = try HealthServer(port: 0) { status }
      let task = Task { try await server.run() }
      task.cancel()
      try await task.value
    }
  }

  @Test func connectionsMayComeWhileTheServerStops() async throws {
    for _ in 1...10 {
      let server = try await RunningServer(showing: sampleStatus())
      let port = server.port
      async let knocking: Void = apart {
        var connections: [Connection] = []
        while let connection = try? Connection(port: port), connections.count < 60 { connections.append(connection) }
      }
      try await Task.sleep(for: .milliseconds(2))
      try await server.stop()
      try await knocking
    }
  }
}
