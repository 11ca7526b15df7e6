internal import AudioOutput
internal import Foundation
internal import Playout
internal import Schedule

/// Proof of sound: what a microphone or a line back heard of what was sent.
extension OutputService {
  /// The microphone or line back that hears this line; nil where there is none, and an alarm where it can't be opened.
  func listen() async -> LevelCapture? {
    guard let device = output.proofDevice else { return nil }
    do throws(AudioOutputError) {
      let ear = try await Self.offPool { () throws(AudioOutputError) in try LevelCapture(device: device) }.get()
      await broadcaster.hears(output, failure: nil)
      return ear
    } catch {
      await broadcaster.hears(output, failure: (error.vietnamese, error.english))
      return nil
    }
  }

  /// How much later than it was sent a sound may be heard, and what is not known of when it was sent, in nanoseconds.
  private static var latestEcho: Int { 1_500_000_000 }
  private static var uncertainty: Int { 1_000_000_000 }

  /// Compares what was heard with what was sent once its last echo is over.
  func prove(_ item: PlaylistItem, of row: DaySheet.Row, began: Int, heardBy ear: LevelCapture) {
    Task.detached {
      try? await Task.sleep(for: .nanoseconds(Self.latestEcho))
      guard let sent = try? SoundProof.levels(of: item) else { return }
      let end = began + sent.count * 10_000_000 + Self.latestEcho
      let heard = ear.levels(from: began - Self.uncertainty, to: end)
      guard let proof = SoundProof(sent: sent, heard: heard) else { return }
      await broadcaster.heard(proof, of: row, on: output)
    }
  }
}
