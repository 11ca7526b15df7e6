extension Passage {
  /// Reads the number that starts at `place`: plain digits, thousands groups, a decimal comma or point.
  func numeral(_ place: Int) -> Numeral? {
    let first = self[place]
    guard first.kind == .digits else { return nil }
    let isZeroLed = first.count > 1 && bytes[Int(first.start)] == 0x30
    var numeral = Numeral(
      end: place + 1, value: first.key, count: Int(first.count), startsWithZero: isZeroLed, style: .plain)
    if isDigits(place + 1) { numeral.count = 99 }
    if first.count <= 3, first.key > 0, !isZeroLed { group(&numeral, from: place) }
    decimals(&numeral, from: place)
    numeral.magnitude = Double(numeral.value)
    if let fraction = numeral.fraction {
      let digits = self[fraction]
      var scale = 1.0
      for _ in 0..<digits.count { scale /= 10 }
      numeral.magnitude += Double(digits.key) * scale
    }
    return numeral
  }

  /// Takes `.ddd`, ` ddd` or `,ddd,ddd` groups onto a first group of one to three digits.
  private func group(_ numeral: inout Numeral, from place: Int) {
    for separator in [Separator.dot, .comma, .blank, .spacedDot] {
      var end = place + 1
      var value = numeral.value
      var groups = 0
      while groups < 6, let next = after(separator, end) ?? (groups > 0 && separator == .spacedDot ? after(.dot, end) : nil),
        self[next].count == 3, isDigits(next), !isDigits(next + 1)
      {
        value = value &* 1000 &+ self[next].key
        end = next + 1
        groups += 1
      }
      guard groups > 0, groups < 6 else { continue }
      // `12.345.67` is no number in groups.
      if separator == .dot, isMark(end, "."), isDigits(end + 1) { continue }
      if separator == .comma, groups == 1 {
        guard numeral.count <= 3, cue(Self.counted, at: end) else { continue }
        numeral.flag = .ambiguous(.commaThousands)
      }
      if separator == .blank, !groupsByBlank(place, end) { continue }
      if separator == .spacedDot { numeral.flag = .ambiguous(.spacedThousands) }
      numeral.value = value
      numeral.count += 3 * groups
      numeral.end = end
      numeral.style = .grouped
      return
    }
  }

  private func decimals(_ numeral: inout Numeral, from place: Int) {
    let mark = numeral.end
    guard isDigits(mark + 1), !isDigits(mark + 2) else { return }
    let isGroupedByComma = numeral.style == .grouped && isMark(place + 1, ",")
    if isMark(mark, ","), !isGroupedByComma {
      // `1,2,3` and `thôn 1,2` are lists.
      if isMark(mark + 2, ","), isDigits(mark + 3) { return }
      if numeral.style == .plain, listsNumbers(place, self[mark + 1]), unit(skipBlank(mark + 2), wideOpen: false) == nil {
        return
      }
      numeral.fraction = mark + 1
      numeral.end = mark + 2
      if numeral.style == .plain { numeral.style = .comma }
    } else if isMark(mark, "."), numeral.style == .plain || isGroupedByComma {
      if isMark(mark + 2, "."), isDigits(mark + 3) { return }
      if self[mark + 1].count == 3, !numeral.startsWithZero, numeral.value > 0 || numeral.count > 1 { return }
      numeral.fraction = mark + 1
      numeral.end = mark + 2
      if numeral.style == .plain { numeral.style = .dot }
    }
  }

  /// `thôn 1,2`: small rising numbers after a word that takes several.
  private func listsNumbers(_ place: Int, _ second: Atom) -> Bool {
    let first = self[place]
    guard first.count <= 2, second.count <= 2, first.key < second.key, cue(Cues.list, before: place) else { return false }
    // `tổ số 3,5 và 9`
    let joint = skipBlank(place + 3)
    if isWord(joint, Self.và), isBlank(joint + 1), let third = value(joint + 2, digits: 1...2), third > Int(second.key) {
      return true
    }
    // `điểm 8,5` and `số 3,14` are more often decimals.
    return second.key - first.key == 1 || wordBefore(place) != Self.điểm && wordBefore(place) != Self.số
  }

  private static let điểm = Key(word: "điểm")
  private static let số = Key(word: "số")

  private enum Separator { case dot, comma, blank, spacedDot }

  /// The place after a group separator, or nil.
  private func after(_ separator: Separator, _ place: Int) -> Int? {
    switch separator {
    case .dot: return isMark(place, ".") && isDigits(place + 1) ? place + 1 : nil
    case .comma: return isMark(place, ",") && isDigits(place + 1) ? place + 1 : nil
    case .blank: return isThinBlank(place) && isDigits(place + 1) ? place + 1 : nil
    case .spacedDot:
      guard isBlank(place), isMark(place + 1, ".") else { return nil }
      let next = skipBlank(place + 2)
      return isDigits(next) ? next : nil
    }
  }

  /// One space of any width.
  private func isThinBlank(_ place: Int) -> Bool { isBlank(place) && self[place].key != 0 }

  /// `1 250 hộ` is one number, `thôn 1 250 hộ` and `5 100.000` are two.
  private func groupsByBlank(_ place: Int, _ end: Int) -> Bool {
    if cue(Self.numbered, before: place) || isDigits(place - 2) { return false }
    if isMark(end, anyOf: ".,:/-"), isDigits(end + 1) { return false }
    return !isWord(end) || Unit.currencies[exactKey(end)] != nil || bytes[Int(self[end - 1].start)] == 0x30
  }

  /// Names that take a number of their own.
  private static let numbered = CueSet(
    """
    thôn,tổ,khu phố,ấp,xóm,lớp,khu,bản,đội,quận,phường,số,điểm,mục,điều,khoản,đợt,mũi,cấp,bão số,ngày,tháng,năm,lô,thửa,khối
    """)

  /// What is counted in whole numbers, so that `1,250 hộ` has a comma for thousands.
  private static let counted = CueSet(
    """
    hộ,người,em,cháu,con,cây,suất,khẩu,lượt,trường hợp,học sinh,hội viên,đồng,cử tri,đại biểu,cụ,bà,ông,gia đình,hộ dân
    hộ nghèo,đối tượng,lao động,nhà,căn,phiếu,cuộc,bộ,cái,chiếc,quyển,cuốn,tờ,xe,tàu,thuyền,đoàn viên,đảng viên,công dân
    trẻ,trẻ em,bệnh nhân,liều,mũi,viên,chai,gói,thùng,bao,doanh nghiệp,cơ sở,đơn vị,hồ sơ,văn bản,tin,bài,giống,khách,nhân khẩu
    đ,vnđ,vnd,usd,lá,cử,sinh viên,giáo viên,cán bộ,chiến sĩ,thanh niên,phụ nữ,nông dân,trâu,bò,lợn,gà,vịt,chó
    """)
}
