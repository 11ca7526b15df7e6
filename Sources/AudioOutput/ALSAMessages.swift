internal import CALSA
internal import Glibc

/// Keeps alsa-lib from writing to standard error, and keeps its first message: the cause; later ones repeat it.
///
/// alsa-lib's handler belongs to a thread (`snd_lib_error_set_local`), and so does the message.
enum ALSAMessages {
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { $0?.deallocate() }
    return key
  }()
  private static let capacity = 256

  /// Silences alsa-lib on the calling thread from now on. Allocates on the first call of a thread.
  static func silence() {
    if pthread_getspecific(key) == nil {
      let text = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
      text.initialize(repeating: 0, count: capacity)
      pthread_setspecific(key, text)
    }
    snd_lib_error_set_local { _, _, _, _, format, arguments in
      guard let format, let raw = pthread_getspecific(ALSAMessages.key) else { return }
      let text = raw.assumingMemoryBound(to: CChar.self)
      if text.pointee == 0, let arguments { vsnprintf(text, ALSAMessages.capacity, format, arguments) }
    }
  }

  /// The first message of this thread since the last call, or an empty string.
  static func take() -> String {
    guard let raw = pthread_getspecific(key) else { return "" }
    let text = raw.assumingMemoryBound(to: CChar.self)
    defer { text.pointee = 0 }
    return String(cString: text).trimmingNewlines()
  }
}

extension String {
  fileprivate func trimmingNewlines() -> String {
    var text = Substring(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
