internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
public import Station
internal import Synchronization

// The pages a program looks at to see that a station is well, on this computer alone. The only module that speaks HTTP;
// it may import Station, and nothing imports it but the executable.

/// Serves `/health` (JSON) and `/metrics` (Prometheus) on a loopback address, on one thread that sleeps while nobody asks.
///
/// ```swift
/// let server = try HealthServer(port: 9464) { broadcaster.status }
/// try await server.run()
/// ```
public struct HealthServer: Sendable {
  private let address: LoopbackAddress
  private let port: Int
  private let status: @Sendable () -> StationStatus

  /// - Parameters:
  ///   - host: an address in 127.0.0.0/8, `::1`, or `localhost`, which stands for 127.0.0.1.
  ///   - port: 1-65535; 0 lets the system choose one.
  ///   - status: what the pages show; called for each of them, from any thread, and must not wait.
  /// - Throws: `ConsoleError.notLoopback`, `.noSuchPort`.
  public init(
    host: String = "127.0.0.1", port: Int, status: @escaping @Sendable () -> StationStatus
  ) throws(ConsoleError) {
    guard let address = LoopbackAddress(host) else { throw .notLoopback(host: host) }
    guard (0...65_535).contains(port) else { throw .noSuchPort(port: port) }
    (self.address, self.port, self.status) = (address, port, status)
  }

  /// Serves until the task is cancelled; then closes every connection, within a second.
  /// - Throws: `ConsoleError` when the port can't be opened.
  public func run() async throws(ConsoleError) { try await run { _ in } }

  /// - Parameter listening: called with the port once connections are taken.
  package func run(listening: @escaping @Sendable (Int) -> Void) async throws(ConsoleError) {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    var failure: ConsoleError?
    do throws(ConsoleError) {
      // A listening socket may fail under a full table of open files; the pages come back by themselves.
      while !Task.isCancelled {
        try await serve(on: group, listening)
        try? await Task.sleep(for: .seconds(1))
      }
    } catch {
      failure = error
    }
    try? await group.shutdownGracefully()
    if let failure { throw failure }
  }

  /// Serves on one listening socket until it fails or the task is cancelled.
  private func serve(on group: MultiThreadedEventLoopGroup, _ listening: @escaping @Sendable (Int) -> Void)
    async throws(ConsoleError)
  {
    var logger = Logger(label: "loa.console") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let (running, isRunning) = AsyncStream<Never>.makeStream()
    let answers = AnswersUnderWay()
    let server = Server(
      childChannelSetup: HTTP1Channel(responder: PageResponder(status: status, answers: answers).respond, configuration: .tight),
      configuration: ServerConfiguration(
        address: .hostname(address.text, port: port), backlog: Self.connections,
        availableConnectionsDelegate: .maximum(Self.connections, logger: logger)),
      onServerRunning: { channel in
        listening(channel.localAddress?.port ?? 0)
        isRunning.finish()
      }, eventLoopGroup: group, logger: logger)
    // Of its own: Hummingbird drops connections that it has accepted and not yet handled when the task it runs in is cancelled,
    // and NIO traps on that. It is told to stop instead.
    let serving = Task { () -> (any Error)? in
      defer { isRunning.finish() }
      do {
        try await server.run()
        return nil
      } catch {
        return error
      }
    }
    let error = await withTaskCancellationHandler {
      await serving.value
    } onCancel: {
      Task {
        for await _ in running {}
        Task {
          try? await Task.sleep(for: .milliseconds(250))
          answers.close()
        }
        try? await server.shutdownGracefully()
      }
    }
    if let error { throw ConsoleError(error, host: address.text, port: port) }
  }

  private static let connections = 64
}

extension HTTP1Channel.Configuration {
  /// Room for a request without a body, and 10 s for whoever is slow to make it.
  fileprivate static var tight: Self {
    Self(
      idleTimeout: .seconds(10),
      httpDecoderConfiguration: .init(maxHeaderFieldSize: 4096, maxHeaderListSize: 8192, maxHeaderFieldCount: 48))
  }
}
