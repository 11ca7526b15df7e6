internal import AudioOutput
internal import Bulletin
internal import Foundation
internal import PCM
internal import Production
internal import Speech
internal import Station
internal import VietnameseText

/// Each thing a broadcast needs, tried for real.
struct Checkup {
  /// One thing and how it is.
  struct Finding {
    let isFine: Bool
    /// Without it notices still sound.
    var isOptional = false
    let what: String
    let state: String

    var line: String {
      let mark = isFine ? text("[được]", "[ok]") : isOptional ? text("[thiếu]", "[none]") : text("[HỎNG]", "[BAD]")
      return "\(mark) \(what): \(state)"
    }
  }

  let environment: [String: String]
  let device: String?

  func findings() -> [Finding] {
    do {
      let station = try Station(environment: environment)
      return [voices(station), speech(station), lexicons(station), loudspeaker(station), cards, clock, disk(station), pandoc]
    } catch {
      let failure = Failure(error)
      return [
        Finding(isFine: false, what: text("cấu hình", "configuration"), state: failure.sentence), clock, pandoc,
      ]
    }
  }

  private func voices(_ station: Station) -> Finding {
    Finding(
      isFine: true, what: text("thư mục giọng", "voices folder"),
      state: "\(station.voices.path) (\(station.voices.voiceNames.joined(separator: ", ")))")
  }

  /// Speaks a word through a worker.
  private func speech(_ station: Station) -> Finding {
    let what = text("giọng đọc espeak-ng", "espeak-ng speech")
    do {
      let pool = try station.speechPool(jobs: 1)
      let voice = try station.voices.voice(station.configuration.voice)
      var seconds = 0.0
      try pool.speak(Reader(lexicon: .empty).read("Xin chào bà con.").utterances, voice: voice) { spoken in
        seconds += spoken.sound.seconds
        if case .lost(let reason) = spoken.outcome {
          throw Failure(.unavailable, "câu thử không đọc được (\(reason)).", "a trial sentence could not be spoken (\(reason)).")
        }
      }
      return Finding(
        isFine: seconds > 0.5, what: what,
        state: text("đọc thử được \(Format.oneDecimal(seconds)) giây", "spoke \(Format.oneDecimal(seconds)) s"))
    } catch {
      return Finding(isFine: false, what: what, state: Failure(error).sentence)
    }
  }

  private func lexicons(_ station: Station) -> Finding {
    let what = text("từ điển cách đọc", "lexicons")
    let faults = station.lexicon().faults
    guard let first = faults.first else {
      return Finding(isFine: true, what: what, state: text("đọc được hết", "all read"))
    }
    return Finding(
      isFine: false, what: what,
      state: text("\(faults.count) dòng lỗi; ", "\(faults.count) bad lines; ")
        + text(first.vietnamese, first.english))
  }

  /// Opens the device and closes it again.
  private func loudspeaker(_ station: Station) -> Finding {
    let name = device ?? station.configuration.device
    let what = text("loa (ALSA «\(name)»)", "loudspeaker (ALSA «\(name)»)")
    do throws(AudioOutputError) {
      let output = try ALSAOutput(device: name)
      return Finding(isFine: true, what: what, state: "\(output.granted)")
    } catch {
      return Finding(isFine: false, what: what, state: text(error.vietnamese, error.english))
    }
  }

  /// What a person may name as a device.
  private var cards: Finding {
    let cards = SoundCard.present
    let names = cards.map { "plughw:\($0.index) \($0.name)" }
    return Finding(
      isFine: !cards.isEmpty, isOptional: true, what: text("card âm thanh", "sound cards"),
      state: cards.isEmpty ? text("không có card nào", "there is none") : names.joined(separator: "; "))
  }

  private var clock: Finding {
    let what = text("đồng hồ", "clock")
    guard let now = LocalDateTime(unixSeconds: Int(Date().timeIntervalSince1970)), now.date.year >= 2025 else {
      return Finding(
        isFine: false, what: what,
        state: text(
          "sai ngày. Hãy chỉnh: sudo timedatectl set-ntp true", "wrong date. Set it: sudo timedatectl set-ntp true"))
    }
    return Finding(
      isFine: true, what: what, state: "\(now.clock) \(now.date.vietnamese) " + text("giờ Việt Nam", "Vietnam time"))
  }

  private func disk(_ station: Station) -> Finding {
    let what = text("ổ đĩa", "disk")
    var folder = URL(filePath: station.home.path)
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) { folder.deleteLastPathComponent() }
    let free = (try? FileManager.default.attributesOfFileSystem(forPath: folder.path)[.systemFreeSize] as? NSNumber)?.int64Value
    let isWritable = FileManager.default.isWritableFile(atPath: folder.path)
    guard isWritable else {
      return Finding(
        isFine: false, what: what,
        state: text(
          "\(folder.path) không ghi được. Hãy đặt LOA_HOME sang thư mục ghi được.",
          "\(folder.path) is not writable. Set LOA_HOME to a folder that is."))
    }
    guard let free, free > 500 << 20 else {
      return Finding(
        isFine: false, what: what,
        state: text(
          "còn dưới 500 MB trống. Hãy xóa bớt tệp.", "less than 500 MB free. Delete some files."))
    }
    return Finding(
      isFine: true, what: what,
      state: text("\(station.home.path), còn \(free >> 30) GB", "\(station.home.path), \(free >> 30) GB free"))
  }

  private var pandoc: Finding {
    let what = "pandoc (.docx, .odt)"
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { $0 + "/pandoc" }.first { FileManager.default.isExecutableFile(atPath: String($0)) }
    return Finding(
      isFine: found != nil, isOptional: true, what: what,
      state: found.map(String.init)
        ?? text(
          "chưa cài. Chỉ cần khi dùng tệp Word: sudo apt-get install pandoc",
          "not installed. Needed for Word files only: sudo apt-get install pandoc"))
  }
}
