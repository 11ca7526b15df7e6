public import Emergency
internal import Bulletin
internal import Settings

/// Section `cap` of `station.yaml`: which alerts of other stations and offices are this station's.
///
///     cap:
///       diễn tập: không
///       địa chỉ: [tra-leng@loa.vn]
///       khu vực:
///         Thôn 1: {mã: [GSO=20695], biên: ["15.25,108.00", "15.25,108.10", "15.35,108.10"]}
public struct CAPSettings: Sendable, Hashable {
  /// Whether messages of status Exercise sound.
  public var allowsExercise = false
  /// What the station is called in a message that is not public.
  public var addresses: [String] = []
  /// Where the station's zones lie; none when the settings place none, and every alert is for all of it.
  public var zones: [CAPZone] = []
  /// The station has no zones of its own: what is placed here is all of it, whatever it is called.
  public var isOnePlace = false

  public init() {}

  /// - Parameter known: the station's zones; none when it has none, and any name is taken.
  init(from map: inout SettingsMap, known: [String]) {
    guard var section = map.map(SettingsKey("cap")) else { return }
    defer { map.absorb(section) }
    allowsExercise =
      section.choice(
        SettingsKey("diễn tập", "exercise"), [(["có", "yes", "true"], true), (["không", "no", "false"], false)]) ?? false
    addresses = (section.list(SettingsKey("địa chỉ", "addresses")) ?? []).map(\.value)
    isOnePlace = known.isEmpty
    guard var areas = section.map(SettingsKey("khu vực", "zones", "areas")) else { return }
    defer { section.absorb(areas) }
    for (name, inner) in areas.allMaps() {
      var inner = inner
      defer { areas.absorb(inner) }
      let zone = Self.zone(name, from: &inner, known: known)
      if let zone, zones.contains(where: { $0.name == zone.name }) {
        areas.report(.repeatedKey(name.value), at: name.place)
      } else if let zone {
        zones.append(zone)
      }
    }
  }

  /// Under the name the station knows it by; nil, with a fault reported, when it knows none such.
  private static func zone(_ name: SettingsText, from map: inout SettingsMap, known: [String]) -> CAPZone? {
    let codes = codes(&map)
    let border = border(&map)
    if codes == nil, border == nil { map.report(unplaced(name.value), at: name.place) }
    guard let called = known.isEmpty ? name.value : known.first(where: { SettingsKey($0).matches(name.value) }) else {
      map.report(
        .notAChoice(
          key: "khu vực", value: name.value, choices: known, nearest: SettingsKey.nearest(to: name.value, among: known)),
        at: name.place)
      return nil
    }
    return CAPZone(name: called, geocodes: codes ?? [], polygon: border)
  }

  /// `GSO=20695`, or a value alone for any list; nil when none are written.
  private static func codes(_ map: inout SettingsMap) -> [String]? {
    guard let written = map.list(SettingsKey("mã", "codes")), !written.isEmpty else { return nil }
    for code in written where isHalf(code.value) {
      map.report(
        .other(
          vietnamese: "mã «\(code.value)» thiếu tên hoặc giá trị. Hãy viết như: GSO=20695, hoặc chỉ ghi giá trị: 20695.",
          english: "the code «\(code.value)» has no name or no value. Write GSO=20695, or the value alone: 20695."),
        at: code.place)
    }
    return written.map(\.value)
  }

  private static func isHalf(_ code: String) -> Bool {
    code.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).contains { $0.allSatisfy(\.isWhitespace) }
  }

  /// Points as a list, or on one line as CAP writes them; nil when none are written.
  private static func border(_ map: inout SettingsMap) -> [CAPPoint]? {
    guard let written = map.list(SettingsKey("biên", "border")), let first = written.first else { return nil }
    var pairs = written.map { (text: $0.value, place: $0.place) }
    // The commas of one line parted its numbers.
    if !written.contains(where: { $0.value.contains(",") }) {
      pairs = written.map(\.value).joined(separator: ",").split(whereSeparator: \.isWhitespace).map { (String($0), first.place) }
    }
    var points: [CAPPoint] = []
    for pair in pairs {
      if let point = point(pair.text) {
        points.append(point)
      } else {
        map.report(badPoint(pair.text), at: pair.place)
      }
    }
    if points.count == pairs.count, Set(points).count < 3 { map.report(tooFewPoints(points.count), at: first.place) }
    return points
  }

  /// `15.25,108.00` in degrees; nil when it is not that, or nowhere on the Earth.
  private static func point(_ pair: String) -> CAPPoint? {
    let numbers = pair.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.filter { !$0.isWhitespace })
    }
    // `Double` alone also takes `nan`, `inf` and hexadecimals.
    guard numbers.count == 2, numbers.joined().utf8.allSatisfy({ "+-.0123456789".utf8.contains($0) }),
      let latitude = numbers.first.flatMap({ Double($0) }), let longitude = numbers.last.flatMap({ Double($0) }),
      (-90...90).contains(latitude), (-180...180).contains(longitude)
    else { return nil }
    return CAPPoint(latitude: latitude, longitude: longitude)
  }

  private static func unplaced(_ zone: String) -> SettingsProblem.Kind {
    .other(
      vietnamese: "khu vực «\(zone)» chưa có mã hay biên. Hãy ghi «mã» hoặc «biên», hoặc xóa khu vực này ở đây.",
      english: "the zone «\(zone)» has neither codes nor a border. Write «codes» or «border», or delete it here.")
  }

  private static func badPoint(_ pair: String) -> SettingsProblem.Kind {
    .other(
      vietnamese: "điểm «\(pair)» không phải vĩ độ,kinh độ. Hãy viết vĩ độ (-90 đến 90) trước, trong ngoặc kép,"
        + " như: biên: [\"15.25,108.00\", \"15.25,108.10\", \"15.35,108.10\"].",
      english: "the point «\(pair)» is not latitude,longitude. Write the latitude (-90 to 90) first, in quotes:"
        + " border: [\"15.25,108.00\", \"15.25,108.10\", \"15.35,108.10\"].")
  }

  private static func tooFewPoints(_ count: Int) -> SettingsProblem.Kind {
    .other(
      vietnamese: "biên có \(count) điểm. Hãy ghi ít nhất 3 điểm khác nhau, theo vòng quanh khu vực.",
      english: "the border has \(count) points. Write at least 3 different ones, around the zone.")
  }
}
