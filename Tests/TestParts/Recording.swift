import Foundation

/// A running recorder and the raw 16-bit file it writes.
public final class Recording {
  private let process: ChildProcess
  private let path: String

  public init(process: ChildProcess, path: String) {
    self.process = process
    self.path = path
  }

  public var samples: [Int16] {
    let data = FileManager.default.contents(atPath: path) ?? Data()
    return data.withUnsafeBytes { bytes in
      (0..<(bytes.count / 2)).map { Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 2, as: Int16.self)) }
    }
  }

  /// Waits until recording has begun.
  public func waitForFirstSamples() {
    for _ in 0..<500 where (FileManager.default.contents(atPath: path)?.count ?? 0) == 0 { usleep(10_000) }
  }

  /// Ends the recorder.
  ///
  /// - Returns: all of it.
  public func endAll() -> [Int16] {
    process.end(SIGTERM)
    return samples
  }

  /// Ends the recorder.
  ///
  /// - Returns: what was recorded, without the silence before and after.
  public func end() -> [Int16] {
    process.end(SIGTERM)
    let samples = samples
    guard let first = samples.firstIndex(where: { $0 != 0 }), let last = samples.lastIndex(where: { $0 != 0 }) else {
      return []
    }
    return Array(samples[first...last])
  }
}
