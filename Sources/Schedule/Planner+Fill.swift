internal import Bulletin

extension Planner {
  /// One session's rows, and what did not fit.
  struct Filled {
    var rows: [DaySheet.Row] = []
    var refusals: [Refusal] = []
    var usedSeconds = 0.0
  }

  func fill(_ session: Session, on date: CivilDate, from candidates: [Candidate]) -> Filled {
    var sounds: [(item: DaySheet.Row.Item, sound: Sound)] = []
    var refusals: [Refusal] = []
    var left = session.budgetSeconds - fixedSeconds(of: session)
    for part in session.parts {
      switch part {
      case .chime: if let sound = fixtures.chime { sounds.append((.chime, sound)) }
      case .greeting: if let sound = fixtures.greetings[session.name] { sounds.append((.greeting, sound)) }
      case .closing: if let sound = fixtures.closings[session.name] { sounds.append((.closing, sound)) }
      case .notices:
        for candidate in candidates where Self.asks(candidate.bulletin, for: session) {
          let bulletin = candidate.bulletin
          let needs = candidate.sound.seconds + gapSeconds
          guard needs <= left else {
            refusals.append(
              Refusal(
                bulletin: bulletin.id, title: bulletin.title,
                reason: .doesNotFit(session: session.name, needs: needs, left: left)))
            continue
          }
          left -= needs
          sounds.append(
            (
              .notice(
                id: bulletin.id, title: bulletin.title, noticeClass: bulletin.noticeClass, zones: bulletin.zones),
              candidate.sound
            ))
        }
      }
    }
    return lay(sounds, session: session, date: date, refusals: refusals)
  }

  private func fixedSeconds(of session: Session) -> Double {
    session.parts.reduce(0) { sum, part in
      let sound: Sound? =
        switch part {
        case .chime: fixtures.chime
        case .greeting: fixtures.greetings[session.name]
        case .closing: fixtures.closings[session.name]
        case .notices: nil
        }
      return sum + (sound.map { $0.seconds + gapSeconds } ?? 0)
    }
  }

  /// Puts sounds one after the other from the session's start.
  private func lay(
    _ sounds: [(item: DaySheet.Row.Item, sound: Sound)], session: Session, date: CivilDate, refusals: [Refusal]
  ) -> Filled {
    let start = LocalDateTime(date: date, secondOfDay: session.startSecondOfDay).unixSeconds * 1000
    var filled = Filled(refusals: refusals)
    for (item, sound) in sounds {
      filled.rows.append(
        DaySheet.Row(
          session: session.name, item: item, sound: sound,
          unixMilliseconds: start + Int((filled.usedSeconds * 1000).rounded()), gapSeconds: gapSeconds))
      filled.usedSeconds += sound.seconds + gapSeconds
    }
    return filled
  }
}
