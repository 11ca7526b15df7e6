internal import Glibc

/// Whether a file is shorter than it says. libsndfile shortens a cut WAV or Ogg in silence; FLAC is caught while reading.
struct DeclaredLength {
  /// The file ends before its declared end.
  private(set) var isCut = false
  /// Frames there are and frames the header declares, where it does.
  private(set) var frames: Int?
  private(set) var declaredFrames: Int?

  /// - Parameter size: the file's length in bytes.
  init(descriptor: CInt, size: Int) {
    let magic = Self.bytes(descriptor, at: 0, count: 4)
    if magic.elementsEqual("RIFF".utf8) { readRIFF(descriptor, size) }
    if magic.elementsEqual("OggS".utf8) { readLastOggPage(descriptor, size) }
  }

  /// Walks the chunks to `data` (RIFF: identifier, little-endian length, body padded to even). A length of 2 GB and
  /// more (espeak-ng 0x7FFFF000, ffmpeg 0xFFFFFFFF) is what a program writes into a pipe: not a promise. A length of 0
  /// before what is no chunk is that of a recorder that died.
  private mutating func readRIFF(_ descriptor: CInt, _ size: Int) {
    var offset = 12
    var bytesPerFrame = 0
    while offset + 8 <= size {
      let head = Self.bytes(descriptor, at: offset, count: 24)
      guard head.count >= 8 else { return }
      let length = Self.length(head)
      if head.starts(with: "fmt ".utf8), head.count >= 22 { bytesPerFrame = Int(head[20]) | Int(head[21]) << 8 }
      if head.starts(with: "data".utf8) {
        guard length < 0x7FFF_F000 else { return }
        if length == 0 {
          let next = Self.bytes(descriptor, at: offset + 8, count: 8)
          isCut = !next.isEmpty && !Self.isChunk(next, room: size - offset - 16)
          return
        }
        isCut = offset + 8 + length > size
        if bytesPerFrame > 0 {
          frames = min(length, size - offset - 8) / bytesPerFrame
          declaredFrames = length / bytesPerFrame
        }
        return
      }
      offset += 8 + length + length % 2
    }
  }

  private static func length(_ head: [UInt8]) -> Int {
    Int(head[4]) | Int(head[5]) << 8 | Int(head[6]) << 16 | Int(head[7]) << 24
  }

  private static func isChunk(_ head: [UInt8], room: Int) -> Bool {
    head.count == 8 && head[..<4].allSatisfy { (0x20...0x7E).contains($0) } && length(head) <= room
  }

  /// A whole Ogg stream's last page has the end-of-stream flag and its whole body (RFC 3533, section 6).
  private mutating func readLastOggPage(_ descriptor: CInt, _ size: Int) {
    // A page has at most 27 + 255 + 255 * 255 bytes.
    let tail = min(size, 65_307 * 2)
    let block = Self.bytes(descriptor, at: size - tail, count: tail)
    isCut = true
    var index = block.count - 27
    while index >= 0 {
      if block[index...].starts(with: [0x4F, 0x67, 0x67, 0x53, 0]) {
        let table = index + 27
        let segments = Int(block[index + 26])
        guard table + segments <= block.count else { return }
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
