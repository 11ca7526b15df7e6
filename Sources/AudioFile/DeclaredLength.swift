internal import CSndfile
internal import Glibc

/// Whether a file is shorter than it says. libsndfile shortens a cut WAV or Ogg in silence; FLAC is caught while reading.
struct DeclaredLength {
  /// The file ends before its declared end.
  private(set) var isCut = false
  /// Bytes of sound the header declares, where it does.
  private(set) var bytes: Int?
  private(set) var bytesPerFrame = 1

  /// - Parameters:
  ///   - size: the file's length in bytes.
  ///   - code: `SF_INFO.format` (sndfile.h).
  init(descriptor: CInt, size: Int, code: CInt) {
    switch CInt(SF_FORMAT_TYPEMASK) & code {
    case CInt(SF_FORMAT_WAV), CInt(SF_FORMAT_WAVEX): readRIFF(descriptor, size)
    case CInt(SF_FORMAT_OGG): readLastOggPage(descriptor, size)
    default: break
    }
  }

  /// Walks the chunks to `data` (RIFF: identifier, little-endian length, body padded to even). A length of 0 or
  /// 0xFFFFFFFF is what a recorder writes that does not know the end yet: not a promise.
  private mutating func readRIFF(_ descriptor: CInt, _ size: Int) {
    var offset = 12
    while offset + 8 <= size {
      let head = Self.bytes(descriptor, at: offset, count: 24)
      guard head.count >= 8 else { return }
      let length = Int(head[4]) | Int(head[5]) << 8 | Int(head[6]) << 16 | Int(head[7]) << 24
      if head[..<4].elementsEqual("fmt ".utf8), head.count >= 22 {
        bytesPerFrame = Int(head[20]) | Int(head[21]) << 8
      }
      if head[..<4].elementsEqual("data".utf8) {
        guard length > 0, length < 0xFFFF_FFFF else { return }
        bytes = length
        isCut = offset + 8 + length > size
        return
      }
      offset += 8 + length + length % 2
    }
  }

  /// A whole Ogg stream's last page has the end-of-stream flag (RFC 3533, section 6).
  private mutating func readLastOggPage(_ descriptor: CInt, _ size: Int) {
    // A page has at most 27 + 255 + 255 * 255 bytes.
    let tail = min(size, 65_307 * 2)
    let block = Self.bytes(descriptor, at: size - tail, count: tail)
    var index = block.count - 27
    while index >= 0 {
      if block[index] == 0x4F, block[index + 1] == 0x67, block[index + 2] == 0x67, block[index + 3] == 0x53 {
        let segments = Int(block[index + 26])
        let table = index + 27
        guard table + segments <= block.count else {
          isCut = true
          return
        }
        let body = block[table..<(table + segments)].reduce(0) { $0 + Int($1) }
        isCut = block[index + 5] & 4 == 0 || table + segments + body > block.count
        return
      }
      index -= 1
    }
  }

  /// Up to `count` bytes at `offset`, without moving the descriptor's position.
  private static func bytes(_ descriptor: CInt, at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset + filled))
        if got <= 0 { break }
        filled += got
      }
    }
  }
}
