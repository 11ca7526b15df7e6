import Playout
import Testing

@Suite struct SoundProofTests {
  /// Syllables: bursts of different strength.
  private static let sent: [Float] = TestSound.noise(frames: 300, seed: 3).flatMap { burst in
    Array(repeating: Float(abs(Int(burst))) / 32768 * 0.1, count: 6) + Array(repeating: Float(1e-7), count: 3)
  }

  private static func heard(gain: Float, delay: Int, noise: Float) -> [Float] {
    let hiss = TestSound.noise(frames: sent.count + 180, seed: 5).map { noise * (1 + Float($0) / 32768) }
    return hiss.enumerated().map { index, hiss in
      let from = index - delay
      return hiss + (sent.indices.contains(from) ? sent[from] * gain : 0)
    }
  }

  @Test(arguments: [(0, Float(1)), (30, 0.25), (150, 0.001)]) func whatIsHeardLaterAndSofterIsFound(delay: Int, gain: Float)
    throws
  {
    let proof = try #require(SoundProof(sent: Self.sent, heard: Self.heard(gain: gain, delay: delay, noise: gain * 1e-4)))
    #expect(proof.correlation > 0.95)
    #expect(abs(proof.delaySeconds - Double(delay) / 100) < 0.02)
    #expect(abs(proof.levelDecibels - (gain == 1 ? 0 : gain == 0.25 ? -6 : -30)) < 1)
  }

  @Test func aRoomWithoutTheLoudspeakerIsNoProof() throws {
    let proof = try #require(SoundProof(sent: Self.sent, heard: Self.heard(gain: 0, delay: 0, noise: 1e-3)))
    #expect(proof.correlation < SoundProof.leastCorrelation)
    let silent = try #require(SoundProof(sent: Self.sent, heard: Array(repeating: 0, count: Self.sent.count + 100)))
    #expect(silent.correlation <= 0)
  }

  @Test func silenceAndAMomentProveNothing() {
    #expect(SoundProof(sent: Array(repeating: 0, count: 500), heard: Array(repeating: 0.1, count: 600)) == nil)
    #expect(SoundProof(sent: Array(Self.sent.prefix(20)), heard: Self.sent) == nil)
    #expect(SoundProof(sent: Self.sent, heard: Array(Self.sent.prefix(100))) == nil)
  }
}
