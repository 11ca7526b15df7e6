import Foundation
import TestParts
import Testing

/// Files that hold what every stage of a case gave when a person last looked; recording them makes the run fail.
enum Golden {
  private static let folder = LoaProgram.sourceTree + "/Tests/BroadcastTests/Golden"
  private static let isRecording = ProcessInfo.processInfo.environment["LOA_RECORD_SNAPSHOTS"] == "1"

  /// Compares `text` with the golden file `name`, line by line.
  static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let path = "\(folder)/\(name).txt"
    if isRecording {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): read the difference, then run without recording", sourceLocation: sourceLocation)
      return
    }
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    let (old, new) = (
      kept.split(separator: "\n", omittingEmptySubsequences: false), text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    guard old != new else { return }
    let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(name) differs from its golden file at line \((first?.offset ?? min(old.count, new.count)) + 1):
        golden: \(first.map { String($0.element.0) } ?? "(\(old.count) lines)")
        now:    \(first.map { String($0.element.1) } ?? "(\(new.count) lines)")
      scripts/record-snapshots records anew
      """, sourceLocation: sourceLocation)
  }
}
