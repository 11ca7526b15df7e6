internal import Foundation

/// Who may raise and end emergencies: the superuser, the station's own user, the members of a Unix group, and holders of a station key.
public struct EmergencyAuthority: Sendable {
  public static let group = "loa-emergency"

  /// The user whose station it is.
  private let owner: uid_t
  /// Whether a person's key has signed these bytes so.
  private let verifies: @Sendable (_ person: String, _ bytes: [UInt8], _ signature: String) -> Bool

  /// - Parameter home: the station's directory: its owner is the station's user.
  public init(home: String, verifies: @escaping @Sendable (String, [UInt8], String) -> Bool) {
    var status = stat()
    owner = stat(home, &status) == 0 ? status.st_uid : geteuid()
    self.verifies = verifies
  }

  /// The system's tables are read one at a time.
  fileprivate static let lookups = NSLock()

  private static var groupNumber: gid_t? {
    lookups.lock()
    defer { lookups.unlock() }
    return getgrnam(group)?.pointee.gr_gid
  }

  /// A person at the other end of a socket, or of this process.
  public struct Person: Sendable, Hashable {
    let user: uid_t
    let groups: [gid_t]
    let process: pid_t

    package init(user: UInt32, groups: [UInt32], process: Int32) {
      (self.user, self.groups, self.process) = (user, groups, process)
    }

    /// This process's user.
    public static var own: Person {
      var groups = [gid_t](repeating: 0, count: 256)
      let count = getgroups(Int32(groups.count), &groups)
      return Person(user: geteuid(), groups: Array(groups.prefix(max(0, Int(count)))) + [getegid()], process: getpid())
    }

    /// As the system knows them.
    public var name: String {
      EmergencyAuthority.lookups.lock()
      defer { EmergencyAuthority.lookups.unlock() }
      guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "\(user)" }
      return String(cString: name)
    }
  }

  /// - Returns: the name to be written down.
  /// - Throws: `notAllowed`.
  public func admit(_ person: Person, _ message: EmergencyMessage, now: Int) throws(EmergencyRefusal) -> String {
    if let signer = message.signer, let signature = message.signature,
      (now - EmergencyMessage.signatureLife...now + EmergencyMessage.signatureLife).contains(message.at),
      verifies(signer, message.signedBytes, signature)
    {
      return "\(signer) (\(person.name))"
    }
    if person.user == 0 || person.user == owner || person.user == geteuid() { return person.name }
    if Self.groupNumber.map(person.groups.contains) ?? false { return person.name }
    throw .notAllowed(person: person.name)
  }
}
