public import Production
public import VietnameseText

extension Station {
  /// What decides how this station's notices sound.
  public func recipes(lexicon: Lexicon) throws(StationError) -> Recipes {
    let mastering = try mastering(loudspeaker: nil)
    do throws(ProductionError) {
      return Recipes(
        voices: voices, lexicon: lexicon, voice: try voices.voice(configuration.voice), mastering: mastering)
    } catch {
      throw .production(error)
    }
  }
}
