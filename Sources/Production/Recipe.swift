internal import AudioFile
internal import Bulletin
internal import Crypto
internal import DSP
internal import Foundation
internal import Speech
internal import VietnameseText

/// All that decides how a mastered file sounds, as a hash. The same recipe gives the same sound (to the sample but for what espeak-ng carries
/// over from one utterance to the next), so a file is made once.
public struct Recipe: Sendable, Hashable {
  /// SHA-256 in lower-case hexadecimal.
  public let hash: String

  /// Raised whenever Speech or DSP would make other samples of the same input.
  private static let revision = 1

  init(
    _ script: Script, voice: VoiceProfile, voiceFiles: String, mastering: MasteringSettings, container: AudioContainer,
    recordings: [String: RecordingContents]
  ) {
    var hasher = SHA256()
    func add(_ line: String) {
      // A length before each line keeps two different lists from giving the same bytes.
      hasher.update(data: Array("\(line.utf8.count):\(line)\n".utf8))
    }
    add("loa \(Self.revision)")
    add("\(voice)")
    add(voiceFiles)
    add("\(mastering)")
    add(container.rawValue)
    for piece in script.pieces {
      switch piece {
      case .speech(let utterances):
        for utterance in utterances { add("\(utterance.role) \(utterance.pause) \(utterance.spoken)") }
      case .recording(let insert): add("recording \(recordings[insert.path]?.hash ?? "")")
      }
    }
    hash = Self.hexadecimal(hasher.finalize())
  }

  /// The hash of a file's bytes.
  static func hash(of data: Data) -> String { hexadecimal(SHA256.hash(data: data)) }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// What a mastered file of the notice `id` is called.
  func fileName(id: String, container: AudioContainer) -> String {
    let safe = id.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }
    return String(safe.prefix(80)) + "." + hash.prefix(16) + "." + container.fileExtension
  }
}
