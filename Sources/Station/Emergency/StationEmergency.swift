public import Emergency
internal import DSP
internal import Foundation
internal import Production
internal import Schedule
internal import Settings
internal import Speech
internal import Store
internal import VietnameseText

/// A station's emergencies, put together from whatever of the station is still whole.
public enum StationEmergency {
  /// Never fails: what is broken is left out and named.
  /// - Parameter faults: what else is broken in the station.
  public static func configuration(
    environment: [String: String], faults: (@Sendable () -> [Degradation])? = nil
  ) -> EmergencyConfiguration {
    let home = StationHome(environment: environment)
    let (settings, known) = settings(home)
    let voices = try? VoicesFolder.find(in: StationHome.voicesCandidates(environment: environment))
    let name = settings.voice
    var configuration = EmergencyConfiguration(
      places: EmergencyPlaces(home: home.path, environment: environment), outputs: settings.emergencyOutputs,
      voice: { () throws in
        guard let voices else { throw SpeechError.voicesMissing(directory: "voices") }
        return try voices.voice(name)
      },
      lexicon: { lexicon(voices, own: home.lexicon) })
    // As they are written now: a service may have started long ago.
    configuration.zones = { Self.settings(home).0.rules.zones }
    configuration.voicesFolder = voices?.path
    configuration.speech = voices.map {
      SpeechPool.Configuration(
        voicesDirectory: $0.espeakVoices, systemDataDirectory: environment["LOA_ESPEAK_DATA"],
        cacheDirectory: StationHome.cache(environment: environment))
    }
    if let profile = try? voices?.loudspeaker(settings.loudspeaker) { configuration.mastering = profile.mastering }
    let database = home.database
    // A station that never ran has no database yet.
    let hasRun = FileManager.default.fileExists(atPath: home.onAirRecord) || !settings.keeping.approvers.isEmpty
    configuration.faults = {
      if let faults { return known + faults() }
      let isLost = hasRun && !FileManager.default.fileExists(atPath: database)
      let lost = StationError.databaseLost(path: database)
      return known + (isLost ? [.station(vietnamese: lost.vietnamese, english: lost.english)] : [])
    }
    return configuration
  }

  private static func settings(_ home: StationHome) -> (StationConfiguration, [Degradation]) {
    do throws(SettingsError) { return (try StationConfiguration.load(home.configuration), []) } catch {
      return (.countryside, [.settings(vietnamese: error.vietnamese, english: error.english)])
    }
  }

  private static func lexicon(_ voices: VoicesFolder?, own path: String) -> EmergencyConfiguration.LoadedLexicon {
    guard let voices, !voices.lexiconFiles.isEmpty else { return (Lexicon([]), 0, true) }
    let (builtIn, faults) = voices.lexicon()
    guard let data = FileManager.default.contents(atPath: path) else { return (builtIn, faults.count, false) }
    let own = Lexicon.parse(String(decoding: data, as: UTF8.self), file: path)
    return (own.lexicon.layered(over: builtIn), faults.count + own.errors.count, false)
  }

  /// Who may raise emergencies at the station: its approvers' keys count beside the Unix group.
  public static func authority(environment: [String: String]) -> EmergencyAuthority {
    let home = StationHome(environment: environment)
    return EmergencyAuthority(home: home.path) { signer, bytes, signature in
      let approvers = (try? StationConfiguration.load(home.configuration))?.keeping.approvers ?? [:]
      guard let key = approvers[signer] else { return false }
      return ApproverKey.isValid(signature, of: bytes, by: key)
    }
  }

  /// Signs a message with a key file of the station, in the name that its settings know the key by.
  /// - Returns: false when the file holds no key, or the settings do not know it.
  public static func sign(_ message: inout EmergencyMessage, keyFile: String, environment: [String: String]) -> Bool {
    let home = StationHome(environment: environment)
    guard let data = FileManager.default.contents(atPath: keyFile),
      let key = ApproverKey(text: String(decoding: data, as: UTF8.self)),
      let approvers = (try? StationConfiguration.load(home.configuration))?.keeping.approvers,
      let person = approvers.first(where: { $0.value == key.publicText })?.key
    else { return false }
    message.signature = key.sign(message.signedBytes)
    message.signer = person
    return message.signature != nil
  }
}

extension StationConfiguration {
  /// The lines of loudspeakers as an emergency needs them.
  var emergencyOutputs: [EmergencyOutput] {
    allOutputs.map { line in
      var output = EmergencyOutput(name: line.name, device: line.device)
      (output.zones, output.channels, output.channelCount) = (line.zones, line.channels, line.channelCount)
      (output.volume, output.before, output.after) = (line.volume, line.before, line.after)
      output.warmUpSeconds = line.warmUpSeconds
      return output
    }
  }

  /// The lines of loudspeakers; at least one.
  var allOutputs: [StationOutput] { outputs.isEmpty ? [StationOutput(name: "loa", device: device)] : outputs }
}
