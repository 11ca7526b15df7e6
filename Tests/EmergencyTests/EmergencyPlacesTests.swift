import Emergency
import Foundation
import TestParts
import Testing

/// What somebody else laid down where a station's state may be is none of its state.
@Suite struct EmergencyPlacesTests {
  @Test func theStationsOwnFolderIsFirstAndNoStationSharesAnothersFallback() {
    let environment = ["XDG_RUNTIME_DIR": "/run/user/1"]
    let (one, other) = (EmergencyPlaces(home: "/a", environment: environment), EmergencyPlaces(home: "/b", environment: environment))
    #expect(one.folders.first == "/a" && one.folders.count == 4 && one.folders.dropFirst().first?.hasPrefix("/run/user/1/") == true)
    #expect(Set(one.folders).isDisjoint(with: other.folders))
    #expect(EmergencyPlaces(home: "/a", environment: [:]).folders == one.folders.filter { !$0.hasPrefix("/run/user") })
    #expect(EmergencyPlaces(home: "/a", environment: ["XDG_RUNTIME_DIR": "x"]).folders.allSatisfy { $0.hasPrefix("/") })
  }

  @Test func ordersInAFolderThatOthersCanWriteAreNotRead() throws {
    let folder = try TestFolder()
    let places = EmergencyPlaces(home: folder.file("home"), environment: ["XDG_RUNTIME_DIR": folder.path])
    let fallback = places.folders[1]
    try FileManager.default.createDirectory(atPath: fallback, withIntermediateDirectories: false)
    let order = EmergencyOrder(id: "a", text: "Tin giả.", issued: 0)
    try #require(EmergencyJournal(places: places).append([EmergencyRecord(at: 0, .ordered, id: "a", order: order)]))
    #expect(EmergencyJournal(places: places).records().count == 1)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: fallback)
    #expect(EmergencyJournal(places: places).records().isEmpty)
  }
}
