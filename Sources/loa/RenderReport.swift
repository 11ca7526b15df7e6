internal import Bulletin
internal import DSP
internal import Foundation
internal import PCM
internal import Production
internal import VietnameseText

/// What became of a batch of notices, as a table or as JSON.
struct RenderReport {
  private(set) var mastered: [MasteredBulletin] = []
  private(set) var failures: [(path: String, failure: Failure)] = []

  /// One notice under the keys of `loa render --json`.
  struct Record: Encodable {
    let notice: String
    let title: String?
    let file: String?
    let recipe: String?
    let reused: Bool?
    let flags: Int?
    let lost_utterances: Int?
    let loudness: MeasurementRecord?
    let error: String?
  }

  /// Nil when every notice was made whole; bad input when some were; when none was, the reason all share.
  var failureCode: Failure.Code? {
    guard let first = failures.first?.failure.code else {
      return mastered.contains { $0.troubles.contains(where: \.isLost) } ? .failed : nil
    }
    return mastered.isEmpty && failures.allSatisfy { $0.failure.code == first } ? first : .badInput
  }

  mutating func add(_ outcome: Producer.Outcome) {
    switch outcome {
    case .mastered(let item): mastered.append(item)
    case .failed(let path, let error): add(failure: error, path: path)
    }
  }

  mutating func add(failure error: ProductionError, path: String) {
    failures.append((path, Failure(error)))
  }

  func print(asJSON: Bool) throws {
    if asJSON {
      let good = mastered.map { item in
        Record(
          notice: item.notice.path, title: item.notice.bulletin.title, file: item.file, recipe: item.recipe.hash,
          reused: item.wasThere, flags: item.reading.flagged.count,
          lost_utterances: item.troubles.count { $0.isLost }, loudness: MeasurementRecord(item.measurement), error: nil)
      }
      let bad = failures.map { path, failure in
        Record(
          notice: path, title: nil, file: nil, recipe: nil, reused: nil, flags: nil, lost_utterances: nil, loudness: nil,
          error: failure.sentence)
      }
      Swift.print(try Format.json(good + bad))
    } else {
      printTable()
    }
    for (_, failure) in failures { Terminal.complain(failure.sentence) }
    for item in mastered {
      for repair in item.notice.repairs {
        Terminal.remark("\(item.notice.path): " + text("đã sửa: \(repair.vietnamese)", "repaired: \(repair.english)"))
      }
      for trouble in item.troubles {
        Terminal.remark(
          "\(item.notice.path): "
            + (trouble.isLost
              ? text("mất một câu: «\(trouble.words)»", "one utterance lost: «\(trouble.words)»")
              : text("đọc theo cách đơn giản: «\(trouble.words)»", "spoken plainly: «\(trouble.words)»")))
      }
    }
  }

  private func printTable() {
    var table = Table([
      (text("THÔNG BÁO", "NOTICE"), .left), (text("DÀI", "LENGTH"), .right), ("LUFS", .right), ("dBTP", .right),
      (text("CỜ", "FLAGS"), .right), (text("TỆP", "FILE"), .left),
    ])
    for item in mastered {
      table.add([
        item.notice.bulletin.title.count > 44
          ? item.notice.bulletin.title.prefix(43) + "…" : item.notice.bulletin.title,
        Format.length(item.seconds), Format.oneDecimal(item.measurement.integrated.value),
        Format.oneDecimal(item.measurement.truePeak.dBTP), "\(item.reading.flagged.count)",
        URL(filePath: item.file).lastPathComponent + (item.wasThere ? text(" (đã có)", " (was there)") : ""),
      ])
    }
    for line in table.lines { Swift.print(line) }
    let total = mastered.reduce(0) { $0 + $1.seconds }
    Swift.print(
      text(
        "\(mastered.count) thông báo, \(Format.length(total)); \(failures.count) không làm được.",
        "\(mastered.count) notices, \(Format.length(total)); \(failures.count) failed."))
  }
}
