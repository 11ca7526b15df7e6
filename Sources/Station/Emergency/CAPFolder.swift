public import Emergency
internal import Foundation

/// The watched folder `cap`: each message put there is carried out once.
///
/// A file that was carried out moves into `cap/da-nhan`, one that is refused into `cap/bi-tu-choi` with a note beside it;
/// none is ever deleted.
public struct CAPFolder: Sendable {
  /// What became of one file.
  public enum Report: Sendable {
    /// Carried out. `movedTo` is where the file is now, nil when it had to stay.
    case taken(file: String, CAPOutcome, movedTo: String?)
    case refused(file: String, CAPRefusal, movedTo: String?)
    /// Not carried out, and why, as `deliver` said it: it stays, and is tried again in the next look.
    case failed(file: String, reason: String)
    /// The disk's trouble: it stays, and is tried again in the next look.
    case unreadable(file: String, StationError)
    /// Perhaps still being written: it is looked at again.
    case waiting(file: String)
  }

  /// How long a file must have been left alone, unless two looks saw it the same, in seconds.
  public static let quietSeconds = 2.0
  /// How long one that may be half a message is given to become whole, in seconds.
  public static let patienceSeconds = 30.0

  private let home: StationHome
  private let intake: CAPIntake

  public init(home: StationHome, settings: CAPSettings) {
    self.init(home: home, intake: CAPIntake(home: home, settings: settings))
  }

  public init(home: StationHome, intake: CAPIntake) { (self.home, self.intake) = (home, intake) }

  /// Takes what lies in the folder and is whole; a folder that is not there is empty.
  /// - Parameters:
  ///   - unixMilliseconds: the present.
  ///   - memory: what earlier looks saw; one for a run of the service.
  ///   - deliver: carries an outcome out; answers nil, or a sentence why it could not.
  /// - Returns: by name; nothing of files that were done with and can't be moved.
  public func take(
    now unixMilliseconds: Int, memory: inout CAPFolderMemory, deliver: (CAPOutcome) -> String?
  ) -> [Report] {
    let stamps = files()
    memory.see(stamps, now: unixMilliseconds)
    return stamps.sorted { $0.key < $1.key }.compactMap { name, stamp in
      guard !memory.isDone(name, stamp) else { return nil }
      guard memory.isSeenAgain(name) || stamp.isAtRest(seconds: Self.quietSeconds) else { return .waiting(file: name) }
      let hasWaited =
        memory.seconds(of: name, now: unixMilliseconds) >= Self.patienceSeconds || stamp.isAtRest(seconds: Self.patienceSeconds)
      let report = take(name, stamp, hasWaited: hasWaited, now: unixMilliseconds, deliver: deliver)
      switch report {
      case .taken(_, _, nil), .refused(_, _, nil): memory.setDone(name, stamp)
      default: break
      }
      return report
    }
  }

  private func take(
    _ name: String, _ stamp: FileStamp, hasWaited: Bool, now: Int, deliver: (CAPOutcome) -> String?
  ) -> Report {
    let bytes: [UInt8]
    do throws(StationError) { bytes = try CAPFile.read(home.cap + "/" + name) } catch {
      return .unreadable(file: name, error)
    }
    guard FileStamp(of: home.cap + "/" + name) == stamp else { return .waiting(file: name) }
    do throws(CAPRefusal) {
      let (outcome, fault) = try intake.take(bytes, now: now, deliver: deliver)
      if let fault { return .failed(file: name, reason: fault) }
      return .taken(file: name, outcome, movedTo: CAPFile.move(name, from: home.cap, into: home.takenCAP))
    } catch {
      // What comes over a slow line must not be moved from under its writer.
      if error.isPerhapsOfHalfAFile, !hasWaited { return .waiting(file: name) }
      let note = "\(error.vietnamese)\n\n\(error.english)\n"
      return .refused(file: name, error, movedTo: CAPFile.move(name, from: home.cap, into: home.refusedCAP, note: note))
    }
  }

  /// Messages there are, with what tells each from what it was before.
  private func files() -> [String: FileStamp] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: home.cap)) ?? []
    let messages = names.filter { name in
      !name.hasPrefix(".") && ["xml", "cap"].contains(URL(filePath: name).pathExtension.lowercased())
    }
    let stamps = messages.map { ($0, FileStamp(of: home.cap + "/" + $0)) }.filter { $0.1.kind == .file }
    return Dictionary(stamps) { first, _ in first }
  }
}

extension CAPRefusal {
  /// What a message cut anywhere is refused for: in a character, in the name of its first element, before its namespace.
  fileprivate var isPerhapsOfHalfAFile: Bool {
    switch self {
    case .notXML, .unreadableEncoding, .notAnAlert, .wrongNamespace: true
    default: false
    }
  }
}
