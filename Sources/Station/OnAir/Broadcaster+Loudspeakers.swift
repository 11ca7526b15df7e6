/// What is found out about a loudspeaker and what belongs to it: each an alarm that is raised and cleared.
extension Broadcaster {
  /// The device has taken sound: whatever it had is over.
  func sounds(_ output: StationOutput) { set(.output(name: output.name, vietnamese: "", english: ""), isUp: false) }

  /// A program of the station's settings has run; the loudspeaker sounds whatever came of it.
  /// - Parameter failure: why it failed; nil when it did not.
  func hookRan(_ output: StationOutput, program: String, failure: String?) {
    set(.hook(name: output.name, program: program, reason: failure ?? ""), isUp: failure != nil)
  }

  /// A line that does nothing at all, though its service runs.
  func hangs(_ output: StationOutput, isHanging: Bool) { set(.hanging(name: output.name), isUp: isHanging) }

  /// - Parameter failure: why the mixer did not take the volume, in Vietnamese and English.
  func volumeWasSet(_ output: StationOutput, failure: (vietnamese: String, english: String)?) {
    let (vietnamese, english) = failure ?? ("", "")
    set(.volume(name: output.name, vietnamese: vietnamese, english: english), isUp: failure != nil)
  }

  /// - Parameter failure: why the microphone can't be listened to, in Vietnamese and English.
  func hears(_ output: StationOutput, failure: (vietnamese: String, english: String)?) {
    let (vietnamese, english) = failure ?? ("", "")
    set(.ear(name: output.name, vietnamese: vietnamese, english: english), isUp: failure != nil)
  }

  /// The page that programs look at can't be shown.
  func lacksHealthPage(vietnamese: String, english: String) { raise(.healthPage(vietnamese: vietnamese, english: english)) }
}
