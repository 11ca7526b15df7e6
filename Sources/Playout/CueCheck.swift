internal import AudioFile
internal import PCM

/// Verifies items before they are on air: a file is opened and decoded to its end, so that one that is missing, cut
/// short or damaged is known before its first word.
enum CueCheck {
  /// - Returns: the item's length in frames, or why it cannot be played.
  static func check(_ item: PlaylistItem, rate: SampleRate) -> Result<Int, SkipReason> {
    switch item.source {
    case .samples(let samples): return .success(samples.count)
    case .file(let path):
      do throws(AudioFileError) {
        var reader = try AudioFileReader(path: path)
        guard reader.format.rate == rate else {
          return .failure(.otherRate(path: path, rate: reader.format.rate, expected: rate))
        }
        var block = [Int16](repeating: 0, count: CueReader.blockFrames)
        while true {
          var span = block.mutableSpan
          if try reader.readMono(into: &span) == 0 { return .success(reader.position) }
        }
      } catch {
        return .failure(.file(error))
      }
    }
  }

  /// Checks the items one after the other, ahead of the playing; ends early when its reader is gone.
  static func stream(_ items: [PlaylistItem], rate: SampleRate) -> AsyncStream<Result<Int, SkipReason>> {
    AsyncStream { continuation in
      let task = Task.detached {
        for item in items {
          if Task.isCancelled { break }
          continuation.yield(check(item, rate: rate))
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }
}
