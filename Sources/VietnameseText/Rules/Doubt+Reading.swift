/// The reader's doubts, both languages side by side.
extension Doubt {
  static let commaThousands = Doubt(
    vietnamese: "Dấu phẩy ở đây được đọc là ngăn cách hàng nghìn; nếu là số lẻ, hãy viết thêm đơn vị đo.",
    english: "The comma was read as a thousands separator; for a decimal, write a unit of measure after it.")
  static let spacedThousands = Doubt(
    vietnamese: "Số có dấu cách ở giữa được đọc là một số; nếu là hai số, hãy viết dấu phẩy giữa chúng.",
    english: "A number with a blank inside was read as one number; if it is two, part them by a comma.")
  static let dayMonthOrRange = Doubt(
    vietnamese: "Có thể là ngày và tháng, cũng có thể là khoảng; hãy viết 5/7 hoặc “từ 5 đến 7”.",
    english: "This may be a day and month or a range; write 5/7 or “từ 5 đến 7”.")
  static let dateOrFraction = Doubt(
    vietnamese: "Có thể là ngày tháng, cũng có thể là phân số; hãy viết “ngày” trước ngày tháng.",
    english: "This may be a date or a fraction; write “ngày” before a date.")
  static let shortYear = Doubt(
    vietnamese: "Năm chỉ viết hai chữ số; hãy viết đủ bốn chữ số.",
    english: "The year has only two digits; write all four.")
  static let impossibleDate = Doubt(
    vietnamese: "Trông như ngày tháng nhưng không có ngày này trong lịch; hãy kiểm tra lại.",
    english: "This looks like a date, but the calendar has no such day; check it.")
  static let scannedDigits = Doubt(
    vietnamese: "Trong số này có chữ cái trông như chữ số (l, I, O) và được đọc là chữ số; hãy kiểm tra lại.",
    english: "This number holds letters that look like digits (l, I, O) and was read as a number; check it.")
  static let impossibleTime = Doubt(
    vietnamese: "Trông như giờ nhưng không có giờ này; hãy kiểm tra lại.",
    english: "This looks like a time of day, but no clock shows it; check it.")
  static let otherWeekday = Doubt(
    vietnamese: "Thứ trong tuần không khớp với ngày này; hãy kiểm tra lại.",
    english: "The day of the week does not fit this date; check both.")
  static let shortWord = Doubt(
    vietnamese: "Chữ viết tắt một chữ cái nên đọc tên chữ cái; hãy viết đầy đủ.",
    english: "A word shortened to one letter was read as the letter; write it in full.")
  static let fallingRange = Doubt(
    vietnamese: "Số sau nhỏ hơn số trước nên không đọc là khoảng; hãy viết rõ bằng chữ.",
    english: "The second number is smaller, so it was not read as a range; spell it out.")
  static let pointNumber = Doubt(
    vietnamese: "Dấu chấm trong số này có thể là dấu phẩy thập phân; hãy viết theo kiểu Việt Nam (1,5).",
    english: "The point in this number may be a decimal comma; write it the Vietnamese way (1,5).")
  static let longNumber = Doubt(
    vietnamese: "Dãy số dài được đọc từng chữ số; hãy viết dấu chấm ngăn nghìn nếu là một con số.",
    english: "A long run of digits was read digit by digit; group it by thousands if it is a quantity.")
  static let romanOrLetters = Doubt(
    vietnamese: "Đọc là số La Mã; nếu là chữ viết tắt, hãy thêm vào từ điển.",
    english: "Read as a Roman numeral; if it is an acronym, add it to the lexicon.")
  static let otherScript = Doubt(
    vietnamese: "Chữ không thuộc bảng chữ La-tinh nên không được đọc; hãy viết lại bằng tiếng Việt.",
    english: "Letters outside the Latin alphabet are not read; write this in Vietnamese.")
  static let joinedAcronym = Doubt(
    vietnamese: "Chữ viết tắt được ghép từ các phần đã biết; hãy kiểm tra và thêm vào từ điển.",
    english: "The acronym was put together from known parts; check it and add it to the lexicon.")
  static let manySenses = Doubt(
    vietnamese: "Chữ viết tắt này có nhiều nghĩa và câu không cho biết nghĩa nào; hãy viết đầy đủ.",
    english: "This acronym has several meanings and the sentence does not tell which; write it in full.")
  static let unknownSymbol = Doubt(
    vietnamese: "Ký hiệu này không có cách đọc và đã được bỏ qua.",
    english: "This symbol has no reading and was passed over.")

  static func unknownAcronym(_ written: String, spelled: String) -> Doubt {
    Doubt(
      vietnamese: "Chưa biết chữ viết tắt “\(written)” nên đọc từng chữ cái; hãy thêm vào từ điển của đài.",
      english: "The acronym “\(written)” is unknown and was spelled; add it to the station's lexicon.",
      suggestion: "\(written)\t\(spelled)\tacronym")
  }

  static func unknownWord(_ written: String, spoken: String) -> Doubt {
    Doubt(
      vietnamese: "“\(written)” không phải âm tiết tiếng Việt và chưa có trong từ điển; hãy kiểm tra cách đọc.",
      english: "“\(written)” is no Vietnamese syllable and in no lexicon; check how it is read.",
      suggestion: "\(written)\t\(spoken)\tforeign")
  }
}
