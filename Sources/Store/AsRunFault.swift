/// What the log's chain shows to be wrong.
public enum AsRunFault: Sendable, Hashable {
  /// The row is not what was written, or was put in.
  case changed(row: Int)
  /// Rows between two are gone.
  case removed(after: Int, before: Int)
  /// The last rows are gone.
  case cutOff(after: Int, wanted: Int)

  public var vietnamese: String {
    switch self {
    case .changed(let row): "dòng \(row) của nhật ký đã bị sửa hoặc chèn vào"
    case .removed(let after, let before): "các dòng giữa \(after) và \(before) của nhật ký đã bị xóa"
    case .cutOff(let after, let wanted): "các dòng sau dòng \(after) của nhật ký đã bị xóa, đáng lẽ có \(wanted) dòng"
    }
  }

  public var english: String {
    switch self {
    case .changed(let row): "row \(row) of the log was changed or put in"
    case .removed(let after, let before): "the rows between \(after) and \(before) of the log are gone"
    case .cutOff(let after, let wanted): "the rows after row \(after) of the log are gone; there should be \(wanted)"
    }
  }
}
