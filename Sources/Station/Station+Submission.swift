public import Bulletin
internal import Foundation
public import Production
internal import Schedule
public import Store
public import VietnameseText

extension Station {
  /// A notice that may be submitted, and what is known of it before it is made into sound.
  public struct Checked: Sendable {
    public let submission: Submission
    public let prepared: Recipes.Prepared

    public init(submission: Submission, prepared: Recipes.Prepared) {
      self.submission = submission
      self.prepared = prepared
    }
  }

  /// Checks a notice against everything that keeps notices from being taken.
  /// - Parameters:
  ///   - asIs: takes words that nothing knows how to say; they are spoken as best they can.
  /// - Throws: `StationError.refused` with the first reason, `StationError.production`.
  public func check(
    _ notice: NoticeFile, today: CivilDate, recipes: Recipes, asIs: Bool = false
  ) throws(StationError) -> Checked {
    let bulletin = notice.bulletin
    let list = try unacceptableWords()
    let file = URL(filePath: notice.path).lastPathComponent
    do throws(NoticeRefusal) {
      try refuseBrokenText(notice.text, file: file)
      if let last = bulletin.validity.last, last < today { throw .expired(file: file, last: last) }
      let known = configuration.rules.zones
      if case .named(let names) = bulletin.zones {
        let unknown = known.isEmpty ? [] : names.filter { !Zones.named(known).contains($0) }
        guard unknown.isEmpty else { throw .noZone(file: file, names: unknown, known: known) }
      }
      if let voice = bulletin.voice, !voices.voiceNames.contains(voice) {
        throw .voiceMissing(file: file, voice: voice, known: voices.voiceNames)
      }
      if let (word, line) = list.first(in: notice.text) { throw .unacceptableWord(file: file, word: word, line: line) }
    } catch {
      throw .refused(error)
    }
    let prepared: Recipes.Prepared
    do { prepared = try recipes.prepare(notice) } catch { throw .production(error) }
    do throws(NoticeRefusal) {
      let unknown = prepared.script.reading.unknownWords
      guard asIs || unknown.isEmpty else { throw .unknownWords(file: file, words: unknown) }
      let longest = configuration.rules.sessions.map { Double($0.budgetSeconds) }.max() ?? .infinity
      guard prepared.estimatedSeconds <= longest else {
        throw .tooLong(file: file, seconds: prepared.estimatedSeconds, longest: longest)
      }
    } catch {
      throw .refused(error)
    }
    let recordings = try keepRecordings(of: notice)
    return Checked(
      submission: Submission(bulletin: bulletin, text: notice.text, file: file, recordings: recordings), prepared: prepared)
  }

  /// The station's list, in whatever encoding it was saved; no list is an empty one.
  private func unacceptableWords() throws(StationError) -> WordList {
    guard FileManager.default.fileExists(atPath: home.wordList) else { return WordList("") }
    guard let data = FileManager.default.contents(atPath: home.wordList) else {
      throw .cannotRead(path: home.wordList, reason: String(cString: strerror(errno)))
    }
    do { return WordList(try NoticeFile.text(of: [UInt8](data), named: home.wordList).text) } catch { throw .production(error) }
  }

  private func refuseBrokenText(_ text: String, file: String) throws(NoticeRefusal) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .filter { $0.element.unicodeScalars.contains("\u{FFFD}") }.map { $0.offset + 1 }
    guard lines.isEmpty else { throw .unreadableEncoding(file: file, lines: lines) }
  }

  /// Copies the recordings a notice plays into the station, named by their contents: what was approved stays though their
  /// folder is emptied.
  private func keepRecordings(of notice: NoticeFile) throws(StationError) -> [String: String] {
    var kept: [String: String] = [:]
    for insert in notice.bulletin.inserts where kept[insert.path] == nil {
      let place = notice.place(of: insert)
      guard let data = FileManager.default.contents(atPath: place) else {
        throw .production(.missingRecording(notice: notice.path, line: insert.line, path: insert.path))
      }
      let name = ContentHash.of(data) + "." + URL(filePath: place).pathExtension.lowercased()
      try DurableFile.write(data, to: home.recordings + "/" + name)
      kept[insert.path] = name
    }
    return kept
  }
}

extension SpokenText {
  /// The last of the dates it speaks of, those written with their year; nil when there is none.
  public var lastDate: CivilDate? {
    let bytes = Array(source.utf8)
    return tokens.filter { $0.semioticClass == .date }.compactMap { token in
      let written = String(decoding: bytes[token.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
      return CivilDate(written: written.drop { !$0.isNumber })
    }.max()
  }

  /// Words that no rule, lexicon or syllable covers, each once, as they are written.
  public var unknownWords: [String] {
    let bytes = Array(source.utf8)
    var seen: Set<String> = []
    return tokens.compactMap { token in
      guard case .unknown = token.flag else { return nil }
      let written = String(decoding: bytes[token.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
      return seen.insert(written).inserted ? written : nil
    }
  }
}
