public import AudioFile
public import PCM

/// Why an item was not played.
public enum SkipReason: Sendable, Hashable {
  /// Its file is missing, cut short, damaged or no sound.
  case file(AudioFileError)
  /// Its file is not at the loudspeaker's rate.
  case otherRate(path: String, rate: SampleRate, expected: SampleRate)
}

extension SkipReason: Error, CustomStringConvertible {
  public var description: String { english }

  public var vietnamese: String {
    switch self {
    case .file(let error): error.vietnamese
    case .otherRate(let path, let rate, let expected):
      "Tệp '\(path)' có tần số \(rate), loa cần \(expected). Hãy xử lý tệp bằng 'loa master' trước khi phát."
    }
  }

  public var english: String {
    switch self {
    case .file(let error): error.english
    case .otherRate(let path, let rate, let expected):
      "The file '\(path)' is at \(rate), the loudspeaker at \(expected). Master it with 'loa master' before playing."
    }
  }
}
