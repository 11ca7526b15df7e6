import VietnameseText

/// A clause as espeak-ng reads it, and where in it each word stands.
struct EspeakText: Sendable, Hashable {
  /// ASCII in the phoneme form; Vietnamese letters and spaces in the plain form.
  private(set) var text = ""
  /// Where each word begins, in characters from 1, as espeak-ng's word events count.
  private(set) var wordPositions: [Int] = []

  /// Phonemes in `[[ ]]`, foreign words between them in plain letters.
  init(phonemesOf clause: Clause, voice: VoiceProfile) {
    var position = 1
    var open = false
    var shape: VoiceProfile.ToneShape?
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
        let wanted = voice.tones[syllable.tone]
        if wanted != shape { add(Self.commands(wanted)) }
        shape = wanted
        switch voice.dialect {
        case .north: add(NorthernPhonemes.phonemes(of: syllable))
        }
      case .foreign(let letters):
        if open { add("]]") }
        open = false
        if !text.isEmpty { add(" ") }
        wordPositions.append(position)
        add(letters)
      }
    }
    if open { add("]]") }
  }

  /// espeak-ng's embedded commands for range and pitch, in force until the next.
  private static func commands(_ shape: VoiceProfile.ToneShape) -> String {
    "\u{1}\(shape.rangePercent)R\u{1}\(shape.pitchPercent)P"
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
