internal import Schedule

extension StoreError {
  public var vietnamese: String { wording.vietnamese }
  public var english: String { wording.english }

  private var wording: (vietnamese: String, english: String) {
    switch self {
    case .locked(let path):
      (
        "\(path): cơ sở dữ liệu đang bị chương trình khác giữ. Hãy chờ một lát rồi làm lại.",
        "\(path): another program holds the database. Wait a moment and try again."
      )
    case .diskFull(let path):
      (
        "\(path): ổ đĩa đã đầy, chưa ghi được gì. Hãy xóa bớt tệp rồi làm lại.",
        "\(path): the disk is full and nothing was written. Free some space and try again."
      )
    case .notWritable(let path):
      (
        "\(path): không có quyền ghi. Hãy kiểm tra quyền của thư mục hoặc đặt LOA_HOME sang nơi khác.",
        "\(path): not writable. Check the folder's permissions, or set LOA_HOME to another place."
      )
    case .cannotOpen(let path):
      (
        "\(path): không mở được cơ sở dữ liệu. Hãy kiểm tra thư mục có tồn tại và có quyền đọc, ghi.",
        "\(path): the database cannot be opened. Check that its folder exists and may be written."
      )
    case .damaged(let path, let reason):
      (
        "\(path): cơ sở dữ liệu hỏng (\(reason)). Hãy giữ nguyên tệp này và phục hồi bản sao lưu: «loa restore TỆP --replace».",
        "\(path): the database is damaged (\(reason)). Keep the file as it is and restore a backup: «loa restore FILE --replace»."
      )
    case .writeFailed(let path):
      (
        "\(path): không ghi được, chưa có gì thay đổi. Ổ đĩa có thể đã đầy hoặc bị lỗi: hãy xóa bớt tệp rồi làm lại.",
        "\(path): writing failed and nothing was changed. The disk may be full or failing: free some space and try again."
      )
    case .failed(let path, let reason):
      (
        "\(path): cơ sở dữ liệu báo lỗi: \(reason). Hãy chạy «loa doctor» để kiểm tra máy.",
        "\(path): the database failed: \(reason). Run «loa doctor» to check the machine."
      )
    case .noSuchNotice(let id):
      ("không có tin \(id). Xem các tin bằng «loa list».", "there is no notice \(id). See «loa list».")
    case .duplicate(let id):
      (
        "nội dung này đã gửi rồi: tin \(id). Muốn đổi nội dung, dùng «loa edit \(id)» hoặc «loa replace \(id)».",
        "this text was submitted already, as \(id). To change it, use «loa edit \(id)» or «loa replace \(id)»."
      )
    case .illegalStep(let id, let step): ("\(id): \(step.vietnamese)", "\(id): \(step.english)")
    case .changedMeanwhile(let id):
      (
        "\(id): tin vừa được người khác sửa, chưa duyệt. Hãy nghe lại bằng «loa preview \(id)» rồi duyệt.",
        "\(id): someone has just changed it; nothing was approved. Listen with «loa preview \(id)», then approve."
      )
    case .slotHasEnded(let slot):
      (
        "Mục \(slot) đã ghi kết quả trong nhật ký; mỗi mục chỉ ghi một lần.",
        "The log has an ending for \(slot) already; each slot ends once."
      )
    }
  }
}
