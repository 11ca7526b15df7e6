import Bulletin
import Emergency
import Foundation
import TestParts
import Testing

/// What is in force, what goes before what, and what ends it.
@Suite struct EmergencyPostOrdersTests {
  let station: EmergencyStation
  /// On a loudspeaker that swallows sound much faster than it is heard: 20 repeats still take a second or two.
  let post: EmergencyPost

  init() throws {
    station = try EmergencyStation()
    post = station.post([EmergencyStation.silent])
    try #require(post.open())
  }

  private func order(_ id: String, repeats: Int = 1, _ change: (inout EmergencyOrder) -> Void = { _ in })
    -> EmergencyMessage.Request
  {
    .order(
      EmergencyStation.order(id, "") {
        ($0.kind, $0.repeats) = (.flood, repeats)
        change(&$0)
      })
  }

  @Test func cancellingEndsAtOnce() throws {
    defer { post.close() }
    try #require(post.answers(order("a1", repeats: 20)).last == .end(sounds: true))
    #expect(post.hasSounded("a1") && post.isSounding)
    #expect(post.answers(.cancel(id: "a1")) == [.cancelled(["a1"]), .end(sounds: false)])
    #expect(EmergencyStation.wait(0.5) { !post.isBusy })
    #expect(station.course.sorted() == ["began a1", "cancelled a1", "ordered a1"])
    #expect(post.orders.isEmpty && post.unlogged.map(\.interruption) == ["cancelled by \(EmergencyAuthority.Person.own.name)"])
    // Again is no fault; and it never comes back.
    #expect(post.answers(.cancel(id: "a1")) == [.cancelled([]), .end(sounds: false)])
    #expect(post.answers(order("a1")).refusals == [.repeated(id: "a1")])
    #expect(!post.isSounding)
  }

  @Test func cancellingEverythingNamesWhatItEnded() throws {
    defer { post.close() }
    for id in ["a1", "a2"] { _ = post.answers(order(id, repeats: 20)) }
    guard case .cancelled(let ids) = post.answers(.cancel(id: nil)).first else {
      Issue.record("nothing was cancelled")
      return
    }
    #expect(Set(ids) == ["a1", "a2"] && EmergencyStation.wait(0.5) { !post.isBusy } && post.orders.isEmpty)
  }

  @Test func whatIsNotInForceCannotBeCancelled() {
    defer { post.close() }
    #expect(post.answers(.cancel(id: "b7")).refusals == [.noSuchOrder(id: "b7")])
    #expect(post.answers(.cancel(id: "../b7")).refusals == [.badName("../b7")])
    #expect(post.answers(.cancel(id: nil)) == [.cancelled([]), .end(sounds: false)])
    #expect(station.course == ["refused ", "refused "])
  }

  @Test func aNewerOrderGoesBeforeAndTheOlderOneSoundsAgainAfterwards() throws {
    defer { post.close() }
    try #require(post.answers(order("a1", repeats: 20)).last == .end(sounds: true))
    try #require(post.answers(order("a2", repeats: 10)).last == .end(sounds: true))
    #expect(post.orders.map(\.order.id) == ["a2", "a1"] && post.orders.map(\.isSounding) == [true, false])
    try #require(station.hasEnded("a1", on: post))
    let course = station.course.filter { !$0.hasPrefix("ordered") }
    #expect(course == ["began a1", "began a2", "ended a2", "began a1", "ended a1"])
    // One line each in the station's log.
    #expect(post.unlogged.map(\.order.id).sorted() == ["a1", "a2"] && post.unlogged.allSatisfy { $0.interruption == nil })
  }

  @Test func whatFollowsAnotherIsToldSoAtOnce() throws {
    defer { post.close() }
    try #require(post.answers(order("a1", repeats: 20)).last == .end(sounds: true))
    let replies = post.answers(order("d1") { $0.isDrill = true })
    #expect(replies.first == .taken(id: "d1") && replies.contains(.waiting(behind: "a1")))
    #expect(replies.sounding.isEmpty && replies.last == .end(sounds: true))
    try #require(station.hasEnded("d1", on: post))
    #expect(station.course.filter { !$0.hasPrefix("ordered") } == ["began a1", "ended a1", "began d1", "ended d1"])
  }

  @Test func whatNoLoudspeakerTakesKeepsNoOtherWaiting() throws {
    post.close()
    var (whole, broken) = (EmergencyStation.silent, EmergencyOutput(name: "broken", device: "nowhere"))
    (whole.zones, broken.zones) = (.named(["Thôn 1"]), .named(["Thôn 2"]))
    let two = station.post([whole, broken], zones: ["Thôn 1", "Thôn 2"])
    try #require(two.open())
    defer { two.close() }
    try #require(two.answers(order("a1", repeats: 20) { $0.zones = .named(["Thôn 1"]) }).last == .end(sounds: true))
    let replies = two.answers(order("b1") { $0.zones = .named(["Thôn 2"]) })
    #expect(replies.degradations.map(\.name).contains("output") && replies.last == .end(sounds: false))
    // The newer one is tried first, and again; the older one is heard meanwhile.
    #expect(EmergencyStation.wait { station.course.contains("ended a1") })
    #expect(two.orders.map(\.order.id) == ["b1"] && !two.hasSounded("b1"))
  }

