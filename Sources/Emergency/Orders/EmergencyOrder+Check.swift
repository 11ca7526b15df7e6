internal import Bulletin

extension EmergencyOrder {
  /// Whether it can be an order's name: what reaches the journal and the screen.
  static func isName(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 32
      && id.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      }
  }

  /// As it may sound: its words cleaned, its numbers within their bounds, with an end.
  /// - Parameter known: the station's zones; none when it has none.
  /// - Throws: what is wrong with it.
  public func checked(now: Int, zones known: [String]) throws(EmergencyRefusal) -> EmergencyOrder {
    var order = self
    guard Self.isName(id) else { throw .badName(String(id.prefix(40))) }
    order.text = try EmergencyText.cleaned(text)
    guard !order.text.isEmpty || audio != nil || microphone != nil || isSelfTest || kind != .general else { throw .nothingToSay }
    guard (1...Self.repeatLimit).contains(repeats) else { throw .badRepeats(repeats) }
    if case .every(let seconds) = timing,
      !(EmergencyTiming.shortestSeconds...EmergencyTiming.longestSeconds).contains(seconds)
    {
      throw .badInterval(seconds: seconds)
    }
    if case .named(let names) = zones {
      let unknown = names.filter { !Zones.named(known).contains($0) }
      // Where the settings name no zones, or can't be read, any name is as good.
      guard unknown.isEmpty || known.isEmpty, !names.isEmpty else {
        throw .unknownZone(unknown.map { String($0.prefix(60)) }, known: known)
      }
    }
    // It counts from its arrival: a person may have thought about it at the prompt.
    order.issued = now
    order.setDefaultEnd()
    if let expires = order.expires, expires <= now { throw .alreadyOver }
    for path in [audio, microphone].compactMap(\.self)
    where path.utf8.count > 4096 || path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw .notAMessage
    }
    order.person = ""
    return order
  }
}
