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
  public let recipes: Recipes
  /// Where mastered files go.
  public let folder: String

  /// Creates `folder` when it is missing, and clears it of what a producer that was killed left half written.
  public init(
    pool: SpeechPool, voices: VoicesFolder, lexicon: Lexicon, voice: VoiceProfile, mastering: MasteringSettings,
    container: AudioContainer = .flac, folder: String
  ) throws(ProductionError) {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw .cannotMakeFolder(path: folder, reason: error.localizedDescription)
    }
    AbandonedFiles.remove(from: folder)
    self.pool = pool
    recipes = Recipes(voices: voices, lexicon: lexicon, voice: voice, mastering: mastering, container: container)
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
    let prepared = try recipes.prepare(notice)
    try Self.checkLength(of: prepared, notice: bulletin.id)
    let recipe = prepared.recipe
    let file = folder + "/" + recipe.fileName(id: bulletin.id, container: recipes.container)
    if let measurement = Self.measurement(ofWhole: file) {
      return .ready(
        MasteredBulletin(
          notice: notice, reading: prepared.script.reading, recipe: recipe, file: file, measurement: measurement, wasThere: true,
          troubles: []))
    }
    var recording = MasteringRun(recipes.mastering)
    try recording.perform(prepared.script, voice: prepared.voice, pool: pool, recordings: prepared.recordings)
    return .composed(
      Composition(
        notice: notice, reading: prepared.script.reading, recipe: recipe, file: file, chain: recording.chain,
        troubles: recording.troubles))
  }

  /// The second half: loudness, limiter, and the file, written beside and renamed into place.
  func finish(_ composition: Composition) throws(ProductionError) -> MasteredBulletin {
    let master = composition.chain.finish()
    let bulletin = composition.notice.bulletin
    // A notice with a fault of the synthesiser in it is not what its recipe promises: the next run makes it again.
    let file = composition.troubles.isEmpty ? composition.file : Self.faultyName(composition.file)
    do throws(AudioFileError) {
      var writer = try AudioFileWriter(
        path: file, format: PCMFormat(rate: master.rate, channelCount: 1), container: recipes.container,
        tags: AudioTags(title: bulletin.title, artist: bulletin.issuer ?? "", comment: composition.recipe.hash))
      try writer.write(master.samples.span)
      try writer.close()
    } catch {
      throw .audioFile(error)
    }
    return MasteredBulletin(
      notice: composition.notice, reading: composition.reading, recipe: composition.recipe, file: file,
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

  /// The longest a notice may last: what a session can hold, and what fits in memory.
  private static let longestMinutes = 60

  private static func checkLength(of prepared: Recipes.Prepared, notice: String) throws(ProductionError) {
    let seconds = prepared.estimatedSeconds
    guard seconds <= Double(longestMinutes) * 60 else {
      throw .tooLongToAir(notice: notice, minutes: Int(seconds / 60), limit: longestMinutes)
    }
  }

  private static func faultyName(_ file: String) -> String {
    let url = URL(filePath: file)
    return url.deletingPathExtension().path + ".faulty." + url.pathExtension
  }

  /// What a file measures; nil when it is missing or not whole, so that it is made again.
  private static func measurement(ofWhole file: String) -> LoudnessMeasurement? {
    guard FileManager.default.fileExists(atPath: file), let sound = try? AudioFile.read(file), sound.frameCount > 0 else {
      return nil
    }
    return LoudnessMeter.measure(sound)
  }
}
