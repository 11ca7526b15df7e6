/// How a speech worker failed; the pool has already killed, reaped and replaced it.
public enum WorkerFailure: Error, Sendable, Hashable {
  /// It did not answer within the deadline.
  case deadlinePassed(milliseconds: Int)
  /// It ended by itself with this exit status.
  case exited(status: Int32)
  /// A signal ended it; a crash in espeak-ng ends in SIGSEGV or SIGABRT.
  case killed(signal: Int32)
  /// It wrote something that is no frame of the protocol.
  case garbage
  /// It sent more sound than the text can be.
  case flood(frames: Int)
  /// espeak-ng refused, with this message.
  case refused(String)
  /// It sent no sound for text that has some.
  case silent
}

extension WorkerFailure: CustomStringConvertible {
  public var description: String { english }

  /// The failure as part of a sentence.
  public var vietnamese: String {
    switch self {
    case .deadlinePassed(let milliseconds): "không trả lời trong \(milliseconds) mili giây"
    case .exited(let status): "tự thoát với mã \(status)"
    case .killed(let signal): "bị dừng bởi tín hiệu \(signal)"
    case .garbage: "trả về dữ liệu không hiểu được"
    case .flood(let frames): "trả về quá nhiều âm thanh (\(frames) mẫu)"
    case .refused(let message): "espeak-ng báo: \(message)"
    case .silent: "không trả về âm thanh"
    }
  }

  /// The failure as part of a sentence.
  public var english: String {
    switch self {
    case .deadlinePassed(let milliseconds): "it did not answer within \(milliseconds) ms"
    case .exited(let status): "it exited with status \(status)"
    case .killed(let signal): "signal \(signal) ended it"
    case .garbage: "it sent something that is no frame"
    case .flood(let frames): "it sent too much sound (\(frames) frames)"
    case .refused(let message): "espeak-ng said: \(message)"
    case .silent: "it sent no sound"
    }
  }
}
