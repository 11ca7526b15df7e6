import CEspeakNG
import Glibc

/// Starting a worker with posix_spawn(3): its pipes as standard input and output, and nothing else of ours.
enum WorkerSpawn {
  enum Outcome {
    case success(pid_t)
    /// An errno.
    case failure(Int32)
  }

  static func start(_ executable: String, environment: [String], input: Int32, output: Int32) -> Outcome {
    // posix_spawn's dup2 must not overwrite one pipe with the other when the parent runs with 0 or 1 closed.
    let input = fcntl(input, F_DUPFD_CLOEXEC, 3)
    let output = fcntl(output, F_DUPFD_CLOEXEC, 3)
    defer {
      close(input)
      close(output)
    }
    guard input >= 0, output >= 0 else { return .failure(errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The parent may block or ignore signals; the worker begins with none blocked and all at their defaults.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(executable), strdup(SpeechWorker.argument), nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, executable, &actions, &attributes, &arguments, &variables)
    return code == 0 ? .success(pid) : .failure(code)
  }
}
