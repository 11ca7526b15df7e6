public import Foundation

/// A program started by a test, with no blocked signals; killed when its test lets go of it.
public final class ChildProcess {
  public struct NotStarted: Error {
    let program: String
    let code: Int32
  }

  public let identifier: pid_t

  public init(_ program: String, _ arguments: [String], environment: [String: String]) throws {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var identifier = pid_t()
    let code = posix_spawn(&identifier, program, &actions, &attributes, argv, envp)
    guard code == 0 else { throw NotStarted(program: program, code: code) }
    self.identifier = identifier
  }

  deinit { end(SIGKILL) }

  private var hasEnded = false

  /// Sends a signal and waits for the end.
  public func end(_ signal: Int32) {
    guard !hasEnded else { return }
    hasEnded = true
    kill(identifier, signal)
    waitpid(identifier, nil, 0)
  }
}
