import AudioFile
import Foundation
import Testing

@Suite struct AbandonedFilesTests {
  @Test func onlyWhatADeadWriterLeftGoes() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "loa-abandoned-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // No process has the largest number there can be; this one lives.
    let kept = [
      "a.flac", ".a.flac.partial-\(getpid())-1", ".partial", ".a.partial-x-1", "a.partial-4194399-1", ".a.flac.partial-0-1",
    ]
    let gone = [".a.flac.partial-4194399-1", ".tin số 1.flac.partial-4194399-12"]
    for name in kept + gone { try Data([1]).write(to: URL(filePath: folder + "/" + name)) }
    #expect(AbandonedFiles.remove(from: folder) == gone.count)
    #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder)) == Set(kept))
    #expect(AbandonedFiles.remove(from: folder + "/none") == 0)
  }
}
