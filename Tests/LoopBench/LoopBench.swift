// Counts what the output thread allocates between its first periods and its last: scripts/bench loop.
import AllocationCount
import AudioOutput
import Foundation
import PCM
import Playout

/// A device that counts the allocations of whichever thread writes to it.
final class CountingOutput: LoudspeakerOutput {
  private let device: ALSAOutput
  private let tally: Tally
  private var writes = 0
  private var first: UInt = 0

  final class Tally: @unchecked Sendable {
    var writes = 0
    var allocations: UInt = 0
  }

  init(_ device: ALSAOutput, _ tally: Tally) { (self.device, self.tally) = (device, tally) }

  var granted: GrantedParameters { device.granted }
  var isPaced: Bool { device.isPaced }
  var hasRoom: Bool { device.hasRoom }
  var queuedFrames: Int { device.queuedFrames }
  var xruns: Int { device.xruns }
  func drop() { device.drop() }
  func close() { device.close() }
  func drain() throws(AudioOutputError) { try device.drain() }

  func write(_ frames: Span<Int16>) throws(AudioOutputError) {
    try device.write(frames)
    writes += 1
    // The device itself sets up once.
    if writes == 4 { first = allocation_count_of_thread() }
    if writes > 4 { (tally.writes, tally.allocations) = (writes - 4, allocation_count_of_thread() - first) }
  }
}

@main struct LoopBench {
  static func main() async throws {
    let arguments = CommandLine.arguments
    let device = arguments.count > 1 ? arguments[1] : "null"
    try await measure(device, seconds: arguments.count > 2 ? Int(arguments[2]) ?? 10 : 10)
  }

  private nonisolated static func measure(_ device: String, seconds: Int) async throws {
    let tally = CountingOutput.Tally()
    let output = CountingOutput(try ALSAOutput(device: device, asking: OutputParameters(bufferFrames: 9600)), tally)
    let sound = (0..<48_000).map { Int16(truncatingIfNeeded: $0 &* 7919) }
    let item = try CheckedItem(PlaylistItem(title: "a", source: .samples(sound)))
    var left = seconds
    let report = await Player().play(
      on: output,
      next: { _ in
        left -= 1
        return left < 0 ? .end : left % 5 == 0 ? .silence(seconds: 1) : .item(item)
      })
    print("\(device): \(tally.writes) periods, \(tally.allocations) allocations of the output thread, \(report.xruns) xruns")
  }
}
