import Emergency
import Testing

@Suite struct EmergencyPlacesTests {
  @Test func theStationsOwnFolderIsFirstAndNoStationSharesAnothersFallback() {
    let environment = ["XDG_RUNTIME_DIR": "/run/user/1"]
    let (one, other) = (
      EmergencyPlaces(home: "/a", environment: environment), EmergencyPlaces(home: "/b", environment: environment)
    )
    #expect(
      one.folders.first == "/a" && one.folders.count == 4 && one.folders.dropFirst().first?.hasPrefix("/run/user/1/") == true)
    #expect(Set(one.folders).isDisjoint(with: other.folders))
    #expect(EmergencyPlaces(home: "/a", environment: [:]).folders == one.folders.filter { !$0.hasPrefix("/run/user") })
    #expect(EmergencyPlaces(home: "/a", environment: ["XDG_RUNTIME_DIR": "x"]).folders.allSatisfy { $0.hasPrefix("/") })
  }
}
