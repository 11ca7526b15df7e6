import AudioOutput
import Foundation
import PCM
import Testing

/// Through the real alsa-lib, with configurations of the test's own.
struct OpeningTests {
  private func configuration(_ text: String) throws -> String {
    let path = NSTemporaryDirectory() + "loa-asound-\(UUID().uuidString.prefix(8)).conf"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func whatWasGrantedStandsBesideWhatWasAsked() throws {
    let path = try configuration("pcm.out { type null }\n")
    defer { unlink(path) }
    let asked = OutputParameters(periodFrames: 960, bufferFrames: 3_840, startThresholdFrames: 960)
    let granted = try ALSAOutput(device: "out", asking: asked, configuration: path).granted
    #expect(granted.asked == asked)
    #expect(granted.periodFrames == 960)
    #expect(granted.bufferFrames == 3_840)
    #expect(granted.latencySeconds == 0.08)
    #expect(
      granted.description
        == "out: S16_LE, 1 ch, 48000 Hz, period 960 (asked 960), buffer 3840 (asked 3840), keeps 3840, starts at 960")
  }

  @Test func aNameThatIsNotThereIsSaidByName() throws {
    let path = try configuration("pcm.out { type null }\n")
    defer { unlink(path) }
    #expect(throws: AudioOutputError.noSuchDevice(device: "loa", detail: "Unknown PCM loa")) {
      try ALSAOutput(device: "loa", configuration: path)
    }
  }

  @Test func aCardThatIsNotThereIsSaidByName() throws {
    let path = try configuration("pcm.out { type hw card 31 }\n")
    defer { unlink(path) }
    do {
      _ = try ALSAOutput(device: "out", configuration: path)
      Issue.record("card 31 was opened")
    } catch {
      switch error {
      case .noCard(let device): #expect(device == "out" && SoundCard.present.isEmpty)
      case .noSuchDevice(let device, _): #expect(device == "out" && !SoundCard.present.isEmpty)
      default: Issue.record(error)
      }
    }
  }

  @Test func aRateTheDeviceDoesNotTakeIsSaidByName() throws {
    let path = try configuration(
      "pcm.out { type rate slave { pcm { type null } rate 48000 } converter \"none\" }\n")
    defer { unlink(path) }
    do {
      _ = try ALSAOutput(device: "out", configuration: path)
      Issue.record("a device without its converter was opened")
    } catch {
      #expect(error.english.contains("'out'"))
    }
  }

  @Test func alsaWritesNothingToStandardError() throws {
    let pipe = Pipe()
    let before = dup(2)
    dup2(pipe.fileHandleForWriting.fileDescriptor, 2)
    for device in ["hw:31", "none", "plughw:31", "default:none"] {
      _ = try? ALSAOutput(device: device)
    }
    _ = ALSADevice.list()
    dup2(before, 2)
    close(before)
    try pipe.fileHandleForWriting.close()
    let said = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(!said.contains("ALSA lib"))
  }

  @Test func theSystemsDevicesAreListed() {
    // ALSA's own configuration always has the null device.
    #expect(ALSADevice.list().contains { $0.name == "null" })
  }

  @Test(arguments: SampleFormat.allCases, [1, 2, 6]) func samplesAreWidenedExactly(format: SampleFormat, channels: Int) {
    let samples: [Int16] = [.min, -1, 0, 1, 12_345, .max]
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: samples.count * channels * format.bytesPerSample, alignment: 16)
    defer { bytes.deallocate() }
    guard let base = bytes.baseAddress else { return }
    format.widen(samples.span, channels: channels, into: base)
    let values = (0..<(samples.count * channels)).map { index in
      switch format {
      case .s16: Double(bytes.load(fromByteOffset: index * 2, as: Int16.self)) / 0x1p15
      case .s32: Double(bytes.load(fromByteOffset: index * 4, as: Int32.self)) / 0x1p31
      case .float: Double(bytes.load(fromByteOffset: index * 4, as: Float.self))
      }
    }
    #expect(values == samples.flatMap { Array(repeating: Double($0) / 0x1p15, count: channels) })
  }
}
