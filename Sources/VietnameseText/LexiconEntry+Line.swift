extension LexiconEntry {
  /// The entry as a lexicon file writes it: written, spoken, kind, cues and note between tabs, nothing empty at the end.
  public var line: String {
    let cues = cues.map(\.description) + (isAmbiguous ? ["?"] : [])
    var fields = [written, spoken, kind.rawValue, cues.joined(separator: ","), note]
    while let last = fields.last, last.isEmpty { fields.removeLast() }
    return fields.joined(separator: "\t")
  }
}
