import Yams

/// One YAML mapping of a voice profile, whose keys have all been checked.
struct ProfileReader {
  private let mapping: Node.Mapping
  private let path: String
  private let line: Int

  /// - Throws: `profileMalformed` when the text is no mapping, or a key is unknown, missing or repeated.
  init(yaml: String, path: String, keys: [String]) throws(SpeechError) {
    let root: Node?
    do {
      root = try compose(yaml: yaml)
    } catch let error as YamlError {
      throw .profileMalformed(path: path, line: error.lineInFile, problem: .init(error))
    } catch {
      throw .profileMalformed(path: path, line: 0, problem: .notYAML("\(error)"))
    }
    try self.init(node: root, path: path, keys: keys)
  }

  private init(node: Node?, path: String, keys: [String]) throws(SpeechError) {
    let line = node?.mark?.line ?? 0
    guard let mapping = node?.mapping else {
      throw .profileMalformed(path: path, line: line, problem: .notAMapping)
    }
    for (key, _) in mapping {
      let name = key.string ?? ""
      guard keys.contains(name) else {
        let nearest = keys.min { distance($0, name) < distance($1, name) } ?? ""
        throw .profileMalformed(path: path, line: key.mark?.line ?? line, problem: .unknownKey(name, nearest: nearest))
      }
    }
    if let missing = keys.first(where: { mapping[$0] == nil }) {
      throw .profileMalformed(path: path, line: line, problem: .missingKey(missing))
    }
    self.mapping = mapping
    self.path = path
    self.line = line
  }

  func mapping(_ key: String, keys: [String]) throws(SpeechError) -> ProfileReader {
    try ProfileReader(node: mapping[key], path: path, keys: keys)
  }

  func text(_ key: String) throws(SpeechError) -> String {
    guard let text = mapping[key]?.string, !text.isEmpty else { throw malformed(key, .emptyText(key: key)) }
    return text
  }

  func number(_ key: String, in allowed: ClosedRange<Double>) throws(SpeechError) -> Double {
    let text = mapping[key]?.string ?? ""
    guard let value = Double(text), value.isFinite else {
      throw malformed(key, .notANumber(key: key, value: text))
    }
    guard allowed.contains(value) else {
      throw malformed(key, .outOfRange(key: key, value: value, allowed: allowed))
    }
    return value
  }

  func choice(_ key: String, among allowed: [String]) throws(SpeechError) -> String {
    let value = try text(key)
    guard allowed.contains(value) else {
      throw malformed(key, .unknownValue(key: key, value: value, allowed: allowed))
    }
    return value
  }

  private func malformed(_ key: String, _ problem: SpeechError.ProfileProblem) -> SpeechError {
    .profileMalformed(path: path, line: mapping[key]?.mark?.line ?? line, problem: problem)
  }
}

/// Levenshtein's distance in characters, for "did you mean".
private func distance(_ a: String, _ b: String) -> Int {
  let b = Array(b)
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == b[j] ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}

extension YamlError {
  fileprivate var lineInFile: Int {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: 0
    }
  }
}

extension SpeechError.ProfileProblem {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      self = .notYAML(problem)
    case .duplicatedKeysInMapping(let keys, _): self = .repeatedKey(keys.first ?? "")
    default: self = .notYAML("\(error)")
    }
  }
}
