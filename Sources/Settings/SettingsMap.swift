// Settings: YAML that people write (front matter, profiles, station.yaml) with typed keys, places and plain sentences.
// Level 0: imports Yams, nothing of ours; does no I/O, reads no clock.

internal import Yams

/// A YAML mapping being read key by key; what is wrong is collected, never thrown at the first fault.
///
/// Take every known key, then call `finish()`: it throws all that was found, unknown keys included.
///
///     var map = try SettingsMap(yaml: text, file: "horn.yaml")
///     let target = map.number(SettingsKey("target_lufs"), in: -40 ... -5) ?? -16
///     try map.finish()
public struct SettingsMap {
  /// The file's name as the person knows it.
  public let file: String
  /// What was found wrong so far, in the order found.
  public private(set) var problems: [SettingsProblem] = []
  private var pending: [Entry] = []
  private var known: [String] = []

  struct Entry {
    var key: String
    var node: Node
    var place: SettingsProblem.Place
  }

  /// Parses `yaml`, which may be empty.
  /// - Parameter firstLine: the line of `file` at which `yaml` begins, 1 for a whole file.
  /// - Throws: `SettingsError` when it is not YAML or not a mapping; nothing can be read then.
  public init(yaml: String, file: String, firstLine: Int = 1) throws(SettingsError) {
    self.file = file
    // Anchors let a few lines stand for billions of nodes; settings have no use for them.
    if let line = Self.lineWithAnchor(yaml) {
      throw SettingsError(
        file: file, problems: [SettingsProblem(line: firstLine + line, column: 1, kind: .anchor)])
    }
    let root: Node?
    do {
      // Values are taken as they are written: no rules that tell numbers from dates, whose patterns cost milliseconds to make.
      root = try compose(yaml: yaml, .basic)
    } catch let error as YamlError {
      throw SettingsError(file: file, problems: [SettingsProblem(error, firstLine: firstLine)])
    } catch {
      throw SettingsError(file: file, problems: [SettingsProblem(line: firstLine, column: 1, kind: .notYAML("\(error)"))])
    }
    guard let root else { return }
    if case .scalar(let scalar) = root, scalar.string.isEmpty { return }
    guard case .mapping(let mapping) = root else {
      let place = SettingsProblem.Place(root.mark, firstLine: firstLine)
      throw SettingsError(file: file, problems: [SettingsProblem(place, .notAMapping)])
    }
    take(mapping, firstLine: firstLine)
  }

  /// The first line, from 0, with a value that begins with `&` or `*`, which YAML takes for an anchor or its use.
  private static func lineWithAnchor(_ yaml: String) -> Int? {
    for (number, line) in yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      var before: Character = " "
      var opensValue = true
      var quote: Character?
      for character in line {
        if let open = quote {
          if character == open { quote = nil }
        } else if character == "#", before == " " {
          break
        } else if opensValue, character == "\"" || character == "'" {
          quote = character
        } else if opensValue, character == "&" || character == "*" {
          return number
        }
        if character != " " { opensValue = "[{,:-?".contains(character) }
        before = character
      }
    }
    return nil
  }

  private init(file: String) { self.file = file }

  private mutating func take(_ mapping: Node.Mapping, firstLine: Int) {
    for (key, node) in mapping {
      let place = SettingsProblem.Place(key.mark, firstLine: firstLine)
      guard let name = key.string else {
        problems.append(SettingsProblem(place, .notAMapping))
        continue
      }
      pending.append(Entry(key: name, node: node, place: place))
    }
  }

  /// Removes and returns the entry of `key`, under whichever of its names it was written.
  mutating func take(_ key: SettingsKey) -> Entry? {
    known += key.names
    let matches = pending.indices.filter { key.matches(pending[$0].key) }
    guard let first = matches.first else { return nil }
    let entry = pending[first]
    for extra in matches.dropFirst() {
      problems.append(SettingsProblem(pending[extra].place, .repeatedKey(pending[extra].key)))
    }
    for index in matches.reversed() { pending.remove(at: index) }
    if case .scalar(let scalar) = entry.node, scalar.string.isEmpty || scalar.string == "~" { return nil }
    return entry
  }

  /// Notes something wrong with the value of a key that was taken.
  public mutating func report(_ kind: SettingsProblem.Kind, at place: SettingsProblem.Place) {
    problems.append(SettingsProblem(place, kind))
  }

  /// Where the first key not yet taken stands.
  public var firstPlace: SettingsProblem.Place? { pending.first?.place }

  /// The mapping under `key`; problems found in it are handed back by `absorb`.
  public mutating func map(_ key: SettingsKey) -> SettingsMap? {
    guard let entry = take(key) else { return nil }
    guard case .mapping(let mapping) = entry.node else {
      report(.wrongType(key: entry.key, expected: .mapping), at: entry.place)
      return nil
    }
    var inner = SettingsMap(file: file)
    inner.take(mapping, firstLine: entry.place.firstLine)
    return inner
  }

  /// Every key left with its text value, for mappings whose keys are the person's own.
  public mutating func allTexts() -> [(key: String, value: SettingsText)] {
    let entries = pending
    pending = []
    return entries.compactMap { entry in
      guard let text = entry.node.scalar?.string else {
        report(.wrongType(key: entry.key, expected: .text), at: entry.place)
        return nil
      }
      return (entry.key, SettingsText(text, at: entry.place))
    }
  }

  /// Every key left with its mapping, for mappings whose keys are the person's own; hand each back with `absorb`.
  public mutating func allMaps() -> [(key: SettingsText, map: SettingsMap)] {
    let entries = pending
    pending = []
    return entries.compactMap { entry in
      guard case .mapping(let mapping) = entry.node else {
        report(.wrongType(key: entry.key, expected: .mapping), at: entry.place)
        return nil
      }
      var inner = SettingsMap(file: file)
      inner.take(mapping, firstLine: entry.place.firstLine)
      return (SettingsText(entry.key, at: entry.place), inner)
    }
  }

  /// Takes over what an inner mapping found, its unknown keys included.
  public mutating func absorb(_ inner: consuming SettingsMap) {
    do { try inner.finish() } catch { problems += error.problems }
  }

  /// Ends the reading: keys nobody asked for are problems too.
  /// - Throws: `SettingsError` with every problem, sorted by place.
  public consuming func finish() throws(SettingsError) {
    var found = problems
    for entry in pending {
      found.append(
        SettingsProblem(entry.place, .unknownKey(entry.key, nearest: SettingsKey.nearest(to: entry.key, among: known))))
    }
    guard !found.isEmpty else { return }
    throw SettingsError(file: file, problems: found.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
  }
}
