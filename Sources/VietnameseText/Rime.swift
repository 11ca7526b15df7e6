/// What follows the onset: an optional medial glide, the nucleus and the coda.
///
/// Only legal rimes exist. `ay` and `au` have the short nucleus `ă`; `anh` and `ach` have the nucleus `a`.
public struct Rime: Sendable, Hashable, CustomStringConvertible {
  /// Place in `Rime.all`.
  let index: UInt8

  init(index: UInt8) { self.index = index }

  /// The rime of this sound, or nil when Vietnamese has none.
  public init?(glide: Bool = false, nucleus: Nucleus, coda: Coda = .none) {
    let shape = RimeTable.Shape(glide: glide, nucleus: nucleus, coda: coda)
    guard let found = RimeTable.shapes.firstIndex(of: shape) else { return nil }
    index = UInt8(found)
  }

  /// Whether a rounded glide stands before the nucleus: `oa`, `uy`; false in `qua`, where the onset has it.
  public var glide: Bool { shape.glide }
  public var nucleus: Nucleus { shape.nucleus }
  public var coda: Coda { shape.coda }
  /// The canonical toneless spelling, as after a consonant: `iêng`, `oanh`, `ia`.
  public var spelled: String { row.spelling }
  public var description: String { row.spelling }

  /// Every legal rime, 160 or so, grouped by nucleus.
  public static let all: [Rime] = RimeTable.rows.indices.map { Rime(index: UInt8($0)) }

  var shape: RimeTable.Shape { RimeTable.shapes[Int(index)] }
  var row: RimeTable.Row { RimeTable.rows[Int(index)] }
}
