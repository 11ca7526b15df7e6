public import AudioFile
public import DSP
internal import Bulletin
internal import PCM
public import Speech
public import VietnameseText

/// What decides how the station's notices sound, the notices themselves aside: from it and a notice comes a recipe.
public struct Recipes: Sendable {
  public let voices: VoicesFolder
  public let lexicon: Lexicon
  /// The voice of notices that name none.
  public let voice: VoiceProfile
  public let mastering: MasteringSettings
  public let container: AudioContainer
  /// The hash of espeak-ng's voice files: editing one changes how every notice sounds.
  private let voiceFiles: String

  public init(
    voices: VoicesFolder, lexicon: Lexicon, voice: VoiceProfile, mastering: MasteringSettings, container: AudioContainer = .flac
  ) {
    self.voices = voices
    self.lexicon = lexicon
    self.voice = voice
    self.mastering = mastering.leavingRoom(for: container)
    self.container = container
    voiceFiles = voices.espeakHash
  }

  /// The notice read, with all that its sound is made of; nothing is spoken.
  public struct Prepared: Sendable {
    public let script: Script
    public let voice: VoiceProfile
    public let recipe: Recipe
    let recordings: [String: RecordingContents]

    /// About how long it lasts, by its syllables and recordings; pauses are not in it.
    public var estimatedSeconds: Double {
      script.pieces.reduce(0.0) { sum, piece in
        switch piece {
        case .speech(let utterances):
          sum + Double(utterances.reduce(0) { $0 + $1.spoken.split(separator: " ").count }) / voice.syllablesPerSecond
        case .recording(let insert): sum + (recordings[insert.path]?.sound.seconds ?? 0)
        }
      }
    }
  }

  /// - Throws: `ProductionError` when nothing in it can be said, or its voice or a recording is missing.
  public func prepare(_ notice: NoticeFile) throws(ProductionError) -> Prepared {
    let bulletin = notice.bulletin
    let script = Script(bulletin, lexicon: lexicon)
    guard script.saysSomething else { throw .nothingToSay(notice: bulletin.id) }
    let voice = try bulletin.voice.map { name throws(ProductionError) in try voices.voice(name) } ?? voice
    let recordings = try RecordingContents.all(of: notice)
    let recipe = Recipe(
      script, voice: voice, voiceFiles: voiceFiles, mastering: mastering, container: container, recordings: recordings)
    return Prepared(script: script, voice: voice, recipe: recipe, recordings: recordings)
  }
}
