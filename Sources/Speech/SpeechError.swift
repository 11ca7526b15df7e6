public import Settings

/// Why speech could not be made ready; a failing utterance is not an error but a `SpokenUtterance.Outcome`.
public enum SpeechError: Error, Sendable, Hashable {
  /// A voice profile could not be read from disk.
  case profileUnreadable(path: String, reason: String)
  /// A voice profile says something it may not.
  case profile(SettingsError)
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
}
