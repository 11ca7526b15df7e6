/// Reads Vietnamese notices aloud on paper: text in, the words to say and their pauses out.
///
/// `VietnameseText` imports nothing: no Foundation, no I/O, no clock. A reader is a value; reading cannot fail. What it
/// cannot read for sure it says in the safest form and flags.
///
///     let text = Reader(lexicon: lexicon).read("Họp lúc 8h30 ngày 5/6")
///     text.utterances.first?.spoken   // "Họp lúc tám giờ ba mươi phút ngày năm tháng sáu"
///
/// Stages: `EncodingRepair`, `Scanner` (bytes to atoms), the rules in `Rules/` (atoms to tokens), `Phraser` (tokens to
/// utterances). Order of the rules: numbers by `Passage.number`, words by `Passage.word`, marks by `Passage.mark`.
public struct Reader: Sendable {
  let lexicon: Lexicon

  /// - Parameter lexicon: the notice's over the station's over the built-in one.
  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The words to say for `text`, with every byte of it in exactly one token.
  public func read(_ text: String) -> SpokenText {
    let repaired = EncodingRepair.repair(text: text)
    return read(repaired)
  }

  /// The same for text that has been through `EncodingRepair`, such as a file's.
  public func read(_ repaired: RepairedText) -> SpokenText {
    let bytes = Array(repaired.text.utf8)
    // Offsets are 32 bits wide; no notice comes near.
    guard bytes.count < Int(Int32.max) else { return SpokenText(source: "", utterances: [], repairs: repaired.repairs) }
    let atoms = Scanner.scan(bytes)
    var reading = Reading(passage: Passage(bytes: bytes, atoms: atoms, lexicon: lexicon))
    reading.run()
    return SpokenText(source: repaired.text, utterances: reading.utterances(), repairs: repaired.repairs)
  }
}
