internal import Bulletin
internal import Foundation
public import Production
public import Store

extension Station {
  /// Makes what is said before a notice when it airs again, so that nobody takes it for news: when it was issued, or, where its
  /// author does not say, when it was submitted. Nothing when neither is known.
  func produceRepeatIntro(
    of bulletin: Bulletin, submittedUnixSeconds: Int?, with producer: Producer
  ) throws(StationError) {
    guard let issued = bulletin.issued ?? submittedUnixSeconds.flatMap({ LocalDateTime(unixSeconds: $0) }) else { return }
    let says = Self.repeatIntro(issued: issued)
    // Named by its words: notices issued at one time share it.
    let name = "repeat-\(issued.date)-\(issued.secondOfDay / 60)"
    let made: MasteredBulletin
    do { made = try producer.produce(NoticeFile(fixture: name, says: says)) } catch { throw .production(error) }
    let sound = stored(made)
    try kept { store throws(StoreError) in try store.keepRepeatIntros([bulletin.id: sound]) }
  }

  /// The same for a submitted notice.
  public func produceRepeatIntro(of id: NoticeID, with producer: Producer) throws(StationError) {
    let notice = try noticeFile(id).file.bulletin
    let submitted = try kept { store throws(StoreError) in try store.notice(id).submittedUnixMilliseconds }
    try produceRepeatIntro(of: notice, submittedUnixSeconds: submitted / 1000, with: producer)
  }

  /// The sentence, for an issue time; midnight stands for a date without a time.
  static func repeatIntro(issued: LocalDateTime) -> String {
    let minute = issued.secondOfDay / 60
    let clock = minute == 0 ? "" : " lúc \(minute / 60) giờ\(minute % 60 == 0 ? "" : " \(minute % 60) phút")"
    return "Phát lại thông báo\(clock) ngày \(issued.date.day) tháng \(issued.date.month) năm \(issued.date.year)."
  }
}
