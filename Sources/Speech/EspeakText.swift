import VietnameseText

/// A clause as espeak-ng reads it, and where in it each word stands.
struct EspeakText: Sendable, Hashable {
  /// ASCII in the phoneme form; Vietnamese letters and spaces in the plain form.
  private(set) var text = ""
  /// Where each word begins, in characters from 1, as espeak-ng's word events count.
  private(set) var wordPositions: [Int] = []

  /// Phonemes in `[[ ]]`, each syllable under espeak-ng's embedded commands for range, pitch and speed, which stay in force
  /// until the next, even over calls; foreign words between them in plain letters.
  ///
  /// - Parameter wordsPerMinute: espeak-ng's rate for the clause, from which some syllables depart.
  init(phonemesOf clause: Clause, voice: VoiceProfile, wordsPerMinute: Int) {
    var position = 1
    var open = false
    var shape: VoiceProfile.ToneShape?
    var tempo = 0
    func command(_ wanted: VoiceProfile.ToneShape, _ wantedTempo: Int) {
      if wanted != shape { add("\u{1}\(wanted.rangePercent)R\u{1}\(wanted.pitchPercent)P") }
      if wantedTempo != tempo { add("\u{1}\(wordsPerMinute * wantedTempo / 100)S") }
      shape = wanted
      tempo = wantedTempo
    }
    func add(_ piece: String) {
      text += piece
      position += piece.unicodeScalars.count
    }
    for word in clause.words {
      switch word.sound {
      case .syllable(let syllable):
        add(open ? " " : text.isEmpty ? "[[" : " [[")
        open = true
        wordPositions.append(position)
        command(voice.tones[syllable.tone], NorthernPhonemes.tempoPercent(of: syllable))
        switch voice.dialect {
        case .north: add(NorthernPhonemes.phonemes(of: syllable))
        }
      case .foreign(let letters):
        if open { add("]]") }
        open = false
        if !text.isEmpty { add(" ") }
        wordPositions.append(position)
        command(voice.tones.ngang, 100)
        add(letters)
      }
    }
    if open { add("]]") }
  }

  /// Plain whitelisted letters: the second try after a failure.
  init(plain clause: Clause) {
    var position = 1
    for word in clause.words {
      if position > 1 {
        text += " "
        position += 1
      }
      wordPositions.append(position)
      let plain = word.plain
      text += plain
      position += plain.unicodeScalars.count
    }
  }

  /// The word that stands at a position of the text, or nil before the first.
  func word(at position: Int) -> Int? { wordPositions.lastIndex { $0 <= position } }
}
