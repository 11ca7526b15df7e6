extension Passage {
  /// `đồng ý.`, `nơi ở.`, `trạm thú y.`: a letter before a point or stroke that is a whole word and no short form.
  func letterWord(_ place: Int) -> Match? {
    guard self[place].count == 1, isMark(place + 1, anyOf: "./"), isLetterWord(place) else { return nil }
    return Match(end: place + 1, spoken: text(place).lowercased(), semioticClass: .word, rule: .syllable)
  }

  /// Whether the one letter at `place` is a word, so that a point behind it is a sentence's end.
  ///
  /// No label or short form bears a tone. A bare vowel is a word inside a sentence; at a line's start (`e. Hộ nghèo`) and
  /// after what is counted by letters (`mục y.`) it is a label. `a`, `e`, `i` and consonants are mostly labels or initials.
  func isLetterWord(_ place: Int) -> Bool {
    let atom = self[place]
    guard atom.kind == .word, atom.count == 1 else { return false }
    if isTonedLetter(atom) { return true }
    if atom.key == Self.ô { return isMark(place + 1, ".") && isUmbrella(place) }
    guard atom.letterCase == .lower, Self.vowels.contains(atom.key), isMark(place + 1, "."), isBlank(place - 1) else { return false }
    guard isWord(place - 2) || isDigits(place - 2) || isMark(place - 2, ",") else { return false }
    return !cue(Self.labelled, before: place)
  }

  /// Whether the word is one letter with a tone mark: `ý`, `ở`, `ạ`.
  func isTonedLetter(_ atom: Atom) -> Bool {
    guard atom.kind == .word, atom.count == 1 else { return false }
    return SyllableLetters(bytes.span.extracting(atom.range)).map { $0.count == 1 && $0.tone != .ngang } ?? false
  }

  /// `che ô. Trời mưa`, against `mời ô. Tuấn`, whom the lexicon knows as "ông".
  private func isUmbrella(_ place: Int) -> Bool {
    guard isBlank(place - 1), isWord(place + 2) || isBlank(place + 2), self[skipBlank(place + 2)].letterCase != .lower else {
      return false
    }
    return isDigits(place - 2) || cue(Self.beforeUmbrella, before: place) || cue(Self.openings, at: place + 2)
  }

  private static let ô = Key(word: "ô")
  private static let vowels = Set("ê ơ ư o u y".split(separator: " ").map { Key(word: $0) })

  private static let labelled = CueSet(
    """
    điểm,mục,tiểu mục,khoản,phần,câu,hình,bảng,phụ lục,mẫu,lô,khu,dãy,nhóm,cột,cụm,đáp án,phương án,trường hợp,tên,ký hiệu
    """)

  private static let beforeUmbrella = CueSet(
    """
    che,bung,giương,xòe,cụp,cầm,mang,mang theo,đem theo,cầm theo,dùng,sử dụng,mua,bán,dù,mũ,nón,cái,chiếc,cây,từng,mỗi,vào
    điền,kẻ,ngăn,trong
    """)

  /// What sentences begin with and men are not called.
  private static let openings = CueSet(
    """
    bà con,trời,mưa,gió,lũ,nước,mỗi,mọi,một số,các,những,khi,không,nếu,đề nghị,yêu cầu,xin,kính,mời,hãy,để,do,vì,nên,tuy
    từ,trong,trên,tại,ngoài,theo,sau,trước,đây,đó,hiện,hôm,ngày,người,nhân dân,chúng,tất cả,cần,phải,được,chỉ,đã,sẽ,đang,có
    đối với,riêng,dự báo,trường hợp,hộ,gia đình,thời gian,thời tiết,chú ý,lưu ý,ubnd,hđnd,ủy ban,ban
    """)
}
