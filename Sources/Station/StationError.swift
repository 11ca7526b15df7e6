public import Production
public import Settings
public import Speech
public import Store
public import VietnameseText

/// What kept the station from doing what it was asked; the part that failed says why.
public enum StationError: Error, Sendable, CustomStringConvertible {
  case configuration(SettingsError)
  case production(ProductionError)
  case speech(SpeechError)
  case store(StoreError)
  /// A line for the station's lexicon that can't be taken.
  case lexicon(LexiconError)
  case cannotWrite(path: String, reason: String)
  case cannotRead(path: String, reason: String)
  /// A notice, or a person's wish to approve one, and why not.
  case refused(NoticeRefusal)
  /// Another service runs this station; its socket.
  case alreadyRunning(String)
  /// The directory is no station yet.
  case notSetUp(String)
  /// The database is gone, though there is a station.
  case databaseLost(path: String)
  /// Something that is never overwritten.
  case alreadyThere(path: String)
  /// A file that is no backup, or a damaged one.
  case notABackup(path: String, reason: String)
  /// A link in the station that leads to a folder elsewhere.
  case linkInStation(path: String)
  /// A file that another program was writing while it was backed up.
  case stillWritten(path: String)
  /// No session of that name is held on the day.
  case noSuchSession(String, held: [String])
  /// Nothing was made yet that could be planned.
  case nothingToPlan
  /// There is a `station.yaml` already.
  case alreadySetUp(String)

  public var description: String { english }
}

extension StationError {
  public var vietnamese: String {
    switch self {
    case .configuration(let error): error.vietnamese
    case .production(let error): error.vietnamese
    case .speech(let error): error.vietnamese
    case .store(let error): error.vietnamese
    case .lexicon(let error): error.vietnamese
    case .cannotWrite(let path, let reason):
      "không ghi được «\(path)»: \(reason). Hãy kiểm tra quyền ghi và chỗ trống trên đĩa."
    case .cannotRead(let path, let reason): "không đọc được «\(path)»: \(reason). Hãy kiểm tra tên tệp và quyền đọc."
    case .refused(let refusal): refusal.vietnamese
    case .alreadyRunning(let path):
      "đài đang chạy rồi (\(path)). Xem bằng «loa status»; muốn phục hồi hay chạy lại thì dừng đài trước."
    case .notSetUp(let path):
      "«\(path)» chưa phải là một đài. Hãy lập đài trước: loa init --name \"tên xã\" --profile \"nông thôn\"."
    case .databaseLost(let path):
      "không thấy cơ sở dữ liệu «\(path)», mọi tin và lượt duyệt nằm trong đó. Hãy dừng đài (sudo systemctl stop loa), phục hồi bản sao lưu bằng «loa restore TỆP», rồi chạy lại; nhật ký chưa ghi được vẫn giữ."
    case .alreadyThere(let path): "«\(path)» đã có, không ghi đè. Hãy đổi tên hoặc cất tệp cũ trước."
    case .notABackup(let path, let reason):
      "«\(path)» không phải bản sao lưu dùng được: \(reason). Chưa có gì thay đổi; hãy dùng bản sao lưu khác."
    case .linkInStation(let path):
      "«\(path)» là liên kết tới thư mục ở nơi khác, chưa sao lưu. Hãy chép thư mục ấy vào đài, rồi làm lại."
    case .stillWritten(let path):
      "«\(path)» đang được chương trình khác ghi, chưa sao lưu. Hãy chờ ghi xong rồi làm lại."
    case .noSuchSession(let name, let held):
      held.isEmpty
        ? "ngày này không có buổi phát nào." : "ngày này không có buổi «\(name)». Các buổi có: \(held.joined(separator: ", "))."
    case .alreadySetUp(let path):
      "đã có «\(path)», không ghi đè. Hãy sửa tệp ấy, hoặc đổi tên nó rồi làm lại."
    case .nothingToPlan: "chưa có thông báo nào được tạo âm thanh. Hãy chạy «loa render bulletins» trước."
    }
  }

  public var english: String {
    switch self {
    case .configuration(let error): error.english
    case .production(let error): error.english
    case .speech(let error): error.english
    case .store(let error): error.english
    case .lexicon(let error): error.english
    case .cannotWrite(let path, let reason):
      "«\(path)» could not be written: \(reason). Check its permissions and the space on the disk."
    case .cannotRead(let path, let reason): "«\(path)» can't be read: \(reason). Check its name and permissions."
    case .refused(let refusal): refusal.english
    case .alreadyRunning(let path):
      "the station runs already (\(path)). See «loa status»; stop it first to restore it or to run it anew."
    case .notSetUp(let path): "«\(path)» is no station yet. Set one up first: loa init --name NAME --profile countryside."
    case .databaseLost(let path):
      "the database «\(path)» is gone, and with it all notices and approvals. Stop the station (sudo systemctl stop loa), restore a backup with «loa restore FILE», and start it again; log rows that wait are kept."
    case .alreadyThere(let path): "«\(path)» is there already and is not overwritten. Rename it or put it away first."
    case .notABackup(let path, let reason):
      "«\(path)» is no usable backup: \(reason). Nothing was changed; use another one."
    case .linkInStation(let path):
      "«\(path)» is a link to a folder elsewhere; nothing was backed up. Copy that folder into the station and try again."
    case .stillWritten(let path):
      "«\(path)» is being written by another program; nothing was backed up. Wait for it and try again."
    case .noSuchSession(let name, let held):
      held.isEmpty
        ? "no session is held that day." : "no session «\(name)» is held that day. There are: \(held.joined(separator: ", "))."
    case .alreadySetUp(let path): "«\(path)» is there already and is not written over. Change that file, or rename it first."
    case .nothingToPlan: "no notice has been rendered yet. Run «loa render bulletins» first."
    }
  }
}
