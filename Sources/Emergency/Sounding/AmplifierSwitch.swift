internal import Dispatch
internal import Foundation

/// A program that switches an amplifier, run without a shell beside what else is done.
struct AmplifierSwitch: Sendable {
  private let done = DispatchSemaphore(value: 0)

  /// nil when there is none, or it can't be run: the loudspeaker sounds all the same.
  init?(_ words: [String]) {
    guard let program = words.first else { return nil }
    let process = Process()
    // env finds a program by its name.
    process.executableURL = URL(filePath: program.hasPrefix("/") ? program : "/usr/bin/env")
    process.arguments = program.hasPrefix("/") ? Array(words.dropFirst()) : words
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    let done = done
    process.terminationHandler = { _ in done.signal() }
    guard (try? process.run()) != nil else { return nil }
  }

  /// Waits for its end, but not for long.
  func wait(seconds: Double) { _ = done.wait(timeout: .now() + seconds) }
}
