/// Why speech could not be made ready; a failing utterance is not an error but an `SpokenUtterance.Outcome`.
public enum SpeechError: Error, Sendable, Hashable {
  /// A voice profile could not be read from disk.
  case profileUnreadable(path: String, reason: String)
  /// A voice profile's YAML says something it may not; `line` counts from 1, 0 when the file as a whole is meant.
  case profileMalformed(path: String, line: Int, problem: ProfileProblem)
  /// No espeak-ng data directory where one is looked for.
  case systemDataMissing(searched: [String])
  /// The espeak-ng data directory lacks a file, or the file cannot be read.
  case systemDataBroken(directory: String, file: String)
  /// The directory of our own espeak-ng voice files is missing, unreadable or empty.
  case voicesMissing(directory: String)
  /// A profile names an espeak-ng voice file that neither our voices nor espeak-ng has.
  case voiceFileMissing(voice: String, directory: String)
  /// The cache directory, where the voice data is put together, cannot be written.
  case cacheUnwritable(path: String, reason: String)
  /// The worker's executable could not be started.
  case workerNotStarted(executable: String, reason: String)
  /// The worker started but did not become ready to speak.
  case workerNotReady(executable: String, reason: WorkerFailure)

  /// What is wrong in a voice profile.
  public enum ProfileProblem: Sendable, Hashable {
    case notYAML(String)
    case notAMapping
    /// `nearest` is the known key most like it.
    case unknownKey(String, nearest: String)
    case missingKey(String)
    case notANumber(key: String, value: String)
    case outOfRange(key: String, value: Double, allowed: ClosedRange<Double>)
    case unknownValue(key: String, value: String, allowed: [String])
    case emptyText(key: String)
    case repeatedKey(String)
  }
}
