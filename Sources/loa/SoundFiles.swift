internal import AudioFile
internal import Foundation

/// The sound files a person named, folders taken as the files in them.
struct SoundFiles {
  let paths: [String]
  /// Folders without any sound file.
  let missing: [String]

  init(_ named: [String]) {
    var paths: [String] = []
    var missing: [String] = []
    for path in named {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        paths.append(path)
        continue
      }
      let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
      let inside = names.filter { !$0.hasPrefix(".") && Self.isSound($0) }.map { "\(path)/\($0)" }
      if inside.isEmpty { missing.append(path) }
      paths += inside
    }
    self.paths = paths
    self.missing = missing
  }

  private static func isSound(_ name: String) -> Bool {
    if AudioContainer(path: name) != nil { return true }
    return ["mp3", "aiff", "aif", "au", "caf", "w64"].contains(URL(filePath: name).pathExtension.lowercased())
  }
}
