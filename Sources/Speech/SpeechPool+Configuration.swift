import Glibc

extension SpeechPool {
  /// Where the parts are, and how patient the pool is.
  public struct Configuration: Sendable, Hashable {
    /// The program that is started as `executable speech-worker`; by default the running one.
    public var executable: String
    /// Our espeak-ng voice files, `voices/espeak`: laid out as espeak-ng's own data directory.
    public var voicesDirectory: String
    /// The system's `espeak-ng-data`; nil looks where distributions put it.
    public var systemDataDirectory: String?
    /// Where the data directory is put together; a few kilobytes of links.
    public var cacheDirectory: String
    /// How many workers may run at once.
    public var jobs: Int
    /// How long one clause may take; espeak-ng needs about five milliseconds.
    public var deadlineMilliseconds: Int
    /// How long a worker may take to start, on a cold disk.
    public var startMilliseconds: Int
    /// Further variables for the worker, `NAME=value`.
    package var workerEnvironment: [String]

    public init(
      executable: String = "/proc/self/exe", voicesDirectory: String, systemDataDirectory: String? = nil,
      cacheDirectory: String, jobs: Int = 1, deadlineMilliseconds: Int = 3000, startMilliseconds: Int = 10_000
    ) {
      self.executable = executable
      self.voicesDirectory = voicesDirectory
      self.systemDataDirectory = systemDataDirectory
      self.cacheDirectory = cacheDirectory
      self.jobs = jobs
      self.deadlineMilliseconds = deadlineMilliseconds
      self.startMilliseconds = startMilliseconds
      // A runtime found through LD_LIBRARY_PATH must be found by the worker too.
      workerEnvironment = getenv("LD_LIBRARY_PATH").map { ["LD_LIBRARY_PATH=" + String(cString: $0)] } ?? []
    }
  }
}
