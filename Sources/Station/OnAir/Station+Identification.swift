internal import AudioFile
internal import PCM
internal import Production
internal import Schedule
internal import Store

extension Station {
  /// Chime and the station's name, in memory: what sounds when nothing that was planned can. Mono, 48 kHz; the chime alone where the
  /// name was never spoken, empty where there is not even that.
  func identificationSound() -> [Int16] {
    let named = try? kept { store throws(StoreError) in try store.fixtures()[Self.identification] }
    return Self.frames(of: voices.chime) + (named.map { Self.frames(of: home.audioFile($0.file)) } ?? [])
  }

  private static func frames(of path: String) -> [Int16] {
    guard var reader = try? AudioFileReader(path: path), reader.format.rate == .broadcast else { return [] }
    var frames: [Int16] = []
    var block = [Int16](repeating: 0, count: 4800)
    // Half a minute is more than any name needs.
    while frames.count < 1_440_000 {
      var span = block.mutableSpan
      guard let count = try? reader.readMono(into: &span), count > 0 else { break }
      frames += block[..<count]
    }
    return frames
  }
}
