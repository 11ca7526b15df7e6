extension SettingsProblem {
  public var vietnamese: String { wording.vietnamese }
  public var english: String { wording.english }

  private var wording: (vietnamese: String, english: String) {
    switch kind {
    case .notYAML(let reason):
      return (
        "không đọc được phần khai báo (\(reason)). Mỗi dòng viết «khóa: giá trị»; giá trị có dấu hai chấm thì đặt trong ngoặc kép.",
        "this is not YAML (\(reason)). Write each line as «key: value»; put a value that holds a colon in quotes."
      )
    case .notAMapping:
      return ("phải là các dòng «khóa: giá trị».", "this must be lines of «key: value».")
    case .anchor:
      return (
        "giá trị bắt đầu bằng «&» hoặc «*». Hãy đặt giá trị trong ngoặc kép.",
        "a value begins with «&» or «*». Put the value in quotes."
      )
    case .unknownKey(let key, let nearest):
      return (
        "không có khóa «\(key)». "
          + (nearest.map { "Có phải là «\($0)»?" } ?? "Hãy xóa dòng này hoặc xem danh sách khóa trong tài liệu."),
        "there is no key «\(key)». "
          + (nearest.map { "Did you mean «\($0)»?" } ?? "Delete the line, or see the list of keys in the documentation.")
      )
    case .repeatedKey(let key):
      return ("khóa «\(key)» viết hai lần. Chỉ giữ một dòng.", "the key «\(key)» is written twice. Keep one line.")
    case .missingKey(let key):
      return ("thiếu khóa «\(key)». Hãy thêm vào.", "the key «\(key)» is missing. Add it.")
    case .wrongType(let key, let expected):
      return (
        "giá trị của «\(key)» phải là \(expected.vietnamese).", "the value of «\(key)» must be \(expected.english)."
      )
    case .outOfRange(let key, let value, let lower, let upper):
      return (
        "«\(key)» là \(value), ngoài khoảng cho phép. Hãy viết một số từ \(short(lower)) đến \(short(upper)).",
        "«\(key)» is \(value), out of range. Write a number from \(short(lower)) to \(short(upper))."
      )
    case .notAChoice(let key, let value, let choices, let nearest):
      let list = choices.joined(separator: ", ")
      return (
        "«\(key)» không nhận giá trị «\(value)». " + (nearest.map { "Có phải là «\($0)»? " } ?? "")
          + "Hãy viết một trong: \(list).",
        "«\(key)» does not take «\(value)». " + (nearest.map { "Did you mean «\($0)»? " } ?? "") + "Write one of: \(list)."
      )
    case .other(let vietnamese, let english):
      return (vietnamese, english)
    }
  }

  private func short(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}

extension SettingsProblem.Expected {
  fileprivate var vietnamese: String {
    switch self {
    case .text: "một đoạn chữ"
    case .number: "một số, như 2.8"
    case .wholeNumber: "một số nguyên, như 2"
    case .list: "một danh sách, như [sáng, chiều]"
    case .mapping: "các dòng thụt vào «khóa: giá trị»"
    }
  }

  fileprivate var english: String {
    switch self {
    case .text: "text"
    case .number: "a number, such as 2.8"
    case .wholeNumber: "a whole number, such as 2"
    case .list: "a list, such as [sáng, chiều]"
    case .mapping: "indented lines of «key: value»"
    }
  }
}
