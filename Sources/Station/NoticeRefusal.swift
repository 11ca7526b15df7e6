public import Bulletin
public import Store

/// Why the station does not take a notice, or does not let it air.
public enum NoticeRefusal: Error, Sendable, Hashable {
  case expired(file: String, last: CivilDate)
  /// Zones that the station does not have.
  case noZone(file: String, names: [String], known: [String])
  /// Broken bytes on these lines.
  case unreadableEncoding(file: String, lines: [Int])
  /// Words that no rule and no lexicon knows how to say.
  case unknownWords(file: String, words: [String])
  /// Longer than any session, in seconds.
  case tooLong(file: String, seconds: Double, longest: Double)
  case voiceMissing(file: String, voice: String, known: [String])
  /// A word of the station's list, and its line in the file.
  case unacceptableWord(file: String, word: String, line: Int)
  /// Nobody has approved it; nil, or what has changed since someone did.
  case notApproved(NoticeID, Approval.Fault?)
  /// What was heard is not what would sound now.
  case soundOutOfDate(NoticeID)
  /// A name that can't be kept in station.yaml.
  case badName(String)
  case mayNotApprove(person: String, known: [String])
  case keyMissing(person: String, path: String)
  /// The key's public half is not the one in station.yaml.
  case otherKey(person: String, path: String)
}