  @Test func whatWasEndedBeforeItSoundedIsNoFaultOfTheLoudspeakers() throws {
    post.close()
    let command = station.post([EmergencyOutput(name: "horn", device: "nowhere")])
    try #require(command.open())
    defer { command.close() }
    // Another process ends it, as a command at another desk does: in the journal.
    Thread.detachNewThread { [station] in
      _ = EmergencyStation.wait { station.course.contains("ordered a1") }
      _ = EmergencyJournal(places: station.places).append([
        EmergencyRecord(at: EmergencyStation.now, .cancelled, id: "a1", person: "An")
      ])
    }
    let replies = command.answers(order("a1"))
    #expect(replies.suffix(2) == [.cancelled(["a1"]), .end(sounds: false)])
  }

  /// A command that could not have the post sounds all the same, and the journal says so.
  @Test func whatAnotherProcessSoundsIsListedAndCancelledAtOnce() throws {
    defer { post.close() }
    let other = EmergencyJournal(places: station.places)
    for id in ["b1", "b2", "b3"] {
      let order = EmergencyStation.order(id) { $0.timing = .every(seconds: 600) }
      try #require(other.append([EmergencyRecord(at: order.issued, .ordered, id: id, order: order)]))
      switch id {
      case "b1": #expect(post.answers(.list).states.map(\.order.id) == ["b1"])
      case "b2": #expect(post.answers(.cancel(id: "b2")) == [.cancelled(["b2"]), .end(sounds: false)])
      default: #expect(Set(post.answers(.cancel(id: nil)).cancelled) == ["b1", "b3"])
      }
    }
  }

  @Test func whatIsInForceIsListedWithItsNextRound() throws {
    defer { post.close() }
    #expect(post.answers(.list) == [.orders([]), .end(sounds: false)])
    _ = post.answers(order("a1") { $0.timing = .every(seconds: 600) })
    try #require(station.hasEnded("a1", on: post))
    let states = post.answers(.list, by: EmergencyStation.stranger).states
    let issued = try #require(states.first?.order.issued)
    #expect(states.map(\.order.id) == ["a1"] && states.map(\.isSounding) == [false])
    #expect(states.first?.next == issued + 600_000 && states.first?.order.person == EmergencyAuthority.Person.own.name)
  }

  @Test func onePostAtATimeHasAStation() throws {
    let other = station.post([EmergencyStation.silent])
    #expect(!other.open() && !other.isOpen && post.isOpen)
    _ = post.answers(order("a1", repeats: 20) { $0.timing = .every(seconds: 600) })
    post.close()
    #expect(!post.isOpen)
    // What was broken off sounds with whoever takes the post next.
    try #require(other.open())
    #expect(!post.open())
    try #require(station.hasEnded("a1", on: other))
    #expect(station.course == ["ordered a1", "began a1", "began a1", "ended a1"])
    #expect(other.orders.map(\.order.id) == ["a1"])
    other.close()
    try #require(post.open())
    #expect(post.orders.map(\.order.id) == ["a1"] && !post.isSounding)
    post.close()
  }

  @Test func whereNobodySoundsItIsCancelledOnRecord() throws {
    _ = post.answers(order("a1", repeats: 20) { $0.timing = .every(seconds: 600) })
    post.close()
    let command = station.post([EmergencyStation.silent])
    var replies: [EmergencyReply] = []
    command.performOnRecord(EmergencyStation.message(.cancel(id: "a1")), by: .own) { replies.append($0) }
    #expect(replies == [.cancelled(["a1"]), .end(sounds: false)])
    try #require(post.open())
    #expect(post.orders.isEmpty && !post.isSounding)
    post.close()
  }

  @Test func drillsAreLimitedAndRealEmergenciesAreNot() throws {
    defer { post.close() }
    for id in ["d1", "d2", "d3"] {
      #expect(post.answers(order(id, repeats: 20) { $0.isDrill = true }).first == .taken(id: id))
      _ = post.answers(.cancel(id: id))
    }
    let refused = post.answers(order("d4") { $0.isDrill = true })
    #expect(refused == [.refused(.tooManyDrills(waitSeconds: 600)), .end(sounds: false)])
    #expect(post.answers(order("a1")).first == .taken(id: "a1"))
    try #require(station.hasEnded("a1", on: post))
    // A restart does not forget them.
    post.close()
    try #require(post.open())
    #expect(post.answers(order("d5") { $0.isDrill = true }).refusals.map(\.name) == ["too-many-drills"])
  }

  @Test func whatCannotSoundIsRefusedByNameAndNothingSounds() {
    defer { post.close() }
    let refusals = post.answers(.order(EmergencyStation.order("a1", "\u{202e} "))).refusals
    #expect(refusals == [.nothingToSay] && !post.isSounding && post.orders.isEmpty)
    #expect(EmergencyStation.wait(2) { !station.records.isEmpty })
    #expect(station.records.map(\.detail) == ["nothing-to-say"])
  }
}
