import AudioFile
import Foundation
import PCM
import TestParts
import Testing

struct WritingFaultTests {
  private let mono = PCMFormat(rate: .broadcast, channelCount: 1)

  @Test func aFileAppearsOnlyWhenItIsWhole() throws {
    let folder = try TestFolder()
    let path = folder.file("a.flac")
    try AudioFile.write(PCMBuffer(mono: [0.5], rate: .broadcast), to: path)
    do {
      var writer = try AudioFileWriter(path: path, format: mono)
      try writer.write(TestSound.noise(samples: 100_000).span)
      #expect(folder.names.count == 2)
      #expect(folder.names.contains { $0.hasPrefix(".a.flac.partial-\(getpid())") })
      #expect(try AudioFile.read(path).frameCount == 1)
      try writer.close()
    }
    #expect(folder.names == ["a.flac"])
    #expect(try AudioFile.read(path).frameCount == 100_000)
  }

  @Test func aWriterThatIsDroppedLeavesNothing() throws {
    let folder = try TestFolder()
    do {
      var writer = try AudioFileWriter(path: folder.file("a.flac"), format: mono)
      try writer.write(TestSound.noise(samples: 100_000).span)
    }
    #expect(folder.names == [])
  }

  @Test(arguments: AudioContainer.allCases) func aFullDiskIsSaidByName(container: AudioContainer) throws {
    // The kernel's own full disk; written in place, as device nodes are.
    #expect(throws: AudioFileError.diskFull(path: "/dev/full")) {
      var writer = try AudioFileWriter(path: "/dev/full", format: mono, container: container)
      try writer.write(TestSound.noise(samples: 480_000).span)
      try writer.close()
    }
  }

  @Test func aFullDiskLeavesNothingBehind() throws {
    let folder = try TestFolder()
    // A limit on file sizes is a full disk for one process: far above what other tests write.
    signal(SIGXFSZ, SIG_IGN)
    var before = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before)
    var limit = rlimit(rlim_cur: 6_000_000, rlim_max: before.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    defer { setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before) }
    for path in [folder.file("a.flac"), folder.file("a.wav")] {
      #expect(throws: AudioFileError.diskFull(path: path)) {
        var writer = try AudioFileWriter(path: path, format: mono)
        try writer.write(TestSound.noise(samples: 4_000_000).span)
        try writer.close()
      }
      #expect(folder.names == [])
    }
  }

  @Test func whatCannotBeWrittenIsSaidByName() throws {
    let folder = try TestFolder()
    let table: [(String, AudioFileError)] = [
      (folder.file("a.txt"), .unsupportedExtension(path: folder.file("a.txt"))),
      (folder.file("flac"), .unsupportedExtension(path: folder.file("flac"))),
      (folder.file("no/a.flac"), .missingFolder(path: folder.file("no/a.flac"))),
      ("/proc/a.flac", .missingFolder(path: "/proc/a.flac")),
    ]
    for (path, error) in table {
      #expect(throws: error) { _ = try AudioFileWriter(path: path, format: mono) }
    }
    let odd = PCMFormat(rate: SampleRate(hertz: 22_050), channelCount: 1)
    #expect(throws: AudioFileError.unsupportedFormat(path: folder.file("a.opus"), container: .opus, format: odd)) {
      _ = try AudioFileWriter(path: folder.file("a.opus"), format: odd)
    }
    let wide = PCMFormat(rate: .broadcast, channelCount: 9)
    #expect(throws: AudioFileError.unsupportedFormat(path: folder.file("a.flac"), container: .flac, format: wide)) {
      _ = try AudioFileWriter(path: folder.file("a.flac"), format: wide)
    }
    #expect(folder.names == [])
  }
}
