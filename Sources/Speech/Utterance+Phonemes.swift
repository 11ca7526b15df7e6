public import VietnameseText

extension Utterance {
  /// What espeak-ng is asked to say, clause by clause: the stage between words and sound, for golden files and for the eye.
  /// Embedded commands begin with `^`.
  package func phonemes(_ voice: VoiceProfile) -> [String] {
    Clause.clauses(of: self).map { clause in
      String(EspeakText(phonemesOf: clause, voice: voice).text.map { $0 == "\u{1}" ? "^" : $0 })
    }
  }
}
