extension Passage {
  /// The number's words; a point is said as `point`.
  func spoken(_ numeral: Numeral, point: String = "phẩy") -> String {
    let whole =
      numeral.isLong ? NumberWords.digits(slice(numeral.end - 1, numeral.end)) : NumberWords.cardinal(numeral.value)
    guard let fraction = numeral.fraction else { return whole }
    let word = numeral.style == .dot ? point : "phẩy"
    return "\(whole) \(word) \(NumberWords.digits(slice(fraction, fraction + 1)))"
  }

  /// A number that no other rule took.
  func cardinal(_ place: Int) -> Match? {
    guard let numeral = numeral(place) else { return nil }
    if numeral.isLong || isDigits(place - 1) { return digitRun(place) }
    let end = numeral.end
    if numeral.style == .plain {
      // `Luật BHXH 2024` has a year, `mã OTP 2024` a code.
      let isYear = numeral.count == 4 && (1900...2100).contains(numeral.value) && !cue(Self.secret, before: place)
      if !isYear, cue(Cues.digitwise, before: place, within: 2), numeral.count >= 3 || numeral.startsWithZero {
        return Match(
          end: end, spoken: NumberWords.grouped(slice(place, end)), semioticClass: .identifier, rule: .digitByDigit)
      }
      if numeral.startsWithZero, cue(Self.namedWithZero, before: place) || numeral.value == 0 && numeral.count > 1 {
        return Match(
          end: end, spoken: NumberWords.digits(slice(place, end)), semioticClass: .cardinal, rule: .leadingZeroKept)
      }
      if numeral.startsWithZero, numeral.count > 3 || isZeroes(place), !cue(Unit.counters, at: end) {
        return digitRun(place)
      }
      if numeral.count > 9 {
        var match = digitRun(place)
        if !numeral.startsWithZero { match.flag = .ambiguous(.longNumber) }
        return match
      }
      if let ordinal = ordinal(place, numeral.value) {
        return Match(end: end, spoken: ordinal, semioticClass: .ordinal, rule: .ordinal)
      }
    }
    if numeral.style == .dot {
      let isDecimal = cue(Self.decimalPoint, before: place, within: 2) || cue(Self.decimalUnit, at: end)
      let isVersion = cue(Self.version, before: place, within: 3)
      return Match(
        end: end, spoken: spoken(numeral, point: isDecimal ? "phẩy" : "chấm"), semioticClass: .decimal,
        rule: isDecimal ? .decimal : .version,
        flag: isDecimal || isVersion ? .sure : .ambiguous(.pointNumber))
    }
    let rule: Rule = numeral.isWhole ? numeral.style == .grouped ? .grouped : .cardinal : .decimal
    return Match(
      end: end, spoken: spoken(numeral), semioticClass: numeral.isWhole ? .cardinal : .decimal, rule: rule,
      flag: numeral.flag)
  }

  /// Two zeros and more in front: `007` is a name.
  private func isZeroes(_ place: Int) -> Bool { self[place].count > 2 && slice(place, place + 1).starts(with: [0x30, 0x30]) }

  /// Digits one by one; long runs are cut by the scanner, so that no token grows without bounds.
  func digitRun(_ place: Int) -> Match {
    Match(
      end: place + 1, spoken: NumberWords.grouped(slice(place, place + 1)), semioticClass: .identifier,
      rule: .digitByDigit)
  }

  /// `thứ 4` is "tư", also in `thứ 2, 4, 6`; `tháng 4` too; `thứ 1` is "nhất".
  private func ordinal(_ place: Int, _ value: UInt64) -> String? {
    guard value == 4 || value == 1, let word = wordBeforeList(place) else { return nil }
    // `5 tháng 4 ngày` is a length of time.
    if value == 4, word == Self.tháng { return isWord(skipBlank(place + 1), Self.ngày) ? nil : "tư" }
    if value == 4 { return word == Self.thứ ? "tư" : nil }
    return word == Self.thứ ? "nhất" : nil
  }

  /// The word before the list of numbers that `place` belongs to.
  func wordBeforeList(_ place: Int) -> Key? {
    var place = place
    for _ in 0..<8 {
      let before = isBlank(place - 1) ? place - 2 : place - 1
      let isJoint = isMark(before, anyOf: ",-") || isWord(before, Self.và)
      let number = isBlank(before - 1) ? before - 2 : before - 1
      guard isJoint, value(number, digits: 1...2) != nil else { return wordBefore(place) }
      place = number
    }
    return nil
  }

  static let thứ = Key(word: "thứ")
  static let tháng = Key(word: "tháng")

  private static let secret = CueSet("mã,otp,mã otp,pin,mã pin,mật khẩu,mã số,số thẻ,stk,tài khoản")
  private static let namedWithZero = CueSet("đề án,mã,số hiệu,tổ công tác,kiot,ki ốt")
  private static let decimalPoint = CueSet(
    "điểm,ph,độ ph,trung bình,hệ số,độ richter,richter,cận,nặng,cao,dài,rộng,sâu,khoảng,đạt")
  private static let decimalUnit = CueSet(
    "lần,triệu,tỷ,nghìn,ngàn,độ,điểm,tấn,tạ,lít,mét,cân,héc ta,sào,mẫu,giờ,ngày,tháng,năm,chỉ,lượng,yến,công")
  private static let version = CueSet(
    """
    công nghiệp,phiên bản,cách mạng công nghiệp,web,mục,điều,khoản,bảng,hình,phụ lục,tiểu mục,biểu,chương,version,android,ios
    windows,bluetooth,chính phủ,nông nghiệp,y tế,giáo dục,kỷ nguyên,hệ thống,bản,v
    """)
}
