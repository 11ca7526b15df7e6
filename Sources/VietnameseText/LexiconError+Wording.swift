extension LexiconError: CustomStringConvertible {
  public var description: String { english }

  public var vietnamese: String {
    let place = "Tệp \(place.file), dòng \(place.line), cột \(place.column): "
    switch self {
    case .noSpokenForm(_, let line):
      return place + "dòng “\(line)” không có dấu tab. Hãy viết chữ trong văn bản, phím Tab, rồi cách đọc."
    case .emptyWritten:
      return place + "cột đầu bỏ trống. Hãy viết chữ như trong văn bản, ví dụ UBND."
    case .emptySpoken(_, let written):
      return place + "“\(written)” chưa có cách đọc. Hãy viết cách đọc sau phím Tab."
    case .tooManyColumns(_, let found):
      return place + "có \(found) cột, nhiều nhất là 5: chữ viết, cách đọc, loại, dấu hiệu, ghi chú. Hãy bỏ bớt dấu tab."
    case .unknownKind(_, let found):
      return place + "không có loại “\(found)”. Hãy dùng một trong: \(Self.kinds); hoặc để trống."
    case .badCue(_, let found):
      return place + "dấu hiệu “\(found)” không đúng. Hãy viết <từ (đứng trước) hoặc >từ (đứng sau), cách nhau bằng dấu phẩy;"
        + " # là số, Aa là chữ viết hoa, dấu ? đứng một mình là chưa chắc."
    case .unspeakable(_, let word):
      return place + "“\(word)” không phải là âm tiết tiếng Việt viết thường. Hãy viết cách đọc bằng các âm tiết, ví dụ “gi meo”."
    case .tooLong(_, let written):
      return place + "“\(written)” quá dài. Hãy rút gọn dưới 120 byte, khoảng 80 chữ cái."
    case .duplicate(_, let written, let firstLine):
      return place + "“\(written)” với cùng dấu hiệu đã có ở dòng \(firstLine). Hãy xóa một trong hai dòng."
    }
  }

  public var english: String {
    let place = "File \(place.file), line \(place.line), column \(place.column): "
    switch self {
    case .noSpokenForm(_, let line):
      return place + "the line “\(line)” has no tab. Write the text as in notices, a tab, then how it is said."
    case .emptyWritten:
      return place + "the first column is empty. Write the text as in notices, for example UBND."
    case .emptySpoken(_, let written):
      return place + "nothing is said for “\(written)”. Write how it is said after the tab."
    case .tooManyColumns(_, let found):
      return place + "there are \(found) columns, at most 5 are known: written, spoken, kind, cues, note. Remove tabs."
    case .unknownKind(_, let found):
      return place + "there is no kind “\(found)”. Use one of \(Self.kinds), or leave it empty."
    case .badCue(_, let found):
      return place + "“\(found)” is no cue. Write <word (stands before) or >word (stands after), parted by commas;"
        + " # is a number, Aa a capitalised word, ? alone means not sure."
    case .unspeakable(_, let word):
      return place + "“\(word)” is no lower-case Vietnamese syllable. Respell it in syllables, as in “gi meo”."
    case .tooLong(_, let written):
      return place + "“\(written)” is too long. Shorten it to at most 120 bytes."
    case .duplicate(_, let written, let firstLine):
      return place + "“\(written)” with the same cues stands on line \(firstLine) already. Remove one of the two."
    }
  }

  private static var kinds: String { LexiconEntry.Kind.allCases.map(\.rawValue).joined(separator: ", ") }
}
