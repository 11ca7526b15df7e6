import Console
import Foundation
import Station
import Testing

@Suite struct HealthServerTests {
  @Test(arguments: [
    ("/", 200, "text/plain; charset=utf-8"), ("/health", 200, "application/json"), ("/health?x=1", 200, "application/json"),
    ("/metrics", 200, "text/plain; version=0.0.4; charset=utf-8"), ("/secret", 404, "text/plain; charset=utf-8"),
    ("/metrics/", 404, "text/plain; charset=utf-8"), ("/%00%ff/../health", 404, "text/plain; charset=utf-8"),
  ])
  func everyPathHasItsPage(path: String, code: Int, type: String) async throws {
    let (whole, head) = try await withServer(showing: sampleStatus()) { server in
      (try await server.ask(path), try await server.ask(path, method: "HEAD"))
    }
    #expect(whole.code == code)
    #expect(whole.fields["content-type"] == type)
    #expect(whole.fields["cache-control"] == "no-store")
    #expect(!whole.body.isEmpty)
    #expect(head.code == code)
    #expect(head.fields["content-type"] == type)
    #expect(head.body.isEmpty)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
  func thePagesAreToLookAtOnly(method: String) async throws {
    let answer = try await withServer(showing: sampleStatus()) { try await $0.ask("/health", method: method) }
    #expect(answer.code == 405)
    #expect(answer.fields["allow"] == "GET, HEAD")
  }

  @Test func aBodyIsNotRead() async throws {
    let ended = try await withServer(showing: sampleStatus()) { server in
      let connection = try Connection(port: server.port)
      return try await apart {
        try connection.send("POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n")
        return (try connection.answer().code, connection.ends())
      }
    }
    #expect(ended == (405, true))
  }

  @Test(arguments: [
    "evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.1:80.evil.example",
    "192.168.1.2", "[::2]", "[::1].evil.example", "[::1", "0.0.0.0", "", "::1", nil,
  ])
  func anotherNameForThisComputerIsRefused(host: String?) async throws {
    #expect(try await withServer(showing: sampleStatus()) { try await $0.ask("/health", host: host) }.code == 403)
  }

  @Test(arguments: ["localhost", "LocalHost:9464", "127.0.0.1", "127.8.9.1:80", "[::1]", "[::1]:9464"])
  func loopbackNamesAreAnswered(host: String) async throws {
    #expect(try await withServer(showing: sampleStatus()) { try await $0.ask("/health", host: host) }.code == 200)
  }

  @Test(arguments: ["0.0.0.0", "::", "192.168.1.2", "example.org", "", "127.1", "127.0.0.1 ", "128.0.0.1"])
  func onlyLoopbackAddressesAreServed(host: String) throws {
    let status = try sampleStatus()
    #expect(throws: ConsoleError.notLoopback(host: host)) { try HealthServer(host: host, port: 9464) { status } }
  }

  @Test(arguments: [-1, 65_536])
  func portsHaveLimits(port: Int) throws {
    let status = try sampleStatus()
    #expect(throws: ConsoleError.noSuchPort(port: port)) { try HealthServer(port: port) { status } }
  }

  @Test func aPortInUseIsSaidSo() async throws {
    let status = try sampleStatus()
    try await withServer(showing: status) { first in
      let second = try HealthServer(port: first.port) { status }
      await #expect(throws: ConsoleError.portInUse(port: first.port)) { try await second.run() }
      #expect(ConsoleError.portInUse(port: first.port).vietnamese.contains("Cổng \(first.port)"))
      #expect(ConsoleError.portInUse(port: first.port).english.contains("port \(first.port)"))
      // The port is free again for whoever comes after.
      try await first.stop()
      let third = Task { try await second.run() }
      try await Task.sleep(for: .milliseconds(100))
      third.cancel()
      try await third.value
    }
  }

  @Test func aConnectionServesManyRequests() async throws {
    let codes = try await withServer(showing: sampleStatus()) { server in
      let connection = try Connection(port: server.port)
      return try await apart {
        try ["/health", "/metrics", "/none", "/"].map { path in
          try connection.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
          return try connection.answer().code
        }
      }
    }
    #expect(codes == [200, 200, 404, 200])
  }

  @Test(arguments: [
    "X: \(String(repeating: "x", count: 100_000))\r\n\r\n", (1...100).map { "X-\($0): x\r\n" }.joined() + "\r\n",
    "no field\r\n\r\n",
  ])
  func aRequestTooLargeOrMalformedEndsItsConnectionOnly(more: String) async throws {
    let codes = try await withServer(showing: sampleStatus()) { server in
      (try? await server.ask("/health", more: more).code, try await server.ask("/health").code)
    }
    // Its answer may be lost with what was not read.
    #expect(codes.0 == 400 || codes.0 == nil)
    #expect(codes.1 == 200)
  }
}
