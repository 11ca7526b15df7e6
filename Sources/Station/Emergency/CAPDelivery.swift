public import Emergency
internal import Foundation

/// Carries out what a CAP message asks: emergencies through whoever sounds them, notices through the inbox.
public struct CAPDelivery: Sendable {
  private let home: StationHome
  /// Sounds an order; answers why it was refused.
  private let sound: @Sendable (EmergencyOrder) -> EmergencyRefusal?
  /// Ends an order, if it is in force.
  private let end: @Sendable (String) -> Void

  public init(
    home: StationHome, sound: @escaping @Sendable (EmergencyOrder) -> EmergencyRefusal?,
    end: @escaping @Sendable (String) -> Void
  ) {
    (self.home, self.sound, self.end) = (home, sound, end)
  }

  /// - Returns: nil when it was done, or why it could not be, in both languages.
  public func carryOut(_ outcome: CAPOutcome) -> (vietnamese: String, english: String)? {
    switch outcome {
    case .sound(let order, let ending):
      // The new one first: it goes before the old one by itself.
      let refusal = sound(order)
      if let refusal, refusal != .repeated(id: order.id) { return (refusal.vietnamese, refusal.english) }
      for id in ending where id != order.id { finish(id) }
    case .end(let ids): for id in ids { finish(id) }
    case .notice(let notice, let ending):
      do throws(StationError) { _ = try notice.put(into: home) } catch { return (error.vietnamese, error.english) }
      for id in ending where id != notice.id { finish(id) }
    }
    return nil
  }

  private func finish(_ id: String) {
    end(id)
    _ = CAPNotice.withdraw(id, from: home)
  }
}
