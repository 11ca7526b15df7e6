import Glibc

/// Directories and links, by way of the C library.
enum FileTree {
  static func isDirectory(_ path: String) -> Bool { mode(path) & S_IFMT == S_IFDIR }

  static func isReadableFile(_ path: String) -> Bool { mode(path) & S_IFMT == S_IFREG && access(path, R_OK) == 0 }

  /// The names in a directory, sorted; empty when it cannot be read.
  static func entries(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The regular files under a directory, by their paths in it; hidden ones are left out.
  static func files(under path: String, depth: Int = 4) -> [String] {
    entries(path).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      let entry = "\(path)/\(name)"
      if isReadableFile(entry) { return [name] }
      return depth > 0 && isDirectory(entry) ? files(under: entry, depth: depth - 1).map { "\(name)/\($0)" } : []
    }
  }

  /// The path without links and dots; nil when there is no such file.
  static func absolute(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// What a symbolic link names, when that can be reached; else nil.
  static func linkTarget(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink(path, $0, text.count) } ?? -1
      }
    }
    guard count > 0, access(path, R_OK) == 0 else { return nil }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// Makes the directories a path lies in; false with `errno` set when one cannot be made.
  static func makeDirectory(of path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var made = ""
    for (index, part) in parts.enumerated() {
      made += index == 0 ? String(part) : "/\(part)"
      if made.isEmpty || isDirectory(made) { continue }
      if mkdir(made, 0o755) != 0, errno != EEXIST { return false }
    }
    return true
  }

  /// Removes a directory and all in it; links are removed, never followed.
  static func remove(_ path: String) {
    for name in entries(path) {
      let entry = "\(path)/\(name)"
      if unlink(entry) != 0 { remove(entry) }
    }
    rmdir(path)
  }

  private static func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : 0
  }
}
