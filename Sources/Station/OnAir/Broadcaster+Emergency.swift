internal import Bulletin
internal import Emergency
internal import Schedule

extension AsRunSpool.Line {
  /// A round of an emergency, on the day it began; it stands in no session.
  init?(_ heard: EmergencyBook.Heard) {
    guard let date = LocalDateTime(unixSeconds: heard.began / 1000)?.date else { return nil }
    let order = heard.order
    let kind = order.isSelfTest ? "tự kiểm tra" : order.isDrill ? "diễn tập" : "khẩn cấp"
    let words = order.text.split(separator: "\n").first.map { String($0.prefix(80)) } ?? order.kind.rawValue
    self.init(
      slot: Slot(date: date, session: "khẩn cấp", name: order.id, ordinal: heard.number + 1), notice: nil,
      title: "\(kind): \(words) (\(order.person))", file: order.audio ?? "", startedUnixMilliseconds: heard.began,
      outcome: heard.interruption == nil ? "played" : "interrupted", reason: heard.interruption)
  }
}

extension Broadcaster {
  /// Shows and logs the emergencies of a post from now on.
  func attend(_ post: EmergencyPost) { self.post = post }

  /// A CAP message that was not carried out; told once.
  func note(cap news: (vietnamese: String, english: String)) { raise(.cap(vietnamese: news.vietnamese, english: news.english)) }

  /// What is wrong with the emergency that sounds, as alarms.
  private func noteFaults() {
    let present = (post?.degradations ?? []).map { Alarm.emergency(vietnamese: $0.vietnamese, english: $0.english) }
    clear { if case .emergency = $0 { !present.contains($0) } else { false } }
    for alarm in present { raise(alarm) }
  }

  /// Puts rounds that were heard into the log, last of all.
  func logEmergencies() async {
    noteFaults()
    guard let heard = post?.unlogged, !heard.isEmpty else { return }
    await files.append(heard.compactMap(AsRunSpool.Line.init))
    post?.settle(heard)
  }
}
