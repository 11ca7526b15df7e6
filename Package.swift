// swift-tools-version: 6.2
// Loa Làng: written notices of a Vietnamese commune to broadcasts on its loudspeakers.
// The modules, their levels and walls are drawn in docs/architecture.md; scripts/lint checks them.
import Foundation
import PackageDescription

/// `LOA_NATIVE=1` builds for this machine's own vector unit; the default runs on any x86-64 or arm64 box.
let native = ProcessInfo.processInfo.environment["LOA_NATIVE"] == "1"

/// `LOA_BENCH=1` also builds what needs the libraries we compare with: `scripts/setup bench`, `scripts/bench dsp`.
let bench = ProcessInfo.processInfo.environment["LOA_BENCH"] == "1"

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (native ? [.unsafeFlags(["-Xcc", "-march=native"]), .define("LOA_FMA")] : [])

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: settings)
}

let benchTargets: [Target] =
  bench
  ? [
    .systemLibrary(
      name: "CEbur128", path: "Tests/CEbur128", pkgConfig: "libebur128", providers: [.apt(["libebur128-dev"])]),
    .systemLibrary(name: "CSoxr", path: "Tests/CSoxr", pkgConfig: "soxr", providers: [.apt(["libsoxr-dev"])]),
    .target(name: "AllocationCount", path: "Tests/AllocationCount"),
    .executableTarget(
      name: "dsp-bench", dependencies: ["AllocationCount", "CEbur128", "CMalloc", "CSoxr", "DSP", "PCM"],
      path: "Tests/DSPBench", swiftSettings: settings),
    .executableTarget(
      name: "loop-bench", dependencies: ["AllocationCount", "AudioOutput", "PCM", "Playout"], path: "Tests/LoopBench",
      swiftSettings: settings),
  ] : []

let package = Package(
  name: "loa-lang",
  products: [.executable(name: "loa", targets: ["loa"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // Level 0
    .systemLibrary(name: "CALSA", pkgConfig: "alsa", providers: [.apt(["libasound2-dev"])]),
    .systemLibrary(name: "CSndfile", pkgConfig: "sndfile", providers: [.apt(["libsndfile1-dev"])]),
    .systemLibrary(name: "CEspeakNG", pkgConfig: "espeak-ng", providers: [.apt(["libespeak-ng-dev", "espeak-ng-data"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CTime"),
    module("PCM"),
    module("Settings", ["Yams"]),
    module("Bulletin", ["Settings"]),
    module("VietnameseText"),
    // Level 1
    module("Speech", ["VietnameseText", "PCM", "CEspeakNG", "Settings"]),
    module("AudioFile", ["PCM", "CSndfile"]),
    module("AudioOutput", ["PCM", "CALSA"]),
    module("DSP", ["PCM"]),
    module("Schedule", ["Bulletin", "Settings", "PCM"]),
    // Level 2
    module("Pictures", ["Bulletin", "DSP", "PCM", "Schedule"]),
    module("Production", ["Bulletin", "VietnameseText", "Speech", "DSP", "AudioFile", "PCM", "Settings", crypto, subprocess]),
    module("Playout", ["AudioFile", "AudioOutput", "DSP", "PCM"]),
    module("Store", ["Bulletin", "Schedule", "PCM", crypto, grdb]),
    // Level 3
    module("Emergency", ["Bulletin", "VietnameseText", "Speech", "AudioFile", "AudioOutput", "DSP", "Playout", "PCM"]),
    // Level 4
    module(
      "Station",
      [
        "Store", "Schedule", "Production", "Emergency", "Playout", "Speech", "AudioOutput", "PCM", "Settings", "Bulletin",
        "CTime",
        subprocess, system,
      ]),
    // Level 5
    module(
      "Console",
      [
        "Station", .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    // Level 6
    .executableTarget(
      name: "loa",
      dependencies: [
        "Console", "Station", "Store", "Emergency", "Playout", "Production", "Schedule", "Bulletin", "VietnameseText", "Speech",
        "DSP",
        "Pictures", "AudioFile", "AudioOutput", "PCM", "Settings", "CMalloc", arguments,
      ],
      swiftSettings: settings),
    // Tests
    tests(of: "PCM"),
    tests(of: "Settings"),
    tests(of: "Bulletin", ["Settings"]),
    .testTarget(
      name: "VietnameseTextTests", dependencies: ["VietnameseText"], exclude: ["Data", "Cases"], swiftSettings: settings),
    tests(of: "Speech", ["VietnameseText", "PCM"]),
    tests(of: "AudioFile", ["PCM", "TestParts"]),
    tests(of: "AudioOutput", ["PCM"]),
    tests(of: "DSP", ["PCM"]),
    tests(of: "Pictures", ["Bulletin", "DSP", "PCM", "Schedule"]),
    .testTarget(
      name: "ScheduleTests", dependencies: ["Schedule", "Bulletin"], exclude: ["lunar-1900-2199.tsv", "lunar_reference.py"],
      swiftSettings: settings),
    tests(of: "Production", ["TestParts", "Bulletin", "VietnameseText", "Speech", "DSP", "AudioFile", "PCM"]),
    tests(of: "Playout", ["AudioFile", "AudioOutput", "PCM", "TestParts"]),
    tests(of: "Emergency", ["Bulletin", "PCM", "Playout", "Speech", "TestParts", "VietnameseText"]),
    tests(of: "Store", ["Bulletin", "Schedule", grdb]),
    tests(of: "Console", ["Station"]),
    tests(of: "Station", ["Bulletin", "Emergency", "Schedule", "Settings"]),
    // Fuzzing, linear time and speed of the reader: scripts/soak reader, scripts/bench reader.
    .executableTarget(
      name: "reader-trials", dependencies: ["VietnameseText", "CMalloc"], path: "Tests/ReaderTrials", swiftSettings: settings),
    // How long planning takes: scripts/bench plan.
    .executableTarget(
      name: "plan-bench", dependencies: ["Bulletin", "Schedule"], path: "Tests/PlanBench", swiftSettings: settings),
    // A station's database after years of work: scripts/bench station.
    .executableTarget(
      name: "station-fill", dependencies: ["Bulletin", "Schedule", "Store"], path: "Tests/StationFill", swiftSettings: settings),
    // The real things tests run against.
    .target(name: "TestParts", path: "Tests/TestParts", swiftSettings: settings),
    .testTarget(
      name: "BroadcastTests",
      dependencies: [
        "AudioFile", "Bulletin", "DSP", "PCM", "Production", "Schedule", "Speech", "Station", "TestParts", "VietnameseText",
        "loa",
      ], exclude: ["Golden"],
      swiftSettings: settings),
  ] + benchTargets
)
