internal import Subprocess
internal import SystemPackage

/// Runs a program of the station's settings, without a shell and not for long.
enum CommandHook {
  private static let limitSeconds = 5

  /// - Parameters:
  ///   - words: the program and its arguments; nothing is run when there are none.
  ///   - environment: variables added to the service's own.
  /// - Returns: why it failed; nil when it did not.
  static func run(_ words: [String], adding environment: [String: String] = [:]) async -> String? {
    guard let program = words.first else { return nil }
    let arguments = Arguments(Array(words.dropFirst()))
    return await withTaskGroup(of: String?.self) { group in
      group.addTask {
        do {
          let executable = program.hasPrefix("/") ? Executable.path(FilePath(program)) : .name(program)
          let result = try await Subprocess.run(
            executable, arguments: arguments,
            environment: .inherit.updating(
              Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })),
            output: .discarded, error: .discarded)
          return result.terminationStatus.isSuccess ? nil : "\(result.terminationStatus)"
        } catch {
          return "\(error)"
        }
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(limitSeconds))
        return "no end within \(limitSeconds) s"
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}
