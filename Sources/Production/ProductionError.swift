public import AudioFile
public import Bulletin
public import Settings
public import Speech

/// Why a notice could not be made into sound. One bad notice never stops the others, and its file is never touched.
public enum ProductionError: Error, Sendable, CustomStringConvertible {
  case missing(path: String)
  case folderNotFile(path: String)
  case unreadable(path: String)
  case notText(path: String)
  case tooLong(path: String, bytes: Int, limit: Int)
  case notANotice(path: String)
  /// Two notices that would have one id.
  case sameName(path: String, twin: String)
  /// Longer than a session can be, in minutes of sound.
  case tooLongToAir(notice: String, minutes: Int, limit: Int)
  /// A folder without any notice.
  case noNotices(path: String)
  case pandocMissing(path: String)
  case pandocFailed(path: String, reason: String)
  case bulletin(BulletinError)
  case missingRecording(notice: String, line: Int, path: String)
  case unreadableRecording(notice: String, line: Int, AudioFileError)
  /// Nothing in it can be said: only symbols, or only a recording that is silent.
  case nothingToSay(notice: String)
  case unknownVoice(String, known: [String])
  case unknownLoudspeaker(String, known: [String])
  case noVoicesFolder(searched: [String])
  case profile(SettingsError)
  case speech(SpeechError)
  case audioFile(AudioFileError)
  case cannotMakeFolder(path: String, reason: String)

  public var description: String { english }
}
