internal import CMalloc

/// How the C library keeps memory that was given back.
enum Memory {
  /// Hands it to the system: what one plan of the day needed must not stay with a service for years. Call before other threads
  /// start (mallopt(3)).
  static func giveBack() {
    _ = mallopt(M_MMAP_THRESHOLD, 64 << 10)
    _ = mallopt(M_TRIM_THRESHOLD, 128 << 10)
    _ = mallopt(M_ARENA_MAX, 1)
  }

  /// Keeps it for the next notice instead of handing it to the system, which would clear every page again: a quarter of the
  /// processor time of a batch. Call before other threads start (mallopt(3)).
  static func keepForReuse() {
    // The largest threshold glibc takes; sound of a long notice is less.
    _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 512 << 20)
    _ = mallopt(M_TOP_PAD, 64 << 20)
    _ = mallopt(M_ARENA_MAX, 1)
  }
}
