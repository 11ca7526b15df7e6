internal import AudioFile
internal import AudioOutput
internal import Bulletin
internal import Emergency
internal import Playout
internal import Production
internal import Settings
internal import Speech
internal import Station
internal import Store
internal import VietnameseText

/// What ends a command: a sentence for the person and a code for scripts (sysexits(3)).
struct Failure: Error {
  enum Code: Int32 {
    case failed = 1
    case usage = 64
    case badInput = 65
    /// A device, program or data file that should be there is missing.
    case unavailable = 69
  }

  let code: Code
  let sentence: String

  init(_ code: Code, _ vietnamese: String, _ english: String) {
    self.code = code
    sentence = text(vietnamese, english)
  }

  init(_ code: Code, _ error: any Explained) { self.init(code, error.vietnamese, error.english) }
}

/// An error of one of our modules: a sentence in each language that says what to do.
protocol Explained: Error {
  var vietnamese: String { get }
  var english: String { get }
}

extension AudioFileError: Explained {}
extension AudioOutputError: Explained {}
extension BulletinError: Explained {}
extension CAPRefusal: Explained {}
extension EmergencyRefusal: Explained {}
extension LexiconError: Explained {}
extension ProductionError: Explained {}
extension SettingsError: Explained {}
extension SkipReason: Explained {}
extension SpeechError: Explained {}
extension StationError: Explained {}
extension StoreError: Explained {}

extension Failure {
  /// The code that fits what went wrong.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StationError: self.init(Self.code(of: error), error)
    case let error as StoreError: self.init(Self.code(of: error), error)
    case let error as ProductionError: self.init(Self.code(of: error), error)
    case let error as SpeechError: self.init(.unavailable, error)
    case let error as AudioOutputError:
      if case .file = error { self.init(.failed, error) } else { self.init(.unavailable, error) }
    case let error as AudioFileError: self.init(Self.code(of: error), error)
    case let error as any Explained: self.init(.badInput, error)
    default: self.init(.failed, "\(error)", "\(error)")
    }
  }

  private static func code(of error: AudioFileError) -> Code {
    switch error {
    case .missing, .notAudio, .unreadable, .truncated, .unsupportedExtension, .unsupportedFormat: .badInput
    case .permission, .missingFolder, .diskFull, .unwritable: .failed
    }
  }

  private static func code(of error: StationError) -> Code {
    switch error {
    case .configuration, .noSuchSession, .lexicon, .alreadySetUp, .refused, .cannotRead, .notABackup, .notSetUp: .badInput
    case .store(let error): code(of: error)
    case .production(let error): code(of: error)
    case .speech: .unavailable
    case .nothingToPlan, .cannotWrite, .alreadyThere, .stillWritten, .linkInStation, .databaseLost, .alreadyRunning: .failed
    }
  }

  private static func code(of error: StoreError) -> Code {
    switch error {
    case .noSuchNotice, .duplicate, .illegalStep, .changedMeanwhile: .badInput
    case .locked, .diskFull, .notWritable, .cannotOpen, .damaged, .writeFailed, .failed, .slotHasEnded: .failed
    }
  }

  private static func code(of error: ProductionError) -> Code {
    switch error {
    case .missing, .folderNotFile, .unreadable, .notText, .tooLong, .notANotice, .noNotices, .sameName, .tooLongToAir, .bulletin,
      .missingRecording,
      .unreadableRecording, .nothingToSay, .unknownVoice, .unknownLoudspeaker, .profile, .pandocFailed:
      .badInput
    case .pandocMissing, .noVoicesFolder, .speech: .unavailable
    case .audioFile(let error): code(of: error)
    case .cannotMakeFolder: .failed
    }
  }
}
