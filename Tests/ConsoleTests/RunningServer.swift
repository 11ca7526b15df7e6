import Console
import Foundation
import Station

/// Runs a real server on a port of the system's choice while `body` runs.
func withServer<Result: Sendable>(
  showing status: StationStatus, _ body: @escaping @Sendable (RunningServer) async throws -> Result
) async throws -> Result {
  let server = try await RunningServer(showing: status)
  let result = try await body(server)
  try await server.stop()
  return result
}

struct RunningServer: Sendable {
  struct DidNotListen: Error {}

  let port: Int
  private let task: Task<Void, any Error>

  init(showing status: StationStatus) async throws {
    let (ports, listening) = AsyncStream<Int>.makeStream()
    let server = try HealthServer(port: 0) { status }
    task = Task {
      defer { listening.finish() }
      try await server.run { listening.yield($0) }
    }
    guard let port = await ports.first(where: { _ in true }) else {
      try await task.value
      throw DidNotListen()
    }
    self.port = port
  }

  func stop() async throws {
    task.cancel()
    try await task.value
  }

  /// One request on a connection of its own.
  /// - Parameter host: the `Host` field; none of nil.
  func ask(_ path: String, method: String = "GET", host: String? = "localhost", more: String = "") async throws
    -> Connection.Answer
  {
    let (port, host) = (port, host.map { "Host: \($0)\r\n" } ?? "")
    return try await apart {
      let connection = try Connection(port: port)
      try connection.send("\(method) \(path) HTTP/1.1\r\n\(host)\(more.isEmpty ? "\r\n" : more)")
      return try connection.answer(withoutBody: method == "HEAD")
    }
  }
}

/// Runs what blocks on a thread that no task needs.
func apart<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: body)) }
  }
}
