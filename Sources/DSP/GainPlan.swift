#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
internal import PCM

/// Finds the gain of every part of a programme: clarity's compression, the gain to the target and the limiter,
/// in one curve.
///
/// All of it is computed from one value per 32 frames, so the search for the gain that meets the target after
/// limiting costs little; the sound itself is touched once.
struct GainPlan {
  /// Sound that shares one gain: all the speech, or one recording.
  struct Group {
    var blocks: [Range<Int>] = []
    var gainDecibels = 0.0
    var isAudible = false
    fileprivate var earlier: (gain: Double, loudness: Double)?
  }

  private let energies: [Float]
  private var peaks: BlockPeaks
  private let limiter: LimiterCurve
  private let dynamics: [Float]
  private let blocksPerHop: Int
  private(set) var groups: [Group]
  /// Factors at the edges of the blocks.
  private(set) var gains: [Float]
  private(set) var smallestLimiterGain: Float = 1
  private var scratch: [Float]

  /// Below this a programme is background noise, and is not brought up to the target.
  static let noiseLoudness = -60.0

  init(analysis: BlockAnalysis, parts: [MasteringChain.Part], settings: MasteringSettings) {
    energies = analysis.energies
    peaks = BlockPeaks(samplePeaks: analysis.samplePeaks)
    let blocksPerSecond = Double(settings.outputRate.hertz) / Double(BlockAnalysis.blockFrames)
    blocksPerHop = max(1, Int((blocksPerSecond / 10).rounded()))
    limiter = LimiterCurve(
      attackMilliseconds: settings.limiterAttackMilliseconds, releaseMilliseconds: settings.limiterReleaseMilliseconds,
      blocksPerSecond: blocksPerSecond)
    let blocks = energies.count
    var isSpeech = [Bool](repeating: false, count: blocks)
    var speech = Group()
    var recordings: [Group] = []
    for (index, part) in parts.enumerated() {
      let end = index + 1 < parts.count ? parts[index + 1].firstBlock : blocks
      let range = min(part.firstBlock, blocks)..<min(end, blocks)
      switch part.kind {
      case .speech:
        speech.blocks.append(range)
        for block in range { isSpeech[block] = true }
      case .recording: recordings.append(Group(blocks: [range]))
      }
    }
    groups = (speech.blocks.isEmpty ? [] : [speech]) + recordings
    dynamics = DynamicsCurve(settings.clarity).gains(
      levels: analysis.levels, isSpeech: isSpeech, blocksPerSecond: blocksPerSecond)
    gains = dynamics
    scratch = dynamics
    for index in groups.indices {
      let loudness = loudness(of: groups[index])
      groups[index].isAudible = loudness > Self.noiseLoudness
      if groups[index].isAudible { groups[index].gainDecibels = settings.target.value - loudness }
    }
  }

  /// Searches the groups' gains so that each has the target loudness after limiting.
  /// - Parameter sound: what was analysed.
  mutating func solve(target: Double, ceiling: Double, sound: [Float]) {
    for index in groups.indices { groups[index].earlier = nil }
    for _ in 0..<12 {
      spread(ceiling: Float(ceiling), sound: sound)
      var worst = 0.0
      var steps = groups.map { _ in 0.0 }
      for index in groups.indices where groups[index].isAudible {
        let now = (gain: groups[index].gainDecibels, loudness: loudness(of: groups[index]))
        // The limiter takes back part of every decibel.
        var slope = smallestLimiterGain < 1 ? 0.6 : 1
        if let earlier = groups[index].earlier, abs(now.gain - earlier.gain) > 1e-6 {
          slope = min(1, max(0.15, (now.loudness - earlier.loudness) / (now.gain - earlier.gain)))
        }
        groups[index].earlier = now
        steps[index] = (target - now.loudness) / slope
        worst = max(worst, abs(target - now.loudness))
      }
      if worst < 0.015 { break }
      for index in groups.indices { groups[index].gainDecibels += steps[index] }
    }
  }

  private mutating func spread(ceiling: Float, sound: [Float]) {
    gains = dynamics
    for group in groups where group.gainDecibels != 0 {
      let factor = Float(pow(10, group.gainDecibels / 20))
      for range in group.blocks {
        for block in range { gains[block] *= factor }
        if range.upperBound == energies.count { gains[range.upperBound] *= factor }
      }
    }
    peaks.refine(gains: gains, ceiling: ceiling, sound: sound)
    smallestLimiterGain = limiter.limit(&gains, peaks: peaks.bounds, ceiling: ceiling, scratch: &scratch)
  }

  private func loudness(of group: Group) -> Double {
    var hops: [Double] = []
    var sum = 0.0
    var total = 0.0
    var count = 0
    var blocks = 0
    for range in group.blocks {
      for block in range {
        let gain = Double(gains[block] + gains[block + 1]) * 0.5
        let energy = Double(energies[block]) * gain * gain
        sum += energy
        total += energy
        blocks += 1
        count += 1
        if count == blocksPerHop {
          hops.append(sum / Double(blocksPerHop * BlockAnalysis.blockFrames))
          (sum, count) = (0, 0)
        }
      }
    }
    if hops.count >= 4 { return LoudnessGate.integrated(hops) }
    guard blocks > 0, total > 0 else { return -.infinity }
    return LoudnessGate.loudness(total / Double(blocks * BlockAnalysis.blockFrames))
  }
}
