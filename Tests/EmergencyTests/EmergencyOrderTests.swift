import Bulletin
import Emergency
import Testing

@Suite struct EmergencyOrderTests {
  static let now = EmergencyBookTests.start
  static let zones = ["Thôn 1", "Thôn Đông"]

  private func order(_ change: (inout EmergencyOrder) -> Void = { _ in }) -> EmergencyOrder {
    var order = EmergencyOrder(id: "k3x9a2", text: "Nước lên nhanh.", issued: Self.now)
    change(&order)
    return order
  }

  private func checked(_ order: EmergencyOrder) throws -> EmergencyOrder { try order.checked(now: Self.now, zones: Self.zones) }

  static let refusals: [(refusal: EmergencyRefusal, change: @Sendable (inout EmergencyOrder) -> Void)] = [
    (.nothingToSay, { $0.text = "" }), (.nothingToSay, { $0.text = " \n\u{202e}\u{0} " }),
    (.tooLong(characters: 3001, limit: 3000), { $0.text = String(repeating: "a", count: 3001) }),
    (.badRepeats(0), { $0.repeats = 0 }), (.badRepeats(21), { $0.repeats = 21 }), (.badRepeats(-1), { $0.repeats = -1 }),
    (.badInterval(seconds: 59), { $0.timing = .every(seconds: 59) }),
    (.badInterval(seconds: 86_401), { $0.timing = .every(seconds: 86_401) }),
    (.badInterval(seconds: .max), { $0.timing = .every(seconds: .max) }),
    (.unknownZone(["Thôn 9"], known: zones), { $0.zones = .named(["thon 1", "Thôn 9"]) }),
    (.unknownZone([], known: zones), { $0.zones = .named([]) }), (.alreadyOver, { $0.expires = now }),
    (.alreadyOver, { $0.expires = now - 1 }), (.alreadyOver, { $0.expires = .min }), (.badName(""), { $0.id = "" }),
    (.badName("K3X9A2"), { $0.id = "K3X9A2" }), (.badName("../k3x9"), { $0.id = "../k3x9" }),
    (.badName("đỏ"), { $0.id = "đỏ" }), (.badName("a\nb"), { $0.id = "a\nb" }),
    (.badName(String(repeating: "a", count: 33)), { $0.id = String(repeating: "a", count: 33) }),
    (.badName(String(repeating: "b", count: 40)), { $0.id = String(repeating: "b", count: 9999) }),
    (.notAMessage, { $0.audio = "/" + String(repeating: "a", count: 4096) }),
    (.notAMessage, { $0.microphone = String(repeating: "a", count: 4097) }),
  ]

  @Test(arguments: refusals.indices) func whatCannotSoundIsRefusedByName(row: Int) {
    let (refusal, change) = Self.refusals[row]
    let refused = order(change)
    #expect(throws: refusal) { try checked(refused) }
    #expect(refusal.vietnamese.hasSuffix(".") && refusal.english.hasSuffix("."))
  }

  @Test func whatIsWithinItsBoundsIsTakenAsItIs() throws {
    let largest = order {
      $0.text = String(repeating: "ệ", count: 3000)
      $0.repeats = 20
      $0.timing = .every(seconds: 60)
      $0.zones = .named(["thon 1", "THÔN ĐÔNG"])
      $0.expires = Self.now + 1
    }
    #expect(try checked(largest) == largest)
    #expect(try checked(order { $0.timing = .every(seconds: 86_400) }).timing == .every(seconds: 86_400))
  }

  @Test func whatHasARecordingAMicrophoneOrAKindNeedsNoWords() throws {
    let changes: [(inout EmergencyOrder) -> Void] = [
      { $0.audio = "/a.wav" }, { $0.microphone = "default" }, { $0.kind = .fire }, { $0.isSelfTest = true },
    ]
    for change in changes {
      let wordless = order {
        $0.text = ""
        change(&$0)
      }
      #expect(try checked(wordless).text.isEmpty)
    }
  }

  @Test func whereTheZonesAreNotKnownAnyNameIsAsGood() throws {
    let order = order { $0.zones = .named(["Thôn 1"]) }
    #expect(try order.checked(now: Self.now, zones: []).zones == .named(["Thôn 1"]))
    let refused = EmergencyRefusal.unknownZone(["Thôn 1"], known: ["Thôn 2"])
    #expect(throws: refused) { try order.checked(now: Self.now, zones: ["Thôn 2"]) }
  }

  static let cleaned: [(String, String)] = [
    ("  Nước   lên\u{7}\u{1b}[31m nhanh. ", "Nước lên [31m nhanh."), ("a\u{0}b\u{7f}c\u{85}d", "a b c d"),
    ("một\r\nhai\n\n\nba\n", "một\nhai\nba"), ("a\u{2028}b\u{2029}c", "a\nb\nc"),
    ("\u{202e}ơig\u{202c} \u{2066}hai\u{2069} \u{200f}ba\u{feff}", "ơig hai ba"), ("xã\u{200b}A\u{ad}B\u{e000}C", "xãABC"),
    ("Xã Trà Leng – Thôn 1: “sơ tán”!", "Xã Trà Leng – Thôn 1: “sơ tán”!"), ("e\u{302}\u{301} 🌊", "e\u{302}\u{301} 🌊"),
  ]

  @Test(arguments: cleaned) func wordsAreCleanedOfWhatIsNoWord(text: String, expected: String) throws {
    let text = try checked(order { $0.text = text }).text
    #expect(text.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(text.debugDescription)")
  }

  static let ends: [(EmergencyTiming, seconds: Int?)] = [
    (.once, 3600), (.every(seconds: 600), 86_400), (.pattern(.tsunami), nil), (.pattern(.storm), 86_400),
    (.pattern(.flood), 86_400), (.pattern(.fire), 3600), (.pattern(.general), 3600),
  ]

  @Test(arguments: ends.indices) func whatDoesNotSayWhenItEndsGetsTheEndOfItsTiming(row: Int) throws {
    let (timing, seconds) = Self.ends[row]
    #expect(try checked(order { $0.timing = timing }).expires == seconds.map { Self.now + $0 * 1000 })
    let own = order {
      $0.timing = timing
      $0.expires = Self.now + 5000
    }
    #expect(try checked(own).expires == Self.now + 5000)
  }

  @Test func anOrderCountsFromItsArrival() throws {
    for issued in [0, Self.now - 59_000, Self.now - 61_000, Self.now + 61_000] {
      let order = try checked(order { $0.issued = issued })
      #expect(order.issued == Self.now && order.expires == Self.now + 3_600_000)
    }
  }

  @Test func nobodySaysThemselvesWhoTheyAre() throws {
    #expect(try checked(order { $0.person = "Chủ tịch xã" }).person.isEmpty)
  }

  @Test func everyMillisecondHasANameOfItsOwnThatCanBeTyped() throws {
    let moments = Array(Self.now..<(Self.now + 200)) + [0, 1, 2_176_782_335, 2_176_782_336 + 2]
    let ids = moments.map(EmergencyOrder.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      let named = order { $0.id = id }
      #expect(try id.count == 6 && checked(named).id == id)
    }
  }
}
