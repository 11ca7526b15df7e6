internal import Glibc

/// What writers that died left in a folder: files under the names that `PartialFile` gives, of processes that are no more.
public enum AbandonedFiles {
  /// Removes them; a folder that cannot be read has none.
  /// - Returns: how many were removed.
  @discardableResult public static func remove(from folder: String) -> Int {
    guard let stream = opendir(folder) else { return 0 }
    defer { closedir(stream) }
    var removed = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) { String(cString: $0) }
      }
      guard let writer = writer(of: name), kill(writer, 0) != 0, errno == ESRCH else { continue }
      if unlink(folder + "/" + name) == 0 { removed += 1 }
    }
    return removed
  }

  /// The process in `.name.partial-pid-n`; nil for any other name.
  private static func writer(of name: String) -> pid_t? {
    guard name.hasPrefix("."), let part = name.split(separator: ".").last, part.hasPrefix("partial-") else { return nil }
    let numbers = part.dropFirst("partial-".count).split(separator: "-").compactMap { pid_t($0) }
    return numbers.count == 2 && numbers[0] > 0 ? numbers[0] : nil
  }
}
