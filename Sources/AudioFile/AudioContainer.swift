internal import CSndfile

/// The kinds of file this house writes.
public enum AudioContainer: String, Sendable, Hashable, CaseIterable {
  /// FLAC, 16 bit: what mastered files are kept in.
  case flac
  /// RIFF WAVE, 16 bit PCM.
  case wav
  /// Ogg Vorbis.
  case vorbis
  /// Ogg Opus; rates 8, 12, 16, 24 and 48 kHz only.
  case opus

  /// The container a file name asks for, or nil if its extension is none of ours.
  public init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "flac": self = .flac
    case "wav", "wave": self = .wav
    case "ogg", "oga": self = .vorbis
    case "opus": self = .opus
    default: return nil
    }
  }

  /// The extension without the dot.
  public var fileExtension: String { self == .vorbis ? "ogg" : rawValue }

  /// How many dB below the wanted ceiling to master, so that the decoded file keeps it.
  ///
  /// Largest lifts of 24 masters of 40 s of speech at 48 kHz, libsndfile 1.2.2 at its default quality: FLAC none, Vorbis 1.36 dB,
  /// Opus 2.64 dB, the largest for a horn. About 0.35 dB is added.
  public var truePeakMarginDecibels: Double {
    switch self {
    case .flac, .wav: 0
    case .vorbis: 1.75
    case .opus: 3
    }
  }

  /// libsndfile's name for it (sndfile.h, `SF_FORMAT_*`).
  var code: CInt {
    switch self {
    case .flac: CInt(SF_FORMAT_FLAC) | CInt(SF_FORMAT_PCM_16)
    case .wav: CInt(SF_FORMAT_WAV) | CInt(SF_FORMAT_PCM_16)
    case .vorbis: CInt(SF_FORMAT_OGG) | CInt(SF_FORMAT_VORBIS)
    case .opus: CInt(SF_FORMAT_OGG) | CInt(SF_FORMAT_OPUS)
    }
  }
}
