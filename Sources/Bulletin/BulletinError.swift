public import Settings

/// Why a notice could not be taken; the file itself is left as it is.
public enum BulletinError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Nothing but white space.
  case empty(file: String)
  /// Faults with their places.
  case malformed(SettingsError)

  public var description: String { english }
}

extension BulletinError {
  public var vietnamese: String {
    switch self {
    case .empty(let file): "\(file): tệp không có chữ nào. Hãy viết nội dung thông báo rồi lưu lại."
    case .malformed(let error): error.vietnamese
    }
  }

  public var english: String {
    switch self {
    case .empty(let file): "\(file): the file holds no text. Write the notice and save it again."
    case .malformed(let error): error.english
    }
  }
}
