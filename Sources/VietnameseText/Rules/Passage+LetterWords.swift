extension Passage {
  /// `đồng ý.`, `nơi ở.`, `trạm thú y.`: a letter before a point or stroke that is a whole word and no short form.
  func letterWord(_ place: Int) -> Match? {
    guard self[place].count == 1, isMark(place + 1, anyOf: "./"), isLetterWord(place) else { return nil }
    return Match(end: place + 1, spoken: text(place).lowercased(), semioticClass: .word, rule: .syllable)
  }

  /// Whether the one letter at `place` is a word, so that a point behind it is a sentence's end.
  ///
  /// No label or short form bears a tone. A bare vowel is a word inside a sentence; at a line's start (`ê. Hộ nghèo`),
  /// after what is counted by letters (`mục y.`) and stuck to the next word (`y.cầu`) it is none. `a`, `e`, `i` and
  /// consonants are mostly labels or initials.
  func isLetterWord(_ place: Int) -> Bool {
    let atom = self[place]
    guard atom.kind == .word, atom.count == 1 else { return false }
    if isTonedLetter(atom) { return true }
    guard isMark(place + 1, "."), isBlank(place - 1), !(isWord(place + 2) && self[place + 2].letterCase == .lower) else {
      return false
    }
    if atom.key == Self.ô { return isNoMan(place) }
    guard atom.letterCase == .lower, Self.vowels.contains(atom.key),
      isWord(place - 2) || isDigits(place - 2) || isMark(place - 2, ",")
    else { return false }
    return !cue(Self.labelled, before: place)
  }

  /// Whether the word is one letter with a tone mark: `ý`, `ở`, `ạ`; `ắ` and `ấ` are no syllables.
  func isTonedLetter(_ atom: Atom) -> Bool {
    guard atom.kind == .word, atom.count == 1 else { return false }
    let word = bytes.span.extracting(atom.range)
    return SyllableLetters(word)?.tone ?? .ngang != .ngang && Syllable.isLegal(utf8: word)
  }

  /// `che ô. Trời mưa`, against `mời ô. Tuấn`, whom the lexicon knows as "ông".
  private func isNoMan(_ place: Int) -> Bool {
    cue(Self.beforeThings, before: place) || cue(Self.openings, at: place + 2)
  }

  private static let ô = Key(word: "ô")
  private static let vowels = Set("ê ơ ư o u y".split(separator: " ").map { Key(word: $0) })

  private static let labelled = CueSet(
    """
    điểm,mục,tiểu mục,khoản,phần,câu,hình,bảng,phụ lục,mẫu,lô,khu,dãy,nhóm,cột,cụm,đáp án,phương án,trường hợp,tên,ký hiệu
    """)

  /// Before umbrellas and the cells of a form.
  private static let beforeThings = CueSet(
    "che,bung,giương,xòe,cụp,cầm,mang,mang theo,đem theo,cầm theo,dùng,sử dụng,mua,bán,mũ,nón,cái,chiếc,cây,từng,vào,điền,kẻ")

  /// What sentences begin with and men are not called: `Được`, `Phải`, `Hiện`, `Kính` and `Từ` are names too.
  private static let openings = CueSet(
    """
    bà con,trời,mưa,mỗi,mọi,một số,các,những,khi,không,nếu,đề nghị,yêu cầu,xin,kính mời,kính đề nghị,mời,hãy,để,từ ngày,từ nay
    trong,trên,theo,sau khi,sau đó,trước khi,ngoài ra,đây,đó,hiện nay,hiện tại,hôm,ngày,người,nhân dân,chúng ta,chúng tôi,tất cả
    đối với,dự báo,trường hợp,gia đình,thời gian,thời tiết,chú ý,lưu ý,ubnd,hđnd,ủy ban,ban tổ chức,ban quản lý
    """)
}
