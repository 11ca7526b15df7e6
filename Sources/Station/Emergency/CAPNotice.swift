public import Bulletin
public import Emergency

/// An alert that is not urgent enough to interrupt: what a session is to say of it.
public struct CAPNotice: Sendable, Hashable {
  /// What a later message ends it by: see `CAPIntake.orderID`.
  public let id: String
  /// `priority` or `normal`.
  public let noticeClass: NoticeClass
  /// What it is about, in the sender's words, at most 200 characters.
  public let title: String
  public let text: String
  public let zones: Zones
  /// Not to be said after this moment; milliseconds after 1970.
  public let expires: Int
  /// The text says so too.
  public let isExercise: Bool

  public init(
    id: String, noticeClass: NoticeClass, title: String, text: String, zones: Zones, expires: Int, isExercise: Bool
  ) {
    (self.id, self.noticeClass, self.title, self.text) = (id, noticeClass, title, text)
    (self.zones, self.expires, self.isExercise) = (zones, expires, isExercise)
  }
}
