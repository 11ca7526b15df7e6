/// The legal rimes of Vietnamese and the way from written letters to them.
///
/// Source: Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977), with the loan rimes oong, ooc, ôông, oep, uyn, uyp.
enum RimeTable {
  /// A rime without its letters, so that the reader's hot path counts no references.
  struct Shape: Sendable, Hashable {
    let glide: Bool
    let nucleus: Nucleus
    let coda: Coda

    /// `ia`: iê with nothing after.
    var isOpenIê: Bool { nucleus == .iê && coda == .none && !glide }
  }

  struct Row: Sendable {
    let shape: Shape
    let spelling: String
    /// Which letter of `spelling` bears the tone mark in the house style (`hòa`, `thúy`, `khỏe`).
    let toneLetter: Int
  }

  /// What a written rime stands for.
  struct Match {
    let rime: Rime
    /// Written with y for i: `quyên`, `yên`, `kỳ`.
    let withY: Bool
  }

  static let shapes: [Shape] = rows.map(\.shape)

  static let rows: [Row] =
    family(.a, "a", ["", "p", "t", "c", "ch", "m", "n", "ng", "nh", "i", "o"])
    + family(.ă, "a", ["y", "u"])
    + family(.ă, "ă", ["p", "t", "c", "m", "n", "ng"])
    + family(.â, "â", ["p", "t", "c", "m", "n", "ng", "y", "u"])
    + family(.e, "e", ["", "p", "t", "c", "m", "n", "ng", "o"])
    + family(.ê, "ê", ["", "p", "t", "ch", "m", "n", "nh", "u"])
    + family(.i, "i", ["", "p", "t", "ch", "m", "n", "nh", "u"])
    + family(.o, "o", ["", "p", "t", "c", "m", "n", "ng", "i"])
    + family(.oo, "oo", ["c", "ng"])
    + family(.ô, "ô", ["", "p", "t", "c", "m", "n", "ng", "i"])
    + family(.ôô, "ôô", ["c", "ng"])
    + family(.ơ, "ơ", ["", "p", "t", "m", "n", "i"])
    + family(.u, "u", ["", "p", "t", "c", "m", "n", "ng", "i"])
    + family(.ư, "ư", ["", "t", "c", "m", "n", "ng", "i", "u"])
    + family(.iê, "ia", [""]) + family(.iê, "iê", ["p", "t", "c", "m", "n", "ng", "u"])
    + family(.uô, "ua", [""]) + family(.uô, "uô", ["t", "c", "m", "n", "ng", "i"])
    + family(.ươ, "ưa", [""]) + family(.ươ, "ươ", ["p", "t", "c", "m", "n", "ng", "i", "u"])
    + family(.a, "oa", ["", "p", "t", "c", "ch", "m", "n", "ng", "nh", "i", "o"], glide: true)
    + family(.ă, "oa", ["y"], glide: true)
    + family(.ă, "oă", ["p", "t", "c", "m", "n", "ng"], glide: true)
    + family(.â, "uâ", ["t", "n", "ng", "y"], glide: true)
    + family(.e, "oe", ["", "p", "t", "m", "n", "o"], glide: true)
    + family(.ê, "uê", ["", "ch", "nh"], glide: true)
    + family(.i, "uy", ["", "p", "t", "ch", "n", "nh", "u"], glide: true)
    + family(.ơ, "uơ", [""], glide: true)
    + family(.iê, "uya", [""], glide: true) + family(.iê, "uyê", ["t", "n"], glide: true)

  /// The rime written by up to four letter codes, first letter in the low byte; nil when there is none.
  static func match(_ letters: UInt32) -> Match? {
    var slot = Int(hash(letters))
    let slots = self.slots
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 16) == letters {
        let value = slots[slot]
        return Match(rime: Rime(index: UInt8(truncatingIfNeeded: value)), withY: value & 0x100 != 0)
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    return nil
  }

  private static let slotCount = 1024

  private static func hash(_ letters: UInt32) -> UInt32 { (letters &* 0x9E37_79B1) >> 22 }

  /// Open addressing: letters in bits 16-47, bit 8 "with y", rime index in bits 0-7; 0 is free.
  private static let slots: [UInt64] = {
    var slots = [UInt64](repeating: 0, count: slotCount)
    func enter(_ spelling: String, _ index: Int, withY: Bool) {
      let letters = UInt32(truncatingIfNeeded: SyllableLetters(spelling.utf8.span)?.letters ?? 0)
      var slot = Int(hash(letters))
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt64(letters) << 16 | (withY ? 0x100 : 0) | UInt64(index)
    }
    for (index, row) in rows.enumerated() {
      enter(row.spelling, index, withY: false)
      if row.spelling.first == "i", row.spelling != "ia" {
        enter("y" + row.spelling.dropFirst(), index, withY: true)
      }
    }
    return slots
  }()

  private static func family(
    _ nucleus: Nucleus, _ stem: String, _ codas: [String], glide: Bool = false
  ) -> [Row] {
    codas.map { ending in
      let coda: Coda =
        switch ending {
        case "y": .i
        case "o": .u
        default: Coda(rawValue: ending) ?? .none
        }
      return Row(
        shape: Shape(glide: glide, nucleus: nucleus, coda: coda), spelling: stem + ending,
        toneLetter: toneLetter(stem: stem, isOpen: coda == .none))
    }
  }

  /// The stem's last letter, but the first of an open pair (`bìa`, `hòa`, `thúy`) unless that has a mark (`thuở`).
  private static func toneLetter(stem: String, isOpen: Bool) -> Int {
    let last = stem.count - 1
    guard isOpen, last > 0 else { return last }
    if stem.hasSuffix("ê") || stem.hasSuffix("ơ") { return last }
    return last - 1
  }
}
