internal import Settings

extension SpeechError: CustomStringConvertible {
  public var description: String { english }

  /// What went wrong and what to do, for the officer.
  public var vietnamese: String {
    switch self {
    case .profileUnreadable(let path, let reason):
      "Không đọc được giọng đọc «\(path)»: \(reason). Hãy kiểm tra tên tệp và quyền đọc."
    case .profile(let error): error.vietnamese
    case .systemDataMissing(let searched):
      "Không tìm thấy dữ liệu của espeak-ng (đã tìm: \(searched.joined(separator: ", "))). Hãy cài: sudo apt install espeak-ng-data"
    case .systemDataBroken(let directory, let file):
      "Dữ liệu espeak-ng ở «\(directory)» bị hỏng: thiếu «\(file)». Hãy cài lại: sudo apt install --reinstall espeak-ng-data"
    case .voicesMissing(let directory):
      "Không có tệp giọng nào trong «\(directory)». Hãy chép lại thư mục voices/espeak của Loa Làng vào đó."
    case .voiceFileMissing(let voice, let directory):
      "Không có tệp giọng «\(voice)» trong «\(directory)». Hãy sửa khoá «espeak_voice» hoặc thêm tệp đó vào voices/espeak/lang."
    case .cacheUnwritable(let path, let reason):
      "Không ghi được vào thư mục tạm «\(path)»: \(reason). Hãy kiểm tra quyền ghi và chỗ trống trên đĩa."
    case .workerNotStarted(let executable, let reason):
      "Không khởi động được bộ đọc «\(executable)»: \(reason). Hãy kiểm tra chương trình còn nguyên và chạy được."
    case .workerNotReady(let executable, let reason):
      "Bộ đọc «\(executable)» không sẵn sàng: \(reason.vietnamese). Hãy chạy «loa doctor» để xem thiếu gì."
    }
  }

  /// What went wrong and what to do.
  public var english: String {
    switch self {
    case .profileUnreadable(let path, let reason):
      "The voice profile '\(path)' cannot be read: \(reason). Check the file's name and permissions."
    case .profile(let error): error.english
    case .systemDataMissing(let searched):
      "No espeak-ng data found (looked in \(searched.joined(separator: ", "))). Install it: sudo apt install espeak-ng-data"
    case .systemDataBroken(let directory, let file):
      "The espeak-ng data in '\(directory)' is broken: '\(file)' is missing or unreadable. "
        + "Reinstall it: sudo apt install --reinstall espeak-ng-data"
    case .voicesMissing(let directory):
      "There is no voice file in '\(directory)'. Copy Loa Làng's voices/espeak directory there again."
    case .voiceFileMissing(let voice, let directory):
      "There is no voice file '\(voice)' in '\(directory)'. Correct the key 'espeak_voice' or add the file to voices/espeak/lang."
    case .cacheUnwritable(let path, let reason):
      "The cache directory '\(path)' cannot be written: \(reason). Check its permissions and the free space on the disk."
    case .workerNotStarted(let executable, let reason):
      "The speech worker '\(executable)' could not be started: \(reason). Check that the program is whole and executable."
    case .workerNotReady(let executable, let reason):
      "The speech worker '\(executable)' is not ready: \(reason.english). Run 'loa doctor' to see what is missing."
    }
  }
}
