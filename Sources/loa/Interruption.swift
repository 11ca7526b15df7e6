internal import Dispatch
internal import Foundation

/// Ctrl-C and SIGTERM end what the program does, not the program: a sound fades out, a log is written.
enum Interruption {
  /// Calls `act` at one signal for as long as the value is held.
  static func calling(_ number: Int32, _ act: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number)
    source.setEventHandler(handler: act)
    source.resume()
    return source
  }

  /// Calls `act` at each of them for as long as the value is held.
  static func calling(_ act: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { calling($0, act) }
  }
}
