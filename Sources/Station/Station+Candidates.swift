public import Bulletin
internal import Foundation
internal import Production
public import Schedule
internal import Store

/// What may be planned, and what may not any more.
public struct Candidates: Sendable {
  /// With whole paths.
  public var sounds: [Candidate] = []
  /// Kept notices that can no longer be read.
  public var unreadable: [BulletinError] = []
  /// Approved notices that are unapproved from now on, each with what changed.
  public var unapproved: [NoticeRefusal] = []
}

extension Station {
  /// What may be planned from `date` on: approved notices whose approval holds at this moment, and, where the station does not
  /// ask for approval, the notices of rendered folders. A notice whose approval no longer holds is unapproved from here on.
  public func candidates(before date: CivilDate) throws(StationError) -> Candidates {
    let store = try store()
    var found = Candidates()
    let airable: [Store.Airable]
    let held: [NoticeID: String]
    do throws(StoreError) {
      if !configuration.keeping.isApprovalRequired { (found.sounds, found.unreadable) = try store.candidates(before: date) }
      airable = try store.airable(from: date)
      held = airable.isEmpty ? [:] : try store.approvalConditions()
    } catch {
      throw .store(error)
    }
    for index in found.sounds.indices { found.sounds[index] = placed(found.sounds[index]) }
    let conditions = airable.isEmpty ? nil : ApprovalConditions(of: self)
    var recipes: Recipes?
    var checked: [NoticeID: String] = [:]
    for item in airable {
      guard let sound = item.notice.sound else { continue }
      let file = try noticeFile(item.notice, text: item.text, recordings: item.recordings)
      if let now = conditions?.text(for: item.notice, file: file), held[item.notice.id] != now {
        let known: Recipes
        if let recipes { known = recipes } else { known = try self.recipes(lexicon: lexicon().lexicon) }
        recipes = known
        if let fault = try approvalFault(of: item.notice, recipes: known, in: store) {
          try voidApproval(of: item.notice.id, because: fault, in: store)
          found.unapproved.append(.notApproved(item.notice.id, fault))
          continue
        }
        checked[item.notice.id] = now
      }
      found.sounds.append(
        placed(
          Candidate(
            bulletin: file.bulletin, sound: sound.sound, repeatIntro: item.repeatIntro, plays: item.plays,
            lastUnixMilliseconds: item.lastUnixMilliseconds)))
    }
    // It saves time alone: a database that can't be written to now is no reason to plan nothing.
    try? store.keepApprovalConditions(checked)
    return found
  }

  /// With whole paths.
  private func placed(_ candidate: Candidate) -> Candidate {
    func placed(_ sound: Sound) -> Sound { Sound(file: home.audioFile(sound.file), seconds: sound.seconds) }
    var candidate = candidate
    candidate.sound = placed(candidate.sound)
    candidate.repeatIntro = candidate.repeatIntro.map(placed)
    return candidate
  }

  private func voidApproval(of id: NoticeID, because fault: Approval.Fault, in store: Store) throws(StationError) {
    do throws(StoreError) { try store.step(.voidApproval(reason: fault.rawValue), id, by: .now(by: "loa")) } catch {
      // Another program was quicker: it airs no more either way.
      if case .illegalStep = error { return }
      throw .store(error)
    }
  }
}
