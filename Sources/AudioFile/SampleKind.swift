internal import CSndfile

/// How a file keeps its samples, as far as reading them cares.
enum SampleKind {
  /// Integers that fit Int16 without loss.
  case upTo16Bits
  /// Wider integers, floats, and lossy kinds that decode to floats.
  case wider
  /// MPEG audio: as `wider`, and its frame count is an estimate.
  case mpeg

  /// - Parameter code: `SF_INFO.format` (sndfile.h).
  init(code: CInt) {
    switch CInt(SF_FORMAT_SUBMASK) & code {
    case CInt(SF_FORMAT_PCM_16), CInt(SF_FORMAT_PCM_S8), CInt(SF_FORMAT_PCM_U8): self = .upTo16Bits
    default: self = CInt(SF_FORMAT_TYPEMASK) & code == CInt(SF_FORMAT_MPEG) ? .mpeg : .wider
    }
  }
}
