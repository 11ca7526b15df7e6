public import PCM

extension PCMBuffer {
  /// This sound, crossfaded into `next` over `seconds`, or over the shorter of the two when that is less.
  /// - Precondition: the same format.
  public func crossfaded(into next: PCMBuffer, seconds: Double) -> PCMBuffer {
    precondition(format == next.format, "only sounds of one format are joined")
    let frames = min(format.rate.frames(inSeconds: max(0, seconds)), frameCount, next.frameCount)
    let overlap = frames * format.channelCount
    let kept = samples.count - overlap
    let tail = samples.span.extracting(kept...)
    let head = next.samples.span.extracting(..<overlap)
    var mixture = [Float](repeating: 0, count: overlap)
    var target = mixture.mutableSpan
    Crossfade(outgoing: tail, incoming: head).mix(tail, head, into: &target, channelCount: format.channelCount)
    return PCMBuffer(format: format, samples: Array(samples[..<kept]) + mixture + next.samples[overlap...])
  }
}
