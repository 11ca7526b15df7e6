public import AudioFile
internal import Bulletin
public import DSP
internal import Foundation
internal import PCM
public import Speech
public import VietnameseText

/// Makes notices into mastered files in one folder; any thread may call.
public struct Producer: Sendable {
  public let pool: SpeechPool
  public let voices: VoicesFolder
  public let lexicon: Lexicon
  /// The voice of notices that name none.
  public let voice: VoiceProfile
  public let mastering: MasteringSettings
  public let container: AudioContainer
  /// Where mastered files go.
  public let folder: String

  /// Creates `folder` when it is missing.
  public init(
    pool: SpeechPool, voices: VoicesFolder, lexicon: Lexicon, voice: VoiceProfile, mastering: MasteringSettings,
    container: AudioContainer = .flac, folder: String
  ) throws(ProductionError) {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw .cannotMakeFolder(path: folder, reason: error.localizedDescription)
    }
    self.pool = pool
    self.voices = voices
    self.lexicon = lexicon
    self.voice = voice
    self.mastering = mastering
    self.container = container
    self.folder = folder
  }

  /// Makes one notice, or takes the file that is already there. Blocks the calling thread.
  public func produce(_ notice: NoticeFile) throws(ProductionError) -> MasteredBulletin {
    switch try compose(notice) {
    case .ready(let mastered): return mastered
    case .composed(let composition): return try finish(composition)
    }
  }

  /// The first half: reading, speech, and the part of mastering that runs while speech arrives.
  func compose(_ notice: NoticeFile) throws(ProductionError) -> Composed {
    let bulletin = notice.bulletin
    let script = Script(bulletin, lexicon: lexicon)
    guard script.saysSomething else { throw .nothingToSay(notice: bulletin.id) }
    let voice = try bulletin.voice.map { name throws(ProductionError) in try voices.voice(name) } ?? voice
    let recordings = try RecordingContents.all(of: notice)
    let recipe = Recipe(script, voice: voice, mastering: mastering, container: container, recordings: recordings)
    let file = folder + "/" + recipe.fileName(id: bulletin.id, container: container)
    if let measurement = Self.measurement(ofWhole: file) {
      return .ready(
        MasteredBulletin(
          notice: notice, reading: script.reading, recipe: recipe, file: file, measurement: measurement, wasThere: true,
          troubles: []))
    }
    var recording = MasteringRun(mastering)
    try recording.perform(script, voice: voice, pool: pool, recordings: recordings)
    return .composed(
      Composition(
        notice: notice, reading: script.reading, recipe: recipe, file: file, chain: recording.chain,
        troubles: recording.troubles))
  }

  /// The second half: loudness, limiter, and the file, written beside and renamed into place.
  func finish(_ composition: Composition) throws(ProductionError) -> MasteredBulletin {
    let master = composition.chain.finish()
    let bulletin = composition.notice.bulletin
    do throws(AudioFileError) {
      var writer = try AudioFileWriter(
        path: composition.file, format: PCMFormat(rate: master.rate, channelCount: 1), container: container,
        tags: AudioTags(title: bulletin.title, artist: bulletin.issuer ?? "", comment: composition.recipe.hash))
      try writer.write(master.samples.span)
      try writer.close()
    } catch {
      throw .audioFile(error)
    }
    return MasteredBulletin(
      notice: composition.notice, reading: composition.reading, recipe: composition.recipe, file: composition.file,
      measurement: master.measurement, wasThere: false, troubles: composition.troubles)
  }

  enum Composed {
    case ready(MasteredBulletin)
    case composed(Composition)
  }

  /// A notice between the two halves.
  struct Composition: Sendable {
    let notice: NoticeFile
    let reading: SpokenText
    let recipe: Recipe
    let file: String
    let chain: MasteringChain
    let troubles: [MasteredBulletin.Trouble]
  }

  /// What a file measures; nil when it is missing or not whole, so that it is made again.
  private static func measurement(ofWhole file: String) -> LoudnessMeasurement? {
    guard FileManager.default.fileExists(atPath: file), let sound = try? AudioFile.read(file), sound.frameCount > 0 else {
      return nil
    }
    return LoudnessMeter.measure(sound)
  }
}
