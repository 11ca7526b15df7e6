internal import NIOCore
internal import Synchronization

/// The connections that an answer is being written to, so that whoever does not read its answer can't hold the server.
final class AnswersUnderWay: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var isOver = false
  }

  private let state = Mutex(State())

  func begin(on channel: any Channel) {
    let isOver = state.withLock { state in
      state.channels[ObjectIdentifier(channel)] = channel
      return state.isOver
    }
    if isOver { channel.close(promise: nil) }
  }

  func end(on channel: any Channel) {
    state.withLock { $0.channels[ObjectIdentifier(channel)] = nil }
  }

  /// Closes the connections there are, and any that an answer is begun on after.
  func close() {
    let channels = state.withLock { state in
      state.isOver = true
      return state.channels.values.map(\.self)
    }
    for channel in channels { channel.close(promise: nil) }
  }
}
