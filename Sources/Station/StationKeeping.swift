internal import Settings
internal import Store

/// Who approves, and how long sounds are kept: the keys of `station.yaml` beside its sessions.
public struct StationKeeping: Sendable, Hashable {
  /// Whether only approved notices air; nil where the settings do not say.
  public var isApprovalRequired: Bool?
  /// Ed25519 public keys, base64, of those who may approve, by name.
  public var approvers: [String: String] = [:]
  /// Days that the sound of a notice is kept after it can no longer air.
  public var soundDays = 60

  public init() {}

  /// Takes its keys out of the settings.
  init(from map: inout SettingsMap) {
    isApprovalRequired =
      map.choice(
        SettingsKey("duyệt", "approval"),
        [(["bắt buộc", "required"], true), (["không cần", "not required"], false)])
    if var people = map.map(SettingsKey("người duyệt", "approvers")) {
      for (name, key) in people.allTexts() {
        guard ApproverKey.isPublicKey(key.value) else {
          people.report(Self.badKey(of: name), at: key.place)
          continue
        }
        approvers[name] = key.value
      }
      map.absorb(people)
    }
    soundDays = map.integer(SettingsKey("giữ âm thanh ngày", "keep_sound_days"), in: 1...3650) ?? soundDays
  }

  /// The name of the person as the settings write it; case and marks do not matter.
  func approver(named written: String) -> (name: String, key: String)? {
    approvers.first { SettingsKey($0.key).matches(written) }.map { ($0.key, $0.value) }
  }

  private static func badKey(of name: String) -> SettingsProblem.Kind {
    .other(
      vietnamese: "khóa của «\(name)» không đúng. Hãy tạo bằng «loa key new \"\(name)\"»; lệnh này tự ghi vào đây.",
      english: "the key of «\(name)» is none. Make one with «loa key new \"\(name)\"», which writes it here.")
  }
}
