internal import Foundation

/// When this process was started, by the kernel's account.
enum ProcessStart {
  /// CLOCK_MONOTONIC nanoseconds; field 22 of /proc/self/stat (proc(5)), in clock ticks after boot.
  static var monotonicNanoseconds: Int {
    guard let data = FileManager.default.contents(atPath: "/proc/self/stat") else { return 0 }
    // The second field, the program's name in parentheses, may hold spaces.
    let fields = String(decoding: data, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 19, let ticks = Int(fields[19]) else { return 0 }
    var boot = timespec()
    var monotonic = timespec()
    clock_gettime(CLOCK_BOOTTIME, &boot)
    clock_gettime(CLOCK_MONOTONIC, &monotonic)
    let asleep = (boot.tv_sec - monotonic.tv_sec) * 1_000_000_000 + boot.tv_nsec - monotonic.tv_nsec
    return ticks * 1_000_000_000 / max(1, sysconf(Int32(_SC_CLK_TCK))) - asleep
  }
}
