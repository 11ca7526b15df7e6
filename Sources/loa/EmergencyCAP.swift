internal import ArgumentParser
internal import Emergency
internal import Foundation
internal import Station
internal import Synchronization

/// `loa emergency --cap`: an alert of another authority, carried out as the station's settings say.
struct EmergencyCAP {
  let path: String
  let options: EmergencyOptions

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let home = StationHome(environment: environment)
    let settings = (try? StationConfiguration.load(home.configuration))?.cap ?? CAPSettings()
    let intake = CAPIntake(home: home, settings: settings)
    let now = Acting.now
    let bytes = try contents()
    if options.dryRun {
      // What is not carried out is not remembered.
      let (outcome, _) = try intake.take(bytes, now: now) { _ in "dry run" }
      return show(outcome, isDone: false)
    }
    if !options.yes, EmergencyCommand.isAtTerminal, path != "-" {
      let (outcome, _) = try intake.take(bytes, now: now) { _ in "preview" }
      show(outcome, isDone: false)
      guard EmergencyCommand.confirms() else { throw ExitCode(Failure.Code.failed.rawValue) }
    }
    let outcome = try intake.take(bytes, now: now)
    try carryOut(outcome, environment: environment, home: home)
  }

  private func contents() throws -> [UInt8] {
    let limit = CAPParser.sizeLimitBytes + 1
    let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    guard let handle else {
      throw Failure(
        .badInput, "không đọc được tệp «\(path)». Hãy kiểm tra tên tệp.", "the file «\(path)» can't be read. Check its name.")
    }
    return [UInt8]((try? handle.read(upToCount: limit)).flatMap(\.self) ?? Data())
  }

  private func carryOut(_ outcome: CAPOutcome, environment: [String: String], home: StationHome) throws {
    let thrown = Mutex<Failure?>(nil)
    let (isQuiet, isTiming, key) = (options.quiet, options.timing, options.key)
    let delivery = CAPDelivery(
      home: home,
      sound: { order in
        do {
          try EmergencyRun(environment: environment, isTiming: isTiming, isQuiet: isQuiet).raise(order, keyFile: key)
        } catch {
          thrown.withLock { $0 = Failure(error) }
          // What it should take the place of goes on.
          return .busy
        }
        return nil
      },
      end: { id in
        let run = EmergencyRun(environment: environment, isTiming: false, isQuiet: true)
        try? run.act(.cancel(id: id), keyFile: key)
        if !run.cancelled.isEmpty { print(text("Đã dừng \(id).", "Ended \(id).")) }
      })
    let fault = delivery.carryOut(outcome)
    if let failure = thrown.withLock({ $0 }) { throw failure }
    if let fault { throw Failure(.failed, fault.vietnamese, fault.english) }
    if case .notice = outcome { show(outcome, isDone: true) }
  }

  private func show(_ outcome: CAPOutcome, isDone: Bool) {
    switch outcome {
    case .sound(let order, let ending):
      print(EmergencyView.announcement(order, outputs: EmergencyDryRun.outputs(order)))
      if !ending.isEmpty { print(text("Thay cho: ", "In place of: ") + ending.joined(separator: ", ")) }
    case .end(let ids): print(text("Dừng: ", "Ends: ") + ids.joined(separator: ", "))
    case .notice(let notice, _):
      print(
        isDone
          ? text(
            "Không phải khẩn cấp: «\(notice.title)» đã vào hộp thư của đài, chờ duyệt. Xem: loa inbox.",
            "No emergency: «\(notice.title)» is in the station's inbox and waits for approval. See: loa inbox.")
          : text(
            "Không phải khẩn cấp: «\(notice.title)» sẽ vào hộp thư, chờ duyệt.",
            "No emergency: «\(notice.title)» goes into the inbox."))
    }
    if !isDone, options.dryRun { print(text("Xem thử, chưa phát.", "A dry run: nothing sounds.")) }
  }
}
