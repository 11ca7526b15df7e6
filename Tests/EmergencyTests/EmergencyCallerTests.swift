import Emergency
import Foundation
import TestParts
import Testing

/// Who asks over the socket, what they may, and what is no message.
@Suite struct EmergencyCallerTests {
  let station: EmergencyStation

  init() throws { station = try EmergencyStation() }

  /// As a command asks; the machine that runs the tests may be slow.
  private func ask(_ request: EmergencyMessage.Request) -> (outcome: EmergencyCaller.Outcome, replies: [EmergencyReply]) {
    var replies: [EmergencyReply] = []
    let outcome = EmergencyCaller.ask(EmergencyStation.message(request), at: station.places, patienceMilliseconds: 5000) {
      replies.append($0)
    }
    // It is heard at once, and what comes last is the end.
    let isFramed =
      replies.isEmpty || replies.first == .heard && (replies.last == .end(sounds: true) || replies.last == .end(sounds: false))
    #expect(isFramed, "\(replies)")
    return (outcome, Array(replies.dropFirst().dropLast()))
  }

  /// Does something with the address of the station's socket.
  private func call(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) throws -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array((station.home + "/emergency.sock").utf8)
    try #require(path.count < MemoryLayout.size(ofValue: address.sun_path))
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }

  /// A connection to the post that says nothing yet.
  private func connection() throws -> Int32 {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    try #require(try call { connect(descriptor, $0, $1) } == 0)
    return descriptor
  }

  /// Sends bytes to the post and reads what comes back until it hangs up.
  private func send(_ bytes: [UInt8]) throws -> [EmergencyReply] {
    let descriptor = try connection()
    defer { close(descriptor) }
    let sent = bytes.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    #expect(sent == bytes.count)
    shutdown(descriptor, Int32(SHUT_WR))
    var (answer, block) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
    while case let count = recv(descriptor, &block, block.count, 0), count > 0 { answer += block.prefix(count) }
    return try answer.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(EmergencyReply.self, from: Data($0)) }
  }

  @Test func aCallerHearsWhatHappens() throws {
    let post = station.post([station.horn()])
    try #require(post.open())
    defer { post.close() }
    let (outcome, replies) = ask(.order(EmergencyStation.order("a1") { $0.kind = .storm }))
    #expect(outcome == .answered && replies.first == .taken(id: "a1"))
    #expect(replies.sounding == ["horn"] && replies.degradations.map(\.name) == ["synthesiser"])
    #expect(replies.contains(.kept(path: station.home + "/emergency.journal")))
    try #require(station.hasEnded("a1", on: post))
    #expect(station.records.first?.person == EmergencyAuthority.Person.own.name)
    let refused = ask(.order(EmergencyStation.order("a1") { $0.kind = .storm }))
    #expect(refused.outcome == .answered && refused.replies == [.refused(.repeated(id: "a1"))])
    #expect(ask(.cancel(id: nil)).replies == [.cancelled([])])
    #expect(ask(.list).replies == [.orders([])])
  }

  @Test func aCancellationFromOutsideEndsAtOnce() throws {
    let post = station.post([EmergencyStation.silent])
    try #require(post.open())
    defer { post.close() }
    _ = ask(.order(EmergencyStation.order("a1", "") { ($0.kind, $0.repeats) = (.storm, 20) }))
    #expect(ask(.list).replies.states.map(\.isSounding) == [true])
    #expect(ask(.cancel(id: "a1")).replies == [.cancelled(["a1"])])
    #expect(EmergencyStation.wait(0.5) { !post.isBusy })
  }

  @Test func whereNobodyIsThereTheCallerKnowsAtOnce() throws {
    #expect(ask(.list).outcome == .nobody)
    let post = station.post([EmergencyStation.silent])
    try #require(post.open())
    #expect(ask(.list).outcome == .answered)
    post.close()
    #expect(ask(.list).outcome == .nobody)
  }

  /// As a service that was stopped in its tracks: others have called before, and nobody takes them.
  @Test func whoeverTakesNobodyFromItsQueueHangsAndIsNamed() throws {
    let (server, lock) = (
      socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0), open(station.home + "/emergency.lock", O_CREAT | O_RDWR, 0o600)
    )
    var callers: [Int32] = []
    defer { for descriptor in [server, lock] + callers { close(descriptor) } }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    try #require(try call { bind(server, $0, $1) } == 0 && listen(server, 1) == 0)
    repeat {
      callers.append(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0))
    } while try callers.count < 20 && call { [callers] in connect(callers.last ?? -1, $0, $1) } == 0
    let outcome = EmergencyCaller.ask(EmergencyStation.message(.list), at: station.places, patienceMilliseconds: 100) { _ in }
    #expect(outcome == .hung(process: getpid()))
  }

  static let rubbish: [(bytes: [UInt8], name: String)] = [
    ([UInt8]("rubbish\n".utf8), "not-a-message"), ([0x0a], "not-a-message"), ([], "not-a-message"),
    ([0xff, 0xfe, 0x00, 0x0a], "not-a-message"), ([UInt8]("{}\n".utf8), "not-a-message"),
    ([UInt8]("{\"at\":1,\"request\":{\"list\":".utf8), "not-a-message"),
    ([UInt8]("{\"at\":1e400,\"request\":{\"list\":{}}}\n".utf8), "not-a-message"),
    ([UInt8](repeating: UInt8(ascii: "["), count: 60_000) + [0x0a], "not-a-message"),
    ([UInt8](repeating: UInt8(ascii: " "), count: 70_000), "message-too-long"),
  ]

  @Test(arguments: rubbish.indices) func rubbishIsRefusedByNameAndTheNextCallerIsServed(row: Int) throws {
    let post = station.post([EmergencyStation.silent])
    try #require(post.open())
    defer { post.close() }
    let (bytes, name) = Self.rubbish[row]
    let replies = try send(bytes)
    #expect(replies.refusals.map(\.name) == [name] && replies.last == .end(sounds: false))
    #expect(EmergencyStation.wait(2) { !station.records.isEmpty })
    #expect(station.records.map(\.detail) == [name] && station.records.first?.event == .refused)
    #expect(ask(.list).outcome == .answered)
  }

  @Test func aMessageIsReadWithOrWithoutItsLastNewline() throws {
    let post = station.post([EmergencyStation.silent])
    try #require(post.open())
    defer { post.close() }
    for end in ["", "\n", "\nmore\n"] {
      let replies = try send([UInt8]("{\"at\":1,\"request\":{\"list\":{}}}\(end)".utf8))
      #expect(replies == [.heard, .orders([]), .end(sounds: false)])
    }
  }

  /// Fewer would hold up a post that waits for each; more would hold up one that waits for so many.
  @Test(arguments: [40, 200]) func callersThatKeepSilentHoldNobodyUp(count: Int) throws {
    let post = station.post([EmergencyStation.silent])
    try #require(post.open())
    defer { post.close() }
    let silent = try (0..<count).map { _ in try connection() }
    defer { for descriptor in silent { close(descriptor) } }
    let replies = ask(.order(EmergencyStation.order("a1", "") { $0.kind = .storm })).replies
    #expect(replies.first == .taken(id: "a1") && replies.sounding == ["horn"])
    #expect(ask(.cancel(id: "a1")).outcome == .answered)
  }

  @Test func whoeverSpeaksLittleByLittleIsServedWithinItsTime() throws {
    let post = station.post([EmergencyStation.silent])
    try #require(post.open())
    defer { post.close() }
    let descriptor = try connection()
    defer { close(descriptor) }
    let message = Array("{\"at\":1,\"request\":{\"list\":{}}}\n".utf8)
    for byte in message {
      #expect(Foundation.send(descriptor, [byte], 1, Int32(MSG_NOSIGNAL)) == 1)
      usleep(2000)
    }
    var block = [UInt8](repeating: 0, count: 4096)
    let count = recv(descriptor, &block, block.count, 0)
    #expect(String(decoding: block.prefix(max(0, count)), as: UTF8.self).hasPrefix("{\"heard\""))
  }

  @Test func whoHasNoRightIsRefusedAndItIsWrittenDown() throws {
    let post = station.post([EmergencyStation.silent])
    try #require(post.open())
    defer { post.close() }
    let stranger = EmergencyStation.stranger
    let requests: [EmergencyMessage.Request] = [.order(EmergencyStation.order("a1")), .cancel(id: nil), .cancel(id: "a1")]
    for request in requests {
      let replies = post.answers(request, by: stranger)
      #expect(replies == [.refused(.notAllowed(person: "4000000000")), .end(sounds: false)])
    }
    #expect(!post.isSounding && post.orders.isEmpty)
    #expect(EmergencyStation.wait(2) { station.records.count == 3 })
    #expect(station.records.map(\.detail) == ["not-allowed", "not-allowed", "not-allowed"])
    #expect(station.records.map(\.person) == ["4000000000", "4000000000", "4000000000"])
    #expect(EmergencyRefusal.notAllowed(person: "an").vietnamese.contains("usermod -aG loa-emergency an"))
  }

  @Test func theStationsOwnerAndTheSuperuserMay() throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: station.home)
    let authority = EmergencyAuthority(home: station.home) { _, _, _ in false }
    let message = EmergencyStation.message(.cancel(id: nil))
    let owner = try #require(FileManager.default.attributesOfItem(atPath: station.home)[.ownerAccountID] as? UInt32)
    for user in [0, owner] {
      let person = EmergencyAuthority.Person(user: user, groups: [], process: 1)
      #expect(try authority.admit(person, message, now: EmergencyStation.now) == person.name)
    }
  }

  @Test func aStationsKeySpeaksForWhoeverSigned() throws {
    let message = EmergencyStation.message(.order(EmergencyStation.order("a1", "") { $0.kind = .fire }))
    let signed = message.signedBytes
    let post = station.post([EmergencyStation.silent]) { $0 == "An" && $1 == signed && $2 == "good" }
    try #require(post.open())
    defer { post.close() }
    func answers(_ change: (inout EmergencyMessage) -> Void) -> [EmergencyReply] {
      var copy = message
      (copy.signer, copy.signature) = ("An", "good")
      change(&copy)
      return post.answers(copy, by: EmergencyStation.stranger)
    }
    let tampered: [(inout EmergencyMessage) -> Void] = [
      { $0.signature = "bad" }, { $0.signature = nil }, { $0.signer = "Bình" }, { $0.signer = nil }, { $0.at += 1 },
      { $0.request = .cancel(id: nil) }, { $0.request = .order(EmergencyStation.order("a1", "Lời khác.")) },
    ]
    for change in tampered { #expect(answers(change).refusals == [.notAllowed(person: "4000000000")]) }
    #expect(answers { _ in }.first == .taken(id: "a1"))
    try #require(station.hasEnded("a1", on: post))
    #expect(station.records.contains { $0.event == .ordered && $0.person == "An (4000000000)" })
    // A copy of it sounds nothing.
    #expect(answers { _ in }.refusals == [.repeated(id: "a1")])
  }

  @Test(arguments: [(-60_001, false), (-59_000, true), (0, true), (59_000, true), (60_001, false)])
  func aSignatureHoldsForAMinute(offset: Int, isHeld: Bool) {
    let authority = EmergencyAuthority(home: station.home) { _, _, _ in true }
    let now = EmergencyStation.now
    var message = EmergencyMessage(.cancel(id: nil), at: now + offset)
    (message.signer, message.signature) = ("An", "good")
    let name = try? authority.admit(EmergencyStation.stranger, message, now: now)
    #expect(name == (isHeld ? "An (4000000000)" : nil))
  }
}
