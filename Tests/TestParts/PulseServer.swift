public import Foundation

/// A PulseAudio server of the test's own: private socket, private home, one null sink `horn` that runs in real time.
public final class PulseServer {
  private let folder: TestFolder
  private let process: ChildProcess

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

  /// An ALSA configuration whose PCM `horn` is the sink.
  public func configuration() throws -> String {
    try folder.text("asound.conf", "pcm.horn { type pulse server \"unix:\(socket)\" device horn }\n")
  }

  /// The server's process, to stop and continue.
  public var processIdentifier: pid_t { process.identifier }

  /// Records what the sink plays until the recording is ended.
  public func record(to path: String) throws -> Recording {
    let recorder = try ChildProcess(
      "/usr/bin/parec",
      [
        "-s", "unix:\(socket)", "-d", "horn.monitor", "--raw", "--format=s16le", "--rate=48000", "--channels=1",
        "--latency-msec=5", path,
      ], environment: Self.environment(folder))
    return Recording(process: recorder, path: path)
  }

  private static func environment(_ folder: TestFolder) -> [String: String] {
    ["HOME": folder.path, "XDG_RUNTIME_DIR": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C"]
  }
}
