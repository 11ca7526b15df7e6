extension Passage {
  /// A Roman numeral after a cue word, in a list of them, or of two letters I, V, X and more.
  func roman(_ place: Int) -> Match? {
    let atom = self[place]
    guard atom.kind == .word, atom.letterCase == .upper, atom.count <= 8, !isDigits(place + 1), !isDigits(place - 1),
      let value = RomanNumeral.value(slice(place, place + 1)), value < 400
    else { return nil }
    let words = NumberWords.cardinal(UInt64(value))
    let isLetter = atom.count == 1 && ![1, 5, 10].contains(value)
    if !isLetter, isCuedRoman(place, depth: 0) {
      // `quý II/2024`
      if isMark(place + 1, "/"), let year = self.value(place + 2, digits: 4...4), endsNumber(place + 3) {
        return Match(
          end: place + 3, spoken: "\(words) năm \(NumberWords.cardinal(UInt64(year)))", semioticClass: .date,
          rule: .quarter)
      }
      if let next = afterDash(place + 1), let last = romanValue(next), last > value {
        let year = isMark(next + 1, "/") && endsNumber(next + 3) ? self.value(next + 2, digits: 4...4) : nil
        let tail = year.map { " năm \(NumberWords.cardinal(UInt64($0)))" } ?? ""
        return Match(
          end: year == nil ? next + 1 : next + 3, spoken: "\(words) đến \(NumberWords.cardinal(UInt64(last)))\(tail)",
          semioticClass: .roman, rule: .roman)
      }
      return Match(end: place + 1, spoken: words, semioticClass: .roman, rule: .roman)
    }
    guard atom.count > 1, slice(place, place + 1).allSatisfy({ $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }), value < 40,
      atom.count > 2 || value != 20 && value != 6 && value != 11 || !isCapitals
    else { return nil }
    return Match(
      end: place + 1, spoken: words, semioticClass: .roman, rule: .romanBare, flag: .ambiguous(.romanOrLetters))
  }

  func romanValue(_ place: Int) -> Int? {
    let atom = self[place]
    guard atom.kind == .word, atom.letterCase == .upper, atom.count <= 8, !isDigits(place + 1) else { return nil }
    return RomanNumeral.value(slice(place, place + 1))
  }

  /// `loại I, II và III`: a numeral next to a cued one is cued.
  private func isCuedRoman(_ place: Int, depth: Int) -> Bool {
    if cue(Self.cues, before: place) { return true }
    // `I, II, III`: the next numeral shows what this letter is.
    let next = skipBlank(place + 1)
    if depth == 0, self[place].count == 1, isMark(next, ","), let value = romanValue(place),
      romanValue(skipBlank(next + 1)) == value + 1
    {
      return true
    }
    guard depth < 6 else { return false }
    var before = place - 1
    var joints = 0
    while joints < 3 {
      if isBlank(before) || isMark(before, anyOf: ",/&;") || isDash(before) || isWord(before, Self.và) {
        if !isBlank(before) { joints += 1 }
        before -= 1
      } else {
        break
      }
    }
    guard joints > 0, romanValue(before) != nil else { return false }
    return isCuedRoman(before, depth: depth + 1)
  }

  private static let cues = CueSet(
    """
    thế kỷ,tk,phần,chương,khóa,khoá,kỳ,thứ,khu vực,kv,quý,đại hội,lần,lần thứ,mục,loại,hạng,cấp,điều,tập,quyển,giai đoạn,đợt,nhóm
    vùng,bậc,quân khu,quân đoàn,học kỳ,hk,kỳ họp,phụ lục,bảng,hình,phân khu,tiểu khu,khối,độ,nhiệm kỳ,hội nghị,khoản,trung ương
    chuyên khoa,ck,bs ck,bác sĩ ck,đô thị loại,đô thị,nghị quyết,quyền,cột,dãy,vành đai,hồi,pha,giải,huân chương,thế chiến
    bđ,báo động,louis,henry,elizabeth,john paul,gioan phaolô,charles,napoléon,napoleon,philip,george,william,ramses,nicolas,olympic,apec,phiên
    """)
}
