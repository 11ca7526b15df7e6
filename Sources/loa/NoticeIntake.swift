internal import Bulletin
internal import Foundation
internal import Production
internal import Settings
internal import Station
internal import Store
internal import VietnameseText

/// A station taking notices: one lexicon and one pool of voices for however many come.
struct NoticeIntake {
  let station: Station
  let recipes: Recipes
  private let producer: Producer?
  /// Why no sound can be made now; notices are kept all the same.
  private let silence: Failure?
  /// What is approved already: found while the first notice is spoken.
  private let others: Task<Candidates?, Never>

  init(_ station: Station) throws {
    guard FileManager.default.fileExists(atPath: station.home.configuration) else {
      throw StationError.notSetUp(station.home.path)
    }
    self.station = station
    let today = try Today.inVietnam()
    others = Task.detached { try? station.candidates(before: today) }
    let lexicon = station.announcedLexicon()
    recipes = try station.recipes(lexicon: lexicon)
    do {
      producer = try station.producer(jobs: 1, lexicon: lexicon)
      silence = nil
    } catch {
      producer = nil
      silence = Failure(error)
    }
  }

  /// A notice's file, or standard input for `-`.
  func load(_ path: String) async throws -> NoticeFile {
    if path == "-" {
      return try NoticeFile(
        bytes: [UInt8](FileHandle.standardInput.readDataToEndOfFile()), name: text("đầu-vào", "standard-input"))
    }
    return try await NoticeFile.load(path)
  }

  func check(_ notice: NoticeFile, asIs: Bool) throws -> Station.Checked {
    try station.check(notice, today: Today.inVietnam(), recipes: recipes, asIs: asIs)
  }

  /// The same for a notice that was taken without being seen.
  func report(_ id: NoticeID, taken file: NoticeFile, by act: Act) async {
    do {
      let prepared = try recipes.prepare(file)
      let submission = Submission(bulletin: file.bulletin, text: file.text, file: file.path)
      await report(id, Station.Checked(submission: submission, prepared: prepared), by: act)
    } catch {
      Terminal.complain("\(id): " + Failure(error).sentence)
    }
  }

  /// Makes the sound of a kept notice, and says what there is to know of it. A voice in trouble is said and loses nothing.
  func report(_ id: NoticeID, _ checked: Station.Checked, repairs: [Repair] = [], by act: Act) async {
    for repair in repairs { Terminal.remark(text("Đã sửa: ", "Repaired: ") + text(repair.vietnamese, repair.english)) }
    let title = checked.submission.bulletin.title
    var seconds = checked.prepared.estimatedSeconds
    var length = text("khoảng ", "about ") + Format.length(checked.prepared.estimatedSeconds)
    do {
      if let silence { throw silence }
      guard let producer else { return }
      let made = try station.makeSound(of: id, with: producer, by: act)
      seconds = made.seconds
      length = Format.length(seconds)
      announce(made)
    } catch {
      Terminal.complain(
        text("\(id) đã nhận nhưng chưa làm được âm thanh: ", "\(id) was kept, but has no sound yet: ") + Failure(error).sentence)
    }
    let outlook = await others.value.flatMap { try? station.outlook(for: id, among: $0, now: act.unixMilliseconds) }
    let flags = checked.prepared.script.reading.flagged.count
    print(
      "\(id)  \(title)  (\(length)"
        + (flags > 0 ? text(", \(flags) chỗ cần xem lại", ", \(flags) places to look at") : "") + ")")
    for line in outlook.map({ OutlookView($0, seconds: seconds).lines }) ?? [] { print(line) }
    if let last = checked.prepared.script.reading.lastDate, let today = try? Today.inVietnam(), last < today {
      Terminal.remark(
        text(
          "  Lưu ý: mọi ngày ghi trong \(id) đã qua (muộn nhất \(last.vietnamese)). Hãy xem lại nội dung.",
          "  Mind: all dates in \(id) are past (the last is \(last)). Look through its text."))
    }
    let bulletin = checked.submission.bulletin
    if outlook?.row != nil, bulletin.validity.last == nil, bulletin.air.timesInAll == nil, bulletin.air.dates.isEmpty {
      print(
        text(
          "  Tin không ghi ngày hết hiệu lực: còn phát cho đến khi rút bằng «loa withdraw \(id)».",
          "  It has no last day: it airs until you «loa withdraw \(id)»."))
    }
    if flags > 0 { print(text("  Xem cách đọc: loa show \(id)", "  See how it is read: loa show \(id)")) }
    fflush(nil)
    // Nobody waits for what its repeats begin with, nor for greetings.
    if let producer { finish(id, producer) }
  }

  /// Sentences that the voice lost are told before anyone approves.
  private func announce(_ made: MasteredBulletin) {
    for trouble in made.troubles where trouble.isLost {
      Terminal.remark(text("Mất một câu: «\(trouble.words)»", "One utterance lost: «\(trouble.words)»"))
    }
  }

  /// The station's own sounds and what a repeat begins with; without them the notice airs all the same.
  private func finish(_ id: NoticeID, _ producer: Producer) {
    do {
      try station.produceRepeatIntro(of: id, with: producer)
      try station.produceChangedFixtures(with: producer)
    } catch {
      Terminal.complain(Failure(error).sentence)
    }
  }

  /// Makes a kept notice's sound again if need be.
  func makeSound(of id: NoticeID, by act: Act) throws -> MasteredBulletin {
    if let silence { throw silence }
    guard let producer else { throw Failure(.unavailable, "không có giọng đọc.", "there is no voice.") }
    let made = try station.makeSound(of: id, with: producer, by: act)
    announce(made)
    finish(id, producer)
    return made
  }
}
