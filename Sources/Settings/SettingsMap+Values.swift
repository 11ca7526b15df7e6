internal import Yams

extension SettingsMap {
  /// The text under `key`, with where it stands.
  public mutating func text(_ key: SettingsKey) -> SettingsText? {
    guard let entry = take(key) else { return nil }
    guard case .scalar(let scalar) = entry.node else {
      report(.wrongType(key: entry.key, expected: .text), at: entry.place)
      return nil
    }
    return SettingsText(scalar.string, at: entry.place)
  }

  /// The number under `key`, inside `range`.
  public mutating func number(_ key: SettingsKey, in range: ClosedRange<Double>) -> Double? {
    guard let text = text(key) else { return nil }
    guard let number = Double(text.value), number.isFinite else {
      report(.wrongType(key: key.canonical, expected: .number), at: text.place)
      return nil
    }
    guard range.contains(number) else {
      report(.outOfRange(key: key.canonical, value: text.value, lower: range.lowerBound, upper: range.upperBound), at: text.place)
      return nil
    }
    return number
  }

  /// The whole number under `key`, inside `range`.
  public mutating func integer(_ key: SettingsKey, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text.value) else {
      report(.wrongType(key: key.canonical, expected: .wholeNumber), at: text.place)
      return nil
    }
    guard range.contains(number) else {
      report(
        .outOfRange(
          key: key.canonical, value: text.value, lower: Double(range.lowerBound), upper: Double(range.upperBound)),
        at: text.place)
      return nil
    }
    return number
  }

  /// The case of `choices` named under `key`; each case may have several names, the first is the one shown.
  public mutating func choice<Value>(_ key: SettingsKey, _ choices: [(names: [String], value: Value)]) -> Value? {
    guard let text = text(key) else { return nil }
    for choice in choices where SettingsKey(choice.names).matches(text.value) { return choice.value }
    report(
      .notAChoice(
        key: key.canonical, value: text.value, choices: choices.compactMap(\.names.first),
        nearest: SettingsKey.nearest(to: text.value, among: choices.flatMap(\.names))),
      at: text.place)
    return nil
  }

  /// The texts under `key`, written as a YAML list or parted by commas.
  public mutating func list(_ key: SettingsKey) -> [SettingsText]? {
    guard let entry = take(key) else { return nil }
    switch entry.node {
    case .scalar(let scalar):
      return scalar.string.split(separator: ",").map { SettingsText(trimmed($0), at: entry.place) }
        .filter { !$0.value.isEmpty }
    case .sequence(let sequence):
      return sequence.compactMap { node in
        guard let scalar = node.scalar else {
          report(.wrongType(key: entry.key, expected: .list), at: entry.place)
          return nil
        }
        return SettingsText(scalar.string, at: SettingsProblem.Place(node.mark, firstLine: entry.place.firstLine))
      }
    default:
      report(.wrongType(key: entry.key, expected: .list), at: entry.place)
      return nil
    }
  }
}

/// A text value and where it stands in the file.
public struct SettingsText: Sendable, Hashable {
  public let value: String
  public let place: SettingsProblem.Place

  init(_ value: String, at place: SettingsProblem.Place) {
    self.value = value
    self.place = place
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while text.first?.isWhitespace == true { text.removeFirst() }
  while text.last?.isWhitespace == true { text.removeLast() }
  return String(text)
}
