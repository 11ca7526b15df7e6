import Glibc

/// The body of the hidden `loa speech-worker`: requests on standard input, speech on standard output.
///
/// Only `SpeechPool` starts it. It ends at the end of its input, so it cannot outlive its parent.
public enum SpeechWorker {
  /// The first argument by which the executable knows that it is a worker.
  public static let argument = "speech-worker"
  /// The environment variable that names the directory holding `espeak-ng-data`.
  static let dataVariable = "LOA_SPEECH_DATA"

  /// Serves requests until the input ends; leaves with `_exit`, without running espeak-ng's or anybody's exit handlers.
  public static func run() -> Never {
    let (input, output) = prepareProcess()
    let fault = WorkerFault(environment(WorkerFault.variable))
    let ready = Frame(kind: .ready, id: 0, payload: []).bytes
    if let kind = fault.atStart { WorkerFault.commit(kind, insteadOf: ready, to: output) }
    var espeak: Espeak
    do throws(WorkerFailure) {
      espeak = try Espeak(dataParent: environment(dataVariable))
    } catch {
      WorkerPipe.write(Frame(kind: .refused, id: 0, payload: Array(error.english.utf8)).bytes, to: output)
      _exit(1)
    }
    WorkerPipe.write(ready, to: output)
    while true {
      guard let header = Frame.Header(WorkerPipe.read(Frame.headerBytes, from: input)), header.kind == .request,
        header.payloadBytes <= limitRequestBytes,
        let request = WorkerRequest(WorkerPipe.read(header.payloadBytes, from: input))
      else { _exit(2) }
      // The parent kills a worker that hangs; the alarm ends one whose parent has died meanwhile.
      alarm(limitSeconds)
      let frame = answer(request, id: header.id, espeak: &espeak, output: output)
      guard let kind = fault.kind(atRequest: header.id) else {
        alarm(0)
        WorkerPipe.write(frame, to: output)
        continue
      }
      WorkerFault.commit(kind, insteadOf: frame, to: output)
      alarm(0)
      if kind == .silent {
        WorkerPipe.write(Frame(kind: .speech, id: header.id, payload: [0, 0, 0, 0]).bytes, to: output)
      }
    }
  }

  private static func answer(_ request: WorkerRequest, id: UInt32, espeak: inout Espeak, output: Int32) -> [UInt8] {
    do throws(WorkerFailure) {
      let take = try espeak.speak(request) { samples in
        let payload = samples.withUnsafeBytes { Array($0) }
        WorkerPipe.write(Frame(kind: .piece, id: id, payload: payload).bytes, to: output)
      }
      let payload = WorkerReply.payload(words: take.words, samples: take.samples)
      return Frame(kind: .speech, id: id, payload: payload).bytes
    } catch {
      return Frame(kind: .refused, id: id, payload: Array(error.english.utf8)).bytes
    }
  }

  /// Moves the pipes out of espeak-ng's way, and leaves it to the parent when to end.
  private static func prepareProcess() -> (input: Int32, output: Int32) {
    let input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
    let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard input >= 0, output >= 0, null >= 0 else { _exit(2) }
    for standard in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(null, standard) }
    // A crash ends at once, without the Swift runtime's backtrace.
    for signal in [SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP] { Glibc.signal(signal, SIG_DFL) }
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE] { Glibc.signal(signal, SIG_IGN) }
    var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCore)
    return (input, output)
  }

  private static func environment(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  private static let limitRequestBytes = 1 << 16
  private static let limitSeconds: UInt32 = 60
}
