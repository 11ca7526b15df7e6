public import Foundation

/// A PulseAudio server of the test's own: private socket, private home, one null sink `horn` that runs in real time.
public final class PulseServer {
  private let folder: TestFolder
  private let process: ChildProcess
  private var sinks = ["horn"]

  public var socket: String { folder.file("pulse.sock") }

  public init() throws {
    folder = try TestFolder()
    process = try ChildProcess(
      "/usr/bin/pulseaudio",
      [
        "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes",
        "--load=module-null-sink sink_name=horn rate=48000 channels=1 format=s16le norewinds=1",
        "--load=module-native-protocol-unix auth-anonymous=1 socket=\(folder.file("pulse.sock"))",
      ], environment: Self.environment(folder))
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: socket) { usleep(10_000) }
  }

  /// An ALSA configuration whose PCMs and controls are the sinks; `NAME-back` captures what a sink plays.
  public func configuration() throws -> String {
    let lines = sinks.map { name in
      """
      pcm.\(name) { type pulse server "unix:\(socket)" device \(name) }
      pcm.\(name)-back { type pulse server "unix:\(socket)" device \(name).monitor }
      ctl.\(name) { type pulse server "unix:\(socket)" device \(name) }

      """
    }
    return try folder.text("asound.conf", lines.joined())
  }

  /// Adds a null sink of several channels.
  public func addSink(_ name: String, channels: Int) throws {
    _ = try control([
      "load-module", "module-null-sink", "sink_name=\(name)", "rate=48000", "channels=\(channels)", "format=s16le",
    ])
    sinks.append(name)
  }

  /// Runs `pactl`.
  public func control(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pactl")
    process.arguments = ["-s", "unix:\(socket)"] + arguments
    process.environment = Self.environment(folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The server's process, to stop and continue.
  public var processIdentifier: pid_t { process.identifier }

  /// Records what a sink plays until the recording is ended.
  public func record(to path: String, sink: String = "horn", channels: Int = 1) throws -> Recording {
    let recorder = try ChildProcess(
      "/usr/bin/parec",
      [
        "-s", "unix:\(socket)", "-d", "\(sink).monitor", "--raw", "--format=s16le", "--rate=48000", "--channels=\(channels)",
        "--latency-msec=5", path,
      ], environment: Self.environment(folder))
    return Recording(process: recorder, path: path)
  }

  private static func environment(_ folder: TestFolder) -> [String: String] {
    ["HOME": folder.path, "XDG_RUNTIME_DIR": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C"]
  }
}
