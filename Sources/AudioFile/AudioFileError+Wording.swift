extension AudioFileError: CustomStringConvertible {
  public var description: String { english }

  /// What happened, where and what to do, in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .missing(let path):
      "Không có tệp âm thanh '\(path)'. Hãy kiểm tra lại tên tệp và thư mục."
    case .permission(let path):
      "Không có quyền đọc hoặc ghi '\(path)'. Hãy cấp quyền cho người dùng đang chạy chương trình (chmod, chown)."
    case .notAudio(let path):
      "'\(path)' không phải là tệp âm thanh đọc được. Hãy dùng FLAC, WAV, Ogg, Opus hoặc MP3."
    case .unreadable(let path, let second, let reason):
      "Tệp '\(path)' bị hỏng ở khoảng giây \(tenths(second)): \(reason). Hãy tạo lại hoặc chép lại tệp."
    case .truncated(let path, let frames, let expected):
      "Tệp '\(path)' bị cụt\(pair(frames, expected).map { ": chỉ có \($0) trong số \($1) mẫu" } ?? "")."
        + " Hãy tạo lại hoặc chép lại tệp."
    case .unsupportedExtension(let path):
      "Không ghi được loại tệp của '\(path)'. Hãy đặt đuôi .flac, .wav, .ogg hoặc .opus."
    case .unsupportedFormat(let path, let container, let format):
      "Tệp '\(path)' loại \(container.rawValue) không chứa được âm thanh \(format). Hãy dùng .flac hoặc 48000 Hz."
    case .missingFolder(let path):
      "Không có thư mục để ghi '\(path)'. Hãy tạo thư mục trước."
    case .diskFull(let path):
      "Hết chỗ trên đĩa khi ghi '\(path)'; không để lại tệp dở dang. Hãy xoá bớt tệp cũ rồi làm lại."
    case .unwritable(let path, let reason):
      "Không ghi được '\(path)': \(reason). Không để lại tệp dở dang. Hãy kiểm tra ổ đĩa và thư mục."
    }
  }

  /// What happened, where and what to do, in English.
  public var english: String {
    switch self {
    case .missing(let path):
      "There is no sound file '\(path)'. Check its name and folder."
    case .permission(let path):
      "No permission to read or write '\(path)'. Give the user who runs this program access (chmod, chown)."
    case .notAudio(let path):
      "'\(path)' is not a sound file that can be read. Use FLAC, WAV, Ogg, Opus or MP3."
    case .unreadable(let path, let second, let reason):
      "The file '\(path)' is damaged at about second \(tenths(second)): \(reason). Make it or copy it again."
    case .truncated(let path, let frames, let expected):
      "The file '\(path)' ends early\(pair(frames, expected).map { ": it has only \($0) of \($1) frames" } ?? "")."
        + " Make it or copy it again."
    case .unsupportedExtension(let path):
      "The kind of file '\(path)' asks for cannot be written. End the name in .flac, .wav, .ogg or .opus."
    case .unsupportedFormat(let path, let container, let format):
      "The \(container.rawValue) file '\(path)' cannot hold sound of \(format). Use .flac, or 48000 Hz."
    case .missingFolder(let path):
      "There is no folder to write '\(path)' into. Make the folder first."
    case .diskFull(let path):
      "The disk is full: '\(path)' was not written, and nothing half-written is left. Delete old files and try again."
    case .unwritable(let path, let reason):
      "'\(path)' could not be written: \(reason). Nothing half-written is left. Check the disk and the folder."
    }
  }

  private func pair(_ frames: Int?, _ expected: Int?) -> (Int, Int)? {
    frames.flatMap { frames in expected.map { (frames, $0) } }
  }

  private func tenths(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e12 else { return "?" }
    let value = Int((seconds * 10).rounded())
    return "\(value / 10).\(value % 10)"
  }
}
