/// An element of CAP's namespace, with what it holds of the same namespace.
struct CAPElement {
  let name: String
  let line: Int
  var text = ""
  var children: [CAPElement] = []

  /// Its text without the white space around it.
  var value: String { text.trimmed }
}

extension CAPElement {
  func all(_ field: String) -> [CAPElement] { children.filter { $0.name == field } }

  /// The one child of that name that says something.
  func element(_ field: String) throws(CAPRefusal) -> CAPElement? {
    let found = all(field)
    if let second = found.dropFirst().first { throw .repeatedField(field, line: second.line) }
    guard let child = found.first, !child.value.isEmpty else { return nil }
    return child
  }

  func text(_ field: String) throws(CAPRefusal) -> String? { try element(field)?.value }

  func required(_ field: String) throws(CAPRefusal) -> CAPElement {
    guard let child = try element(field) else { throw .missingField(field, line: line) }
    return child
  }

  /// The child's value as one of the words CAP lists, in CAP's own case.
  func choice<Choice>(_ field: String, _: Choice.Type) throws(CAPRefusal) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    try required(field).choice()
  }

  func choice<Choice>() throws(CAPRefusal) -> Choice where Choice: RawRepresentable<String> & CaseIterable {
    guard let choice = Choice(rawValue: value) else {
      throw .badValue(field: name, value: value, allowed: Choice.allCases.map(\.rawValue), line: line)
    }
    return choice
  }

  /// Every child of that name, each one of the words CAP lists.
  func choices<Choice>(_ field: String, _: Choice.Type) throws(CAPRefusal) -> [Choice]
  where Choice: RawRepresentable<String> & CaseIterable {
    var choices: [Choice] = []
    for child in all(field) { choices.append(try child.choice()) }
    return choices
  }

  func date(_ field: String) throws(CAPRefusal) -> Int? {
    guard let child = try element(field) else { return nil }
    guard let milliseconds = CAPDate.milliseconds(child.value) else {
      throw .badDate(field: field, value: child.value, line: child.line)
    }
    return milliseconds
  }

  func number(_ field: String) throws(CAPRefusal) -> Double? {
    guard let child = try element(field) else { return nil }
    guard let number = CAPPoint.decimal(child.value) else {
      throw .badValue(field: field, value: child.value, allowed: [], line: child.line)
    }
    return number
  }

  func namedValues(_ field: String) throws(CAPRefusal) -> [CAPNamedValue] {
    var values: [CAPNamedValue] = []
    for child in all(field) {
      values.append(CAPNamedValue(name: try child.required("valueName").value, value: try child.text("value") ?? ""))
    }
    return values
  }

  /// Words parted by white space, those with white space of their own in double quotes.
  func words(_ field: String) throws(CAPRefusal) -> [String] {
    var words: [String] = []
    // Pieces between quotes: every second one was quoted.
    for (index, piece) in (try text(field) ?? "").split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index.isMultiple(of: 2) {
        words += piece.split(whereSeparator: \.isWhitespace).map(String.init)
      } else if !piece.isEmpty {
        words.append(String(piece))
      }
    }
    return words
  }
}
