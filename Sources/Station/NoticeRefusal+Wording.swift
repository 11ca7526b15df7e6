internal import Bulletin
internal import Store

extension NoticeRefusal {
  public var vietnamese: String { wording.vietnamese }
  public var english: String { wording.english }

  private var wording: (vietnamese: String, english: String) {
    switch self {
    case .expired(let file, let last):
      (
        "\(file): tin đã hết hiệu lực từ sau ngày \(last.vietnamese). Hãy sửa dòng «hiệu lực» rồi gửi lại.",
        "\(file): the notice expired after \(last). Change its line «hiệu lực» and submit it again."
      )
    case .noZone(let file, let names, let known):
      (
        "\(file): không có khu vực «\(names.joined(separator: ", "))». Các khu vực có: \(known.joined(separator: ", ")).",
        "\(file): there is no zone «\(names.joined(separator: ", "))». There are: \(known.joined(separator: ", "))."
      )
    case .unreadableEncoding(let file, let lines):
      (
        "\(file): chữ bị hỏng ở dòng \(list(lines)), không đọc được. Hãy gõ lại các dòng đó, lưu dạng UTF-8 rồi gửi lại.",
        "\(file): line \(list(lines)) is broken and can't be read. Type it again, save as UTF-8, and submit again."
      )
    case .unknownWords(let file, let words):
      (
        "\(file): chưa biết đọc «\(words.joined(separator: "», «"))». Hãy thêm cách đọc: «loa lexicon add CHỮ \"cách đọc\"»; hoặc gửi nguyên như vậy: thêm --as-is.",
        "\(file): it is not known how to say «\(words.joined(separator: "», «"))». Add it: «loa lexicon add FORM \"how it is said\"»; or submit it as it is: add --as-is."
      )
    case .tooLong(let file, let seconds, let longest):
      (
        "\(file): đọc mất khoảng \(minutes(seconds)), dài hơn mọi buổi phát (dài nhất \(minutes(longest))). Hãy rút gọn hoặc tách thành nhiều tin.",
        "\(file): it takes about \(minutes(seconds)), longer than any session (\(minutes(longest)) at most). Shorten it, or split it."
      )
    case .voiceMissing(let file, let voice, let known):
      (
        "\(file): không có giọng «\(voice)». Các giọng có: \(known.joined(separator: ", ")).",
        "\(file): there is no voice «\(voice)». There are: \(known.joined(separator: ", "))."
      )
    case .unacceptableWord(let file, let word, let line):
      (
        "\(file), dòng \(line): có từ không được phát: «\(word)». Hãy bỏ từ này rồi gửi lại.",
        "\(file), line \(line): the word «\(word)» may not be broadcast. Take it out and submit again."
      )
    case .notApproved(let id, let fault):
      (
        "\(id): chưa được duyệt\(fault.map { " (\($0.vietnamese))" } ?? ""). Hãy nghe bằng «loa preview \(id)», rồi «loa approve \(id) --by TÊN».",
        "\(id): not approved\(fault.map { " (\($0.english))" } ?? ""). Listen with «loa preview \(id)», then «loa approve \(id) --by NAME»."
      )
    case .soundOutOfDate(let id):
      (
        "\(id): cách đọc, giọng hoặc xử lý âm đã đổi từ lần nghe trước. Hãy nghe lại bằng «loa preview \(id)» rồi duyệt.",
        "\(id): its reading, voice or sound chain changed since it was heard. Listen again with «loa preview \(id)», then approve."
      )
    case .badName(let name):
      (
        "«\(name)» không dùng làm tên người duyệt được. Hãy ghi họ tên, không có dấu / \\ : # và dấu ngoặc kép.",
        "«\(name)» is no name for a person who approves. Write a name without / \\ : # and quotes."
      )
    case .mayNotApprove(let person, let known):
      (
        "«\(person)» không có quyền duyệt. "
          + (known.isEmpty
            ? "Chưa có ai: hãy tạo khóa bằng «loa key new TÊN»." : "Người được duyệt: \(known.joined(separator: ", "))."),
        "«\(person)» may not approve. "
          + (known.isEmpty
            ? "Nobody may yet: make a key with «loa key new NAME»." : "Those who may: \(known.joined(separator: ", ")).")
      )
    case .keyMissing(let person, let path):
      (
        "không đọc được khóa của «\(person)» ở \(path). Nếu khóa ở nơi khác (USB), thêm --key TỆP.",
        "the key of «\(person)» can't be read at \(path). If it is elsewhere (a stick), add --key FILE."
      )
    case .otherKey(let person, let path):
      (
        "\(path): không phải khóa của «\(person)» trong station.yaml. Hãy dùng đúng tệp khóa.",
        "\(path): this is not the key that station.yaml has for «\(person)». Use the right file."
      )
    }
  }

  private func list(_ lines: [Int]) -> String { lines.prefix(8).map(String.init).joined(separator: ", ") }

  private func minutes(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    return "\(whole / 60)'\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
  }
}
