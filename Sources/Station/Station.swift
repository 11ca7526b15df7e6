public import AudioFile
internal import Foundation
internal import Bulletin
public import Production
internal import Schedule
internal import Settings
public import Speech
public import Store
internal import Synchronization
public import VietnameseText

/// A station with its parts found and its configuration read.
public struct Station: Sendable {
  public let home: StationHome
  public let configuration: StationConfiguration
  public let voices: VoicesFolder
  /// The program's.
  public static let version = "0.1.0"
  private let cache: String
  private let opened = OpenedStore()
  /// `LOA_ESPEAK_DATA`, where espeak-ng's data is not where distributions put it.
  private let espeakData: String?

  /// - Throws: `StationError` naming what is missing or wrong.
  public init(environment: [String: String]) throws(StationError) {
    home = StationHome(environment: environment)
    cache = StationHome.cache(environment: environment)
    espeakData = environment["LOA_ESPEAK_DATA"]
    do { configuration = try StationConfiguration.load(home.configuration) } catch { throw .configuration(error) }
    do { voices = try VoicesFolder.find(in: StationHome.voicesCandidates(environment: environment)) } catch {
      throw .production(error)
    }
  }

  /// A pool of speech workers that run the present program.
  public func speechPool(jobs: Int) throws(StationError) -> SpeechPool {
    do {
      return try SpeechPool(
        configuration: SpeechPool.Configuration(
          voicesDirectory: voices.espeakVoices, systemDataDirectory: espeakData, cacheDirectory: cache, jobs: jobs))
    } catch {
      throw .speech(error)
    }
  }

  /// The pronunciation lexicon, and its lines that could not be taken. Parses the files at each call: take it once, and
  /// after `speechPool`, whose first worker starts meanwhile.
  public func lexicon() -> (lexicon: Lexicon, faults: [LexiconError]) {
    let builtIn = voices.lexicon()
    guard let data = FileManager.default.contents(atPath: home.lexicon) else { return builtIn }
    let own = Lexicon.parse(String(decoding: data, as: UTF8.self), file: home.lexicon)
    return (own.lexicon.layered(over: builtIn.lexicon), builtIn.faults + own.errors)
  }

  /// A producer into `folder`, by default the station's own audio folder.
  public func producer(
    jobs: Int, lexicon: Lexicon, voice: String? = nil, loudspeaker: String? = nil, container: AudioContainer = .flac,
    folder: String? = nil
  ) throws(StationError) -> Producer {
    do {
      let profile = try voices.voice(voice ?? configuration.voice)
      let mastering = try mastering(loudspeaker: loudspeaker)
      return try Producer(
        pool: try speechPool(jobs: jobs), voices: voices, lexicon: lexicon, voice: profile, mastering: mastering,
        container: container, folder: folder ?? home.audio)
    } catch let error as StationError {
      throw error
    } catch let error as ProductionError {
      throw .production(error)
    } catch {
      preconditionFailure("an unnamed error: \(error)")
    }
  }

  /// The station's database; it and its folder are made on first use.
  /// - Throws: `StationError.databaseLost` where keys, or a service that ran here, say that there was one.
  public func store() throws(StationError) -> Store {
    if !FileManager.default.fileExists(atPath: home.database) {
      opened.forget()
      if hasAnyKey || FileManager.default.fileExists(atPath: home.onAirRecord) { throw .databaseLost(path: home.database) }
    }
    do throws(StoreError) {
      return try opened.store { () throws(StoreError) in
        try? FileManager.default.createDirectory(atPath: home.path, withIntermediateDirectories: true)
        return try Store(path: home.database)
      }
    } catch {
      throw .store(error)
    }
  }
}

/// The database of one station, opened when it is first asked for.
private final class OpenedStore: Sendable {
  private let kept = Mutex<Store?>(nil)

  /// What is open is a file without a name.
  func forget() { kept.withLock { $0 = nil } }

  func store(_ open: () throws(StoreError) -> Store) throws(StoreError) -> Store {
    if let store = kept.withLock({ $0 }) { return store }
    let store = try open()
    kept.withLock { $0 = store }
    return store
  }
}
