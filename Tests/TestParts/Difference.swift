/// The first place where two recordings differ, in words; nil if they are the same. (`==` in `#expect` would compute the
/// edit distance of a failure, which takes minutes for sound.)
public func difference(_ got: [Int16], _ expected: [Int16]) -> String? {
  for index in 0..<min(got.count, expected.count) where got[index] != expected[index] {
    return "frame \(index): \(got[index]) instead of \(expected[index]) (\(got.count) and \(expected.count) frames)"
  }
  return got.count == expected.count ? nil : "\(got.count) frames instead of \(expected.count)"
}
