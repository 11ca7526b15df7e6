import AudioOutput
import Foundation
import PCM
import TestParts
import Testing

/// A microphone in real time: what a sink plays, heard at its monitor.
@Suite(.serialized)
struct RealTimeMicrophoneTests {
  /// 1 kHz at a quarter of full scale.
  private let tone = (0..<48_000).map { Int16((8192 * sin(2 * Double.pi * Double($0) / 48)).rounded()) }

  /// Sound as it comes, until there is enough of it or `seconds` have passed.
  private func hear(_ microphone: Microphone, frames count: Int, within seconds: Double = 5) -> [Float] {
    var heard: [Float] = []
    for _ in 0..<Int(seconds * 200) where heard.count < count && microphone.isListening {
      usleep(5_000)
      microphone.read(into: &heard)
    }
    return heard
  }

  /// Plays the tone over and over until told to end.
  private func play(on output: ALSAOutput, while isWanted: () -> Bool) throws {
    var start = 0
    while isWanted() {
      try output.write(tone.span.extracting(start..<(start + 480)))
      start = (start + 480) % tone.count
    }
    output.drop()
  }

  @Test(arguments: [1, 2]) func whatIsPlayedIsHeardInMonoAtItsLevelAndPitch(channels: Int) throws {
    let server = try PulseServer()
    try server.addSink("hall", channels: channels)
    let configuration = try server.configuration()
    let microphone = try Microphone(device: "hall-back", configuration: configuration)
    #expect(microphone.rate == .broadcast)
    let asked = OutputParameters(bufferFrames: 9_600)
    let output = try ALSAOutput(device: "hall", asking: asked, configuration: configuration)
    var heard: [Float] = []
    try play(on: output) {
      microphone.read(into: &heard)
      return (heard.firstIndex { abs($0) > 0.1 }.map { heard.count - $0 } ?? 0) < 57_600 && heard.count < 480_000
    }
    // The sink's waking up may have cost a few frames at the beginning.
    let second = heard.suffix(48_000)
    try #require(heard.count < 480_000 && second.count == 48_000)
    let crossings = zip(second, second.dropFirst()).count { $0 < 0 && $1 >= 0 }
    #expect(abs(crossings - 1000) <= 20)
    let level = (second.reduce(0) { $0 + $1 * $1 } / Float(second.count)).squareRoot()
    #expect(abs(level - 0.25 / Float(2).squareRoot()) < 0.01)
    #expect(microphone.lostFrames == 0)
    #expect(microphone.isListening)
  }

  @Test func aReaderThatWasAwayTooLongBeginsAnew() throws {
    let server = try PulseServer()
    let microphone = try Microphone(device: "horn-back", configuration: server.configuration())
    #expect(hear(microphone, frames: 4_800).count >= 4_800)
    usleep(1_500_000)
    var heard: [Float] = []
    #expect(microphone.read(into: &heard) == 0)
    #expect(heard.isEmpty)
    let lost = microphone.lostFrames
    #expect(lost > 48_000)
    #expect(hear(microphone, frames: 4_800).count >= 4_800)
    #expect(microphone.lostFrames - lost < 4_800)
  }

  @Test func aClosedMicrophoneHearsNoMore() throws {
    let server = try PulseServer()
    let microphone = try Microphone(device: "horn-back", configuration: server.configuration())
    #expect(hear(microphone, frames: 480).count >= 480)
    microphone.close()
    for _ in 0..<100 where microphone.isListening { usleep(10_000) }
    #expect(!microphone.isListening)
    var late: [Float] = []
    microphone.read(into: &late)
    #expect(microphone.read(into: &late) == 0)
  }

  @Test func aServerThatDiesIsNoticed() throws {
    let server = try PulseServer()
    let microphone = try Microphone(device: "horn-back", configuration: server.configuration())
    #expect(hear(microphone, frames: 480).count >= 480)
    kill(server.processIdentifier, SIGKILL)
    for _ in 0..<300 where microphone.isListening { usleep(10_000) }
    #expect(!microphone.isListening)
  }

  @Test func whatCannotBeOpenedIsSaidByName() throws {
    let folder = try TestFolder()
    let configuration = try folder.text(
      "asound.conf", "pcm.horn { type pulse server \"unix:\(folder.file("none.sock"))\" }\n")
    #expect(throws: AudioOutputError.noSuchDevice(device: "loa", detail: "Unknown PCM loa")) {
      try Microphone(device: "loa", configuration: configuration)
    }
    do {
      _ = try Microphone(device: "horn", configuration: configuration)
      Issue.record("a server that is not there was opened")
    } catch .unreachable(let device, _) {
      #expect(device == "horn")
    }
  }
}
