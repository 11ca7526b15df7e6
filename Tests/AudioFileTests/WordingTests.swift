import AudioFile
import PCM
import Testing

struct WordingTests {
  static let errors: [AudioFileError] = [
    .missing(path: "x.wav"), .permission(path: "x.wav"), .notAudio(path: "x.wav"),
    .unreadable(path: "x.wav", second: 12.34, reason: "lost sync"),
    .truncated(path: "x.wav", frames: 10, expected: 20), .truncated(path: "x.wav", frames: nil, expected: nil),
    .unsupportedExtension(path: "x.wav"),
    .unsupportedFormat(path: "x.wav", container: .opus, format: PCMFormat(rate: .espeak, channelCount: 1)),
    .missingFolder(path: "x.wav"), .diskFull(path: "x.wav"), .unwritable(path: "x.wav", reason: "no"),
  ]

  @Test(arguments: errors) func eachErrorSaysWhereAndWhatToDo(error: AudioFileError) {
    #expect(error.vietnamese.contains("'x.wav'") && error.english.contains("'x.wav'"))
    #expect(error.vietnamese.contains("Hãy"))
    // A sentence for what happened and one for what to do.
    #expect(error.english.split(separator: ".").count >= 2)
    #expect(error.description == error.english)
  }

  @Test func numbersAreSaidAsTheyAre() {
    #expect(Self.errors[3].english.contains("second 12.3"))
    #expect(Self.errors[4].english.contains("10 of 20 frames"))
    #expect(Self.errors[4].vietnamese.contains("10 trong số 20 mẫu"))
  }
}
