internal import Glibc
public import PCM

/// Why a sound file could not be read or written.
public enum AudioFileError: Error, Sendable, Hashable {
  /// No such file.
  case missing(path: String)
  /// The file or its folder may not be read or written by this user.
  case permission(path: String)
  /// The file is there and is no sound libsndfile knows.
  case notAudio(path: String)
  /// The disk failed, or the sound inside is damaged at about this second.
  case unreadable(path: String, second: Double, reason: String)
  /// The file ends early: frames there are, and frames its header promises; nil where the container does not say.
  case truncated(path: String, frames: Int?, expected: Int?)
  /// The name ends in none of the extensions this house writes.
  case unsupportedExtension(path: String)
  /// The container cannot hold this rate or number of channels.
  case unsupportedFormat(path: String, container: AudioContainer, format: PCMFormat)
  /// The folder to write into does not exist.
  case missingFolder(path: String)
  /// No room left; nothing half-written remains.
  case diskFull(path: String)
  /// The system refused for another reason; nothing half-written remains.
  case unwritable(path: String, reason: String)

  /// Maps an errno of open(2) for reading.
  static func opening(_ path: String, errno code: CInt) -> AudioFileError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM: .permission(path: path)
    default: .unreadable(path: path, second: 0, reason: reason(code))
    }
  }

  /// Maps an errno of open(2), write(2), fsync(2) or rename(2) for writing. EFBIG is a limit set on file sizes.
  static func writing(_ path: String, errno code: CInt) -> AudioFileError {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: .diskFull(path: path)
    case EACCES, EPERM, EROFS: .permission(path: path)
    case ENOENT, ENOTDIR: .missingFolder(path: path)
    default: .unwritable(path: path, reason: reason(code))
    }
  }

  private static func reason(_ code: CInt) -> String { String(cString: strerror(code)) }
}
