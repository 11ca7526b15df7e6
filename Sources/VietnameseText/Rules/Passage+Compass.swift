extension Passage {
  /// `hướng WNW`, `gió ĐB`, `hướng T-TB`: points of the compass after a word of direction, English or Vietnamese letters.
  ///
  /// N is bắc in one and nam in the other: alone it is spelled and flagged.
  func compassPoint(_ place: Int) -> Match? {
    guard let first = point(place), isDirected(place) else { return nil }
    if slice(place, place + 1).elementsEqual([0x4E]), afterDash(place + 1).flatMap(point) == nil {
      return Match(
        end: place + 1, spoken: first, semioticClass: .abbreviation, rule: .compass, flag: .ambiguous(.manySenses))
    }
    var words = first
    var end = place + 1
    if let next = afterDash(end), let second = point(next) {
      words += " \(second)"
      end = next + 1
    }
    return Match(end: end, spoken: words, semioticClass: .abbreviation, rule: .compass)
  }

  private func point(_ place: Int) -> String? {
    guard isWord(place), self[place].letterCase == .upper, self[place].count <= 3, !isDigits(place + 1) else { return nil }
    return Self.points[exactKey(place)]
  }

  /// Whether a direction is spoken of right before, or another point is: `hướng NW rồi NNW`.
  private func isDirected(_ place: Int) -> Bool {
    // `tốc độ gió TB` is a mean.
    if cue(Self.windSpeed, before: place) { return false }
    if cue(Self.direction, before: place) { return true }
    guard let joint = wordBefore(place), Self.joints.contains(joint) else { return false }
    let before = isBlank(place - 1) ? place - 3 : place - 2
    let other = isBlank(before) ? before - 1 : before
    return point(other) != nil && cue(Self.direction, before: other)
  }

  private static let points = WordTable(
    """
    B bắc
    BĐB bắc đông bắc
    BTB bắc tây bắc
    Đ đông
    ĐB đông bắc
    ĐĐB đông đông bắc
    ĐĐN đông đông nam
    ĐN đông nam
    E đông
    ENE đông đông bắc
    ESE đông đông nam
    N en
    NE đông bắc
    NĐN nam đông nam
    NNE bắc đông bắc
    NNW bắc tây bắc
    NTN nam tây nam
    NW tây bắc
    S nam
    SE đông nam
    SSE nam đông nam
    SSW nam tây nam
    SW tây nam
    T tây
    TB tây bắc
    TN tây nam
    TTB tây tây bắc
    TTN tây tây nam
    W tây
    WNW tây tây bắc
    WSW tây tây nam
    """, exactCase: true)
  private static let direction = CueSet("hướng,gió,gió mùa,hướng gió,phía,về phía,chếch,lệch")
  private static let windSpeed = CueSet("tốc độ gió,sức gió,vận tốc gió")
  private static let joints = CueSet("rồi,và,đến,hoặc,sang,sau")
}
