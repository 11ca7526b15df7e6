public import Bulletin
internal import Foundation
internal import Production
public import Schedule
public import Store

/// What may be planned, and what may not any more.
public struct Candidates: Sendable {
  /// With whole paths.
  public var sounds: [Candidate] = []
  /// Kept notices that can no longer be read.
  public var unreadable: [BulletinError] = []
  /// Rows of the database that make no sense.
  public var damaged: [StoreError] = []
  /// Approved notices that may not air as they are now, each with what is different.
  public var unapproved: [NoticeRefusal] = []
}

extension Station {
  /// What may be planned from `date` on: approved notices whose approval holds at this moment, and, where the station does not
  /// ask for approval, the notices of rendered folders.
  ///
  /// Nothing is written: a full disk keeps nothing off the air, and a voice that is put back brings its notices back with it.
  public func candidates(before date: CivilDate) throws(StationError) -> Candidates {
    let store = try store()
    var found = Candidates()
    let airable: (notices: [Store.Airable], damaged: [StoreError])
    let held: [NoticeID: String]
    do throws(StoreError) {
      if !isApprovalRequired { (found.sounds, found.unreadable) = try store.candidates(before: date) }
      airable = try store.airable(from: date)
      held = airable.notices.isEmpty ? [:] : try store.approvalConditions()
    } catch {
      throw .store(error)
    }
    found.damaged = airable.damaged
    for index in found.sounds.indices { found.sounds[index] = placed(found.sounds[index]) }
    let conditions = airable.notices.isEmpty ? nil : ApprovalConditions(of: self)
    var recipes: Recipes?
    var checked: [NoticeID: String] = [:]
    for item in airable.notices {
      guard let sound = item.notice.sound else { continue }
      let file: NoticeFile
      do throws(StationError) { file = try noticeFile(item.notice, text: item.text, recordings: item.recordings) } catch {
        if case .production(.bulletin(let fault)) = error { found.unreadable.append(fault) }
        continue
      }
      if let now = conditions?.text(for: item.notice, file: file), held[item.notice.id] != now {
        let known: Recipes
        if let recipes { known = recipes } else { known = try self.recipes(lexicon: lexicon().lexicon) }
        recipes = known
        if let fault = try approvalFault(of: item.notice, recipes: known) {
          found.unapproved.append(.notApproved(item.notice.id, fault))
          continue
        }
        checked[item.notice.id] = now
      }
      var approved = sound.sound
      (approved.lufs, approved.sha256) = (sound.lufs, sound.audio)
      found.sounds.append(
        placed(
          Candidate(
            bulletin: file.bulletin, sound: approved, repeatIntro: item.repeatIntro, plays: item.plays,
            lastUnixMilliseconds: item.lastUnixMilliseconds)))
    }
    // It saves time alone: a database that can't be written to now is no reason to plan nothing.
    try? store.keepApprovalConditions(checked)
    return found
  }

  /// With whole paths.
  private func placed(_ candidate: Candidate) -> Candidate {
    var candidate = candidate
    candidate.sound.file = home.audioFile(candidate.sound.file)
    if var intro = candidate.repeatIntro {
      intro.file = home.audioFile(intro.file)
      candidate.repeatIntro = intro
    }
    return candidate
  }
}
