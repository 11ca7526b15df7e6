extension SpeechError: CustomStringConvertible {
  public var description: String { english }

  /// What went wrong and what to do, for the officer.
  public var vietnamese: String {
    switch self {
    case .profileUnreadable(let path, let reason):
      "Không đọc được giọng đọc «\(path)»: \(reason). Hãy kiểm tra tên tệp và quyền đọc."
    case .profileMalformed(let path, 0, let problem):
      "Giọng đọc «\(path)» có lỗi: \(problem.vietnamese)"
    case .profileMalformed(let path, let line, let problem):
      "Giọng đọc «\(path)», dòng \(line): \(problem.vietnamese)"
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
    case .profileMalformed(let path, 0, let problem):
      "The voice profile '\(path)' is wrong: \(problem.english)"
    case .profileMalformed(let path, let line, let problem):
      "The voice profile '\(path)', line \(line): \(problem.english)"
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

extension SpeechError.ProfileProblem {
  var vietnamese: String {
    switch self {
    case .notYAML(let reason): "không phải YAML đúng (\(reason)). Hãy viết mỗi dòng một «khoá: giá trị»."
    case .notAMapping: "chỗ này phải là danh sách «khoá: giá trị»."
    case .unknownKey(let key, let nearest): "không có khoá «\(key)»; có phải là «\(nearest)»?"
    case .missingKey(let key): "thiếu khoá «\(key)»."
    case .notANumber(let key, let value): "«\(key)» phải là một số, không phải «\(value)»."
    case .outOfRange(let key, let value, let allowed):
      "«\(key)» là \(value), nhưng phải từ \(allowed.lowerBound) đến \(allowed.upperBound)."
    case .unknownValue(let key, let value, let allowed):
      "«\(key)» không thể là «\(value)»; hãy chọn: \(allowed.joined(separator: ", "))."
    case .emptyText(let key): "«\(key)» không được để trống."
    case .repeatedKey(let key): "khoá «\(key)» viết hai lần; hãy bỏ một."
    }
  }

  var english: String {
    switch self {
    case .notYAML(let reason): "this is not YAML (\(reason)). Write one 'key: value' per line."
    case .notAMapping: "this must be a list of 'key: value' lines."
    case .unknownKey(let key, let nearest): "there is no key '\(key)'; did you mean '\(nearest)'?"
    case .missingKey(let key): "the key '\(key)' is missing."
    case .notANumber(let key, let value): "'\(key)' must be a number, not '\(value)'."
    case .outOfRange(let key, let value, let allowed):
      "'\(key)' is \(value), but must be from \(allowed.lowerBound) to \(allowed.upperBound)."
    case .unknownValue(let key, let value, let allowed):
      "'\(key)' cannot be '\(value)'; choose one of: \(allowed.joined(separator: ", "))."
    case .emptyText(let key): "'\(key)' must not be empty."
    case .repeatedKey(let key): "the key '\(key)' is written twice; remove one."
    }
  }
}
