/// A negative code of alsa-lib with what it wrote about it, before it is mapped to `AudioOutputError`.
struct ALSAFailure: Error {
  let code: Int32
  let detail: String
  /// The parameter that was refused and the value asked, while configuring.
  var parameter: (name: String, asked: String)?

  func error(device: String, operation: AudioOutputError.Operation) -> AudioOutputError {
    if let parameter { return .badParameters(device: device, parameter: parameter.name, asked: parameter.asked) }
    return AudioOutputError(
      device: device, operation: operation, code: code, detail: detail, hasCards: !SoundCard.present.isEmpty)
  }
}
