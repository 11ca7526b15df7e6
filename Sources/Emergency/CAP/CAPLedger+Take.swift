internal import Bulletin

extension CAPLedger {
  /// What to do about a message, and remembers it.
  ///
  /// An Update that does not sound here (it is for elsewhere now, has expired, or was itself replaced or cancelled before it
  /// came) still ends what it updates: its sender no longer says that. Any other refusal changes nothing.
  /// - Parameters:
  ///   - zones: the station's; see `CAPCoverage` for a station that has not placed them.
  ///   - allowsExercise: whether messages of status Exercise sound.
  ///   - addresses: what the station is called in `<addresses>` of a message that is not public.
  ///   - unixMilliseconds: the present.
  public mutating func take(
    _ alert: CAPAlert, zones: [CAPZone], allowsExercise: Bool, addresses: [String] = [], now unixMilliseconds: Int
  ) -> CAPDecision {
    defer { prune(now: unixMilliseconds) }
    do throws(CAPRefusal) {
      try admit(alert, addresses: addresses)
      if alert.messageType == .cancel { return try cancel(alert, now: unixMilliseconds) }
      if alert.status == .exercise, !allowsExercise { throw .exerciseNotAllowed }
      return try announce(alert, zones: zones, now: unixMilliseconds)
    } catch {
      return .refuse(error)
    }
  }

  private func admit(_ alert: CAPAlert, addresses: [String]) throws(CAPRefusal) {
    switch alert.status {
    case .actual, .exercise: break
    case .system, .test, .draft: throw .statusNotSounded(alert.status)
    }
    switch alert.messageType {
    case .alert, .update, .cancel: break
    case .acknowledgement, .error: throw .typeNotSounded(alert.messageType)
    }
    // A loudspeaker is as public as can be: a restricted message sounds only where its sender named the station.
    if alert.scope != .isPublic, !alert.addresses.contains(where: addresses.contains) { throw .notAddressed(alert.scope) }
    if entry(alert.reference)?.hasCome == true { throw .duplicate(alert.reference) }
  }

  private mutating func cancel(_ alert: CAPAlert, now: Int) throws(CAPRefusal) -> CAPDecision {
    let named = try ownReferences(of: alert)
    let ended = end(named, .cancelled(by: alert.reference), isExercise: alert.status == .exercise, now: now)
    keep(alert, order: nil, until: now)
    return ended.isEmpty ? .refuse(.cancelsNothingKnown(named)) : .cancel(ended)
  }

  private mutating func announce(_ alert: CAPAlert, zones: [CAPZone], now: Int) throws(CAPRefusal) -> CAPDecision {
    if alert.infos.isEmpty { throw .noInfo }
    let replaced = alert.messageType == .update ? try ownReferences(of: alert) : []
    let outcome = Result { () throws(CAPRefusal) in try order(of: alert, zones: zones, now: now) }
    if case .failure(let refusal) = outcome {
      guard alert.messageType == .update, refusal.endsWhatItUpdates else { throw refusal }
    }
    let isExercise = alert.status == .exercise
    let ended = end(replaced, .superseded(by: alert.reference), isExercise: isExercise, now: now)
    switch outcome {
    case .success(let order):
      keep(alert, order: order, until: order.expiresMilliseconds)
      if !ended.isEmpty { return .replace(ended, order) }
      return order.emergencyClass == .emergency ? .sound(order) : .schedule(order.emergencyClass, order)
    case .failure(let refusal):
      keep(alert, order: nil, until: now)
      if ended.isEmpty { throw refusal }
      return .cancel(ended)
    }
  }

  private func order(of alert: CAPAlert, zones: [CAPZone], now: Int) throws(CAPRefusal) -> CAPOrder {
    if let known = entry(alert.reference), known.isExercise == (alert.status == .exercise) {
      switch known.end {
      case .cancelled(let other): throw .cancelledBeforeItCame(by: other)
      case .superseded(let other): throw .superseded(by: other)
      case nil: break
      }
    }
    return try CAPOrder(alert, zones: zones, now: now)
  }

  /// What it names of its own sender's: nobody else may update or cancel.
  private func ownReferences(of alert: CAPAlert) throws(CAPRefusal) -> [CAPReference] {
    let own = alert.references.filter { $0.sender == alert.sender && $0 != alert.reference }
    if own.isEmpty { throw .notItsSender(alert.sender, of: alert.references) }
    return own
  }

  /// Marks the messages as ended, those that have not come as well.
  /// - Returns: the ids of the orders that were in force.
  private mutating func end(_ references: [CAPReference], _ end: End, isExercise: Bool, now: Int) -> [String] {
    var ids: [String] = []
    for reference in references {
      let fresh = Entry(
        reference: reference, isExercise: isExercise, hasCome: false, order: nil, end: nil, untilMilliseconds: now)
      var known = entry(reference) ?? fresh
      if known.isExercise != isExercise {
        // Only a name left by an exercise gives way, to a real message.
        guard !known.hasCome, !isExercise else { continue }
        known = fresh
      }
      if let order = known.order(at: now) { ids.append(order.id) }
      known.order = nil
      // A cancellation is the last word, whatever update comes late.
      if case .cancelled = known.end {} else { known.end = end }
      known.untilMilliseconds = max(known.untilMilliseconds, now)
      keep(known)
    }
    return ids
  }

  private mutating func keep(_ alert: CAPAlert, order: CAPOrder?, until: Int) {
    let known = entry(alert.reference)
    let isExercise = alert.status == .exercise
    keep(
      Entry(
        reference: alert.reference, isExercise: isExercise, hasCome: true, order: order,
        end: known?.isExercise == isExercise ? known?.end : nil, untilMilliseconds: max(until, known?.untilMilliseconds ?? until))
    )
  }
}

extension CAPRefusal {
  /// Whether an Update refused so still takes back what it updates.
  fileprivate var endsWhatItUpdates: Bool {
    switch self {
    case .notOurArea, .expired, .cancelledBeforeItCame, .superseded: true
    default: false
    }
  }
}
