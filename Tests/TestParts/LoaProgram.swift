// TestParts: the real things tests run against: the built program, temporary folders, a sound server of their own.

import Foundation

/// The `loa` that was built with the tests, run as people run it.
public struct LoaProgram: Sendable {
  /// What a run left behind.
  public struct Result: Sendable {
    public let code: Int32
    public let output: String
    public let errors: String
  }

  /// Beside the test bundle.
  public static let path: String = {
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().path + "/loa"
  }()

  /// The top of the source tree.
  public static let sourceTree = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Variables for every run; nothing of the person's own environment is passed on but `PATH`.
  public var environment: [String: String]

  /// - Parameter home: the station's directory, and where caches go.
  public init(home: String, adding extra: [String: String] = [:]) {
    environment = [
      "LOA_HOME": home, "HOME": home, "LOA_LANG": "en", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin",
      "LOA_VOICES": Self.sourceTree + "/voices",
    ]
    // A runtime found through LD_LIBRARY_PATH must be found by the program too.
    if let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] { environment["LD_LIBRARY_PATH"] = libraries }
    environment.merge(extra) { _, new in new }
  }

  /// Runs to the end.
  public func run(_ arguments: [String], input: String = "", in folder: String? = nil) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = arguments
    process.environment = environment
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    // Files, not pipes: nothing waits for a reader, whatever the length.
    let scratch = try TestFolder()
    let names = ["in", "out", "err"].map(scratch.file)
    try input.write(toFile: names[0], atomically: false, encoding: .utf8)
    for name in names.dropFirst() { try Data().write(to: URL(filePath: name)) }
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) -> String { String(decoding: FileManager.default.contents(atPath: name) ?? Data(), as: UTF8.self) }
    return Result(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: text(names[1]), errors: text(names[2]))
  }
}
