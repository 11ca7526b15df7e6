import AudioOutput
import Foundation
import Playout
import TestParts
import Testing

struct FrameRingTests {
  @Test func framesComeOutInTheOrderTheyWentInFromOneThreadToAnother() async {
    let ring = FrameRing(capacity: 256)
    let sound = TestSound.noise(frames: 200_000, seed: 9)
    let writer = Task.detached {
      var done = 0
      while done < sound.count {
        // Blocks of changing length, so that every wrap of the ring is met.
        let length = min(1 + done % 131, sound.count - done)
        let fitted = ring.push(sound.span.extracting(done..<(done + length)))
        done += fitted
        if fitted == 0 { await Task.yield() }
      }
    }
    var got: [Int16] = []
    var block = [Int16](repeating: 0, count: 97)
    while got.count < sound.count {
      var span = block.mutableSpan
      let count = ring.pop(into: &span)
      got += block[..<count]
      if count == 0 { await Task.yield() }
    }
    await writer.value
    #expect(difference(got, sound) == nil)
    #expect(ring.count == 0)
  }

  @Test func aFullRingTakesNothingMore() {
    let ring = FrameRing(capacity: 4)
    #expect(ring.push([1, 2, 3].span) == 3)
    #expect(ring.push([4, 5].span) == 1)
    #expect(ring.push([5].span) == 0)
    var block: [Int16] = [0, 0, 0, 0, 9]
    var span = block.mutableSpan
    #expect(ring.pop(into: &span) == 4)
    #expect(block == [1, 2, 3, 4, 9])
  }
}
