package import VietnameseText

extension Utterance {
  /// What espeak-ng is asked to say, clause by clause: the stage between words and sound, for golden files and for the eye.
  /// Embedded commands begin with `^`.
  package func phonemes(_ voice: VoiceProfile) -> [String] {
    let rate = SpeakingRate().wordsPerMinute(wanted: voice.syllablesPerSecond(of: role))
    return Clause.clauses(of: self).map { clause in
      let text = EspeakText(phonemesOf: clause, voice: voice, wordsPerMinute: rate).text
      return String(text.map { $0 == "\u{1}" ? "^" : $0 })
    }
  }
}
