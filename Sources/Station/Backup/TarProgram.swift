internal import Foundation
internal import Subprocess

/// Archives by the system's `tar` (GNU tar, part of every Debian).
enum TarProgram {
  /// Why it could not do it, in its own words.
  struct Fault: Error {
    let reason: String
  }

  /// Packs everything in `folder` into `archive`, folders without files too.
  static func pack(_ folder: String, into archive: String) async throws(Fault) {
    try await run(
      isLenient: true,
      [
        "--create", "--force-local", "--file", archive, "--directory", folder, "--format", "posix", "--sort", "name", "--owner",
        "0", "--group",
        "0", "--numeric-owner", ".",
      ])
  }

  /// Unpacks `archive` into `folder`; names that lead out of it are refused by tar.
  static func unpack(_ archive: String, into folder: String) async throws(Fault) {
    try await run([
      "--extract", "--force-local", "--file", archive, "--directory", folder, "--no-same-owner", "--preserve-permissions",
      "--keep-old-files",
    ])
  }

  /// - Parameter isLenient: takes exit code 1, "file changed as we read it": so it is called when only the number of its links did.
  private static func run(isLenient: Bool = false, _ arguments: [String]) async throws(Fault) {
    let status: TerminationStatus
    let said: String
    do {
      // Its messages are shown as they are: in English, whatever the station's language.
      let result = try await Subprocess.run(
        .name("tar"), arguments: Arguments(arguments), environment: .inherit.updating(["LC_ALL": "C"]), output: .discarded,
        error: .string(limit: 64 << 10))
      status = result.terminationStatus
      said = result.standardError
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw Fault(reason: "tar is not installed")
    } catch {
      throw Fault(reason: "\(error)")
    }
    guard status.isSuccess || (isLenient && status == .exited(1)) else {
      throw Fault(reason: said.split(separator: "\n").first.map(String.init) ?? "\(status)")
    }
  }
}
