import AudioOutput
import Foundation
import Testing

struct ErrorMappingTests {
  struct Case: Sendable {
    let code: Int32
    let operation: AudioOutputError.Operation
    let detail: String
    let hasCards: Bool
    let error: AudioOutputError
  }

  static let cases = [
    Case(
      code: ENOENT, operation: .open, detail: "cannot find card '0'", hasCards: false, error: .noCard(device: "d")),
    Case(code: ENODEV, operation: .open, detail: "", hasCards: false, error: .noCard(device: "d")),
    Case(
      code: ENOENT, operation: .open, detail: "Unknown PCM d", hasCards: false,
      error: .noSuchDevice(device: "d", detail: "Unknown PCM d")),
    Case(
      code: ENOENT, operation: .open, detail: "Cannot get card index for 7", hasCards: true,
      error: .noSuchDevice(device: "d", detail: "Cannot get card index for 7")),
    Case(code: EBUSY, operation: .open, detail: "", hasCards: true, error: .busy(device: "d")),
    Case(code: EAGAIN, operation: .open, detail: "", hasCards: true, error: .busy(device: "d")),
    Case(code: EACCES, operation: .open, detail: "", hasCards: true, error: .permission(device: "d")),
    Case(
      code: ECONNREFUSED, operation: .open, detail: "Unable to connect", hasCards: true,
      error: .unreachable(device: "d", detail: "Unable to connect")),
    Case(code: ENODEV, operation: .write, detail: "", hasCards: false, error: .disconnected(device: "d")),
    Case(code: EIO, operation: .write, detail: "", hasCards: true, error: .disconnected(device: "d")),
    Case(
      code: EINVAL, operation: .open, detail: "slave format is not linear", hasCards: true,
      error: .failed(device: "d", operation: .open, code: -EINVAL, detail: "slave format is not linear")),
  ]

  @Test(arguments: cases) func eachCodeHasItsName(row: Case) {
    let error = AudioOutputError(
      device: "d", operation: row.operation, code: -row.code, detail: row.detail, hasCards: row.hasCards)
    #expect(error == row.error)
  }

  @Test(arguments: cases) func eachNameHasASentenceInBothLanguages(row: Case) {
    for sentence in [row.error.vietnamese, row.error.english] {
      #expect(sentence.contains("'d'"))
      #expect(sentence.hasSuffix("."))
    }
    #expect(row.error.vietnamese.contains("Hãy"))
    #expect(row.error.description == row.error.english)
  }
}
