/// What did not work as it should though the alarm sounds; each is told, and written in the journal.
public enum Degradation: Error, Sendable, Hashable, Codable {
  /// The synthesiser said nothing in time, or not all: a recorded message sounds in its place.
  case synthesiser(reason: String)
  /// The recorded message is gone too: the phrase in the program sounds.
  case recordedMessage
  /// Lines of the pronunciation lexicon that could not be taken, or all of it.
  case lexicon(faults: Int)
  case audio(path: String, vietnamese: String, english: String)
  case microphone(device: String, vietnamese: String, english: String)
  /// A loudspeaker that does not sound.
  case output(name: String, vietnamese: String, english: String)
  /// The journal is elsewhere, or nowhere: a restart may not know of the emergency.
  case journal(path: String)
  case noJournal
  /// The settings can't be read: the standard sound device is used.
  case settings(vietnamese: String, english: String)
  /// The service hung and its loudspeakers were taken over; its process.
  case hungService(process: Int32, isEnded: Bool)
  /// Something of the station that is broken and does not concern the emergency.
  case station(vietnamese: String, english: String)

  /// For programs and the journal.
  public var name: String {
    switch self {
    case .synthesiser: "synthesiser"
    case .recordedMessage: "recorded-message"
    case .lexicon: "lexicon"
    case .audio: "audio"
    case .microphone: "microphone"
    case .output: "output"
    case .journal: "journal"
    case .noJournal: "no-journal"
    case .settings: "settings"
    case .hungService: "hung-service"
    case .station: "station"
    }
  }

  /// What is wrong, what sounds instead and what to do, in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .synthesiser(let reason):
      "máy đọc không đọc được (\(reason)); loa phát lời thu sẵn thay cho lời của bạn. Hãy nói trực tiếp: --mic, và chạy «loa doctor»."
    case .recordedMessage: "không có lời thu sẵn; loa phát câu «khẩn cấp» có sẵn trong chương trình. Hãy cài lại đài khi yên."
    case .lexicon(let faults):
      faults > 0
        ? "từ điển cách đọc có \(faults) dòng hỏng, chữ viết tắt có thể đọc sai. Xem: loa lexicon check."
        : "không đọc được từ điển cách đọc, chữ viết tắt có thể đọc sai. Hãy cài lại đài khi yên."
    case .audio(let path, let reason, _): "không phát được tệp «\(path)»: \(reason) Loa phát lời thu sẵn."
    case .microphone(let device, let sentence, _): "micro «\(device)» không thu được. \(sentence) Loa phát lời thu sẵn."
    case .output(let name, let sentence, _): "loa «\(name)» không phát được. \(sentence)"
    case .journal(let path):
      "không ghi được vào thư mục của đài; trạng thái ghi tạm ở \(path), mất điện sẽ mất. Hãy kiểm tra đĩa."
    case .noJournal:
      "không ghi được trạng thái ở đâu cả; máy khởi động lại thì phải báo lại từ đầu. Hãy kiểm tra đĩa."
    case .settings(let sentence, _): "không đọc được station.yaml. \(sentence) Loa phát ra thiết bị mặc định của máy."
    case .hungService(let process, let isEnded):
      "đài\(process > 0 ? " (tiến trình \(process))" : "") bị treo"
        + (isEnded
          ? ", đã được dừng; lệnh này tự phát. Hãy xem vì sao: journalctl -u loa."
          : " và không dừng được; lệnh này tự phát. Hãy chạy: sudo systemctl restart loa.")
    case .station(let sentence, _): sentence
    }
  }

  /// The same in English.
  public var english: String {
    switch self {
    case .synthesiser(let reason):
      "the synthesiser does not speak (\(reason)); a recorded message sounds in place of your text. Speak live with --mic, and run «loa doctor»."
    case .recordedMessage:
      "there is no recorded message; the phrase «khẩn cấp» within the program sounds. Install the station anew when there is time."
    case .lexicon(let faults):
      faults > 0
        ? "\(faults) lines of the lexicon are broken, acronyms may be read wrong. See: loa lexicon check."
        : "the lexicon can't be read, acronyms may be read wrong. Install the station anew when there is time."
    case .audio(let path, _, let reason): "the file «\(path)» can't be played: \(reason) A recorded message sounds."
    case .microphone(let device, _, let sentence):
      "the microphone «\(device)» hears nothing. \(sentence) A recorded message sounds."
    case .output(let name, _, let sentence): "the loudspeaker «\(name)» does not sound. \(sentence)"
    case .journal(let path):
      "the station's directory can't be written; the state is in \(path) and is lost with the power. Check the disk."
    case .noJournal: "the state can't be written anywhere; after a restart the alarm must be raised again. Check the disk."
    case .settings(_, let sentence): "station.yaml can't be read. \(sentence) The computer's standard sound device is used."
    case .hungService(let process, let isEnded):
      "the station\(process > 0 ? " (process \(process))" : "") "
        + (isEnded
          ? "hung and was ended; this command sounds by itself. See why: journalctl -u loa."
          : "hangs and can't be ended; this command sounds by itself. Run: sudo systemctl restart loa.")
    case .station(_, let sentence): sentence
    }
  }
}
