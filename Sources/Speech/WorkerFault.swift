import Glibc

/// A failure that a worker commits on purpose, so that tests meet real ones: `LOA_SPEECH_FAULT=crash@3,hang@start`.
///
/// The number is a request id; a retry has a new id. Only the pool's tests set the variable.
struct WorkerFault {
  enum Kind: String {
    case hang, crash, abort, exit, garbage, half, slow, flood, endless, silent
  }

  static let variable = "LOA_SPEECH_FAULT"
  private let kinds: [String: Kind]

  init(_ specification: String) {
    var kinds: [String: Kind] = [:]
    for part in specification.split(separator: ",") {
      let halves = part.split(separator: "@")
      if halves.count == 2, let kind = Kind(rawValue: String(halves[0])) { kinds[String(halves[1])] = kind }
    }
    self.kinds = kinds
  }

  func kind(atRequest id: UInt32) -> Kind? { kinds["\(id)"] ?? kinds["every"] }
  var atStart: Kind? { kinds["start"] }

  /// Commits the failure instead of sending `frame`; returns only for `silent` and `slow`.
  static func commit(_ kind: Kind, insteadOf frame: [UInt8], to descriptor: Int32) {
    switch kind {
    case .hang: while true { pause() }
    case .crash: raise(SIGSEGV)
    case .abort: raise(SIGABRT)
    case .exit: _exit(3)
    case .garbage: WorkerPipe.write((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }, to: descriptor)
    case .half:
      WorkerPipe.write(Array(frame.prefix(frame.count / 2)), to: descriptor)
      _exit(0)
    case .slow:
      for byte in frame {
        WorkerPipe.write([byte], to: descriptor)
        usleep(20_000)
      }
    case .flood:
      WorkerPipe.write(Frame.header(kind: .speech, id: 1, payloadBytes: 1 << 30), to: descriptor)
      endless(to: descriptor)
    case .endless: endless(to: descriptor)
    case .silent: break
    }
  }

  private static func endless(to descriptor: Int32) -> Never {
    while true { WorkerPipe.write([UInt8](repeating: 0, count: 65_536), to: descriptor) }
  }
}
