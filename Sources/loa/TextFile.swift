internal import Foundation

/// Texts written for people: pictures, pages, calendars.
enum TextFile {
  /// Writes the text; a file of that name is replaced in one step.
  /// - Throws: `Failure` that names the path.
  static func write(_ content: String, to path: String) throws {
    do { try Data(content.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
      throw Failure(
        .failed, "không ghi được tệp «\(path)»: \(error.localizedDescription). Hãy kiểm tra thư mục và quyền ghi.",
        "the file «\(path)» could not be written: \(error.localizedDescription). Check the folder and its permissions.")
    }
  }
}
