import CEspeakNG
import Glibc

/// A running worker and the two ends of its pipes. One owner at a time; killed and reaped when it goes.
final class WorkerProcess: @unchecked Sendable {
  private let pid: pid_t
  /// A socket, so that writing to a dead worker is an error and not SIGPIPE.
  private let requests: Int32
  private let replies: Int32
  private var status: Int32?
  /// What the socket did not take yet.
  private var unsent: ArraySlice<UInt8> = []
  private(set) var isReady = false

  /// Starts `executable speech-worker`; does not wait until it is ready.
  ///
  /// - Throws: `workerNotStarted`.
  init(executable: String, environment: [String]) throws(SpeechError) {
    func refuse(_ code: Int32) -> SpeechError {
      .workerNotStarted(executable: executable, reason: lastFailure(code))
    }
    var pair: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Self.socketCloseOnExec, 0, &pair) == 0 else {
      throw refuse(errno)
    }
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else {
      let code = errno
      pair.forEach { close($0) }
      throw refuse(code)
    }
    // Room for 20 seconds of sound, so that the worker runs ahead while its consumer is busy; less is only slower.
    _ = fcntl(ends[0], Int32(loa_set_pipe_size), 1 << 20)
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    let child = WorkerSpawn.start(executable, environment: environment, input: pair[1], output: ends[1])
    close(pair[1])
    close(ends[1])
    switch child {
    case .failure(let code):
      close(pair[0])
      close(ends[0])
      throw refuse(code)
    case .success(let pid): self.pid = pid
    }
    requests = pair[0]
    replies = ends[0]
  }

  deinit { end() }

  /// Waits until espeak-ng is initialised; at once when it already is.
  func waitUntilReady(milliseconds: Int) throws(WorkerFailure) {
    guard !isReady else { return }
    let frame = try receive(milliseconds: milliseconds, limitBytes: 4096)
    switch frame.kind {
    case .ready: isReady = true
    case .refused: throw .refused(String(decoding: frame.payload, as: UTF8.self))
    case .request, .speech, .piece: throw .garbage
    }
  }

  /// Queues a request; what the socket does not take now goes out during `receive`.
  func send(_ request: WorkerRequest, id: UInt32) {
    unsent += Frame(kind: .request, id: id, payload: request.payload).bytes
    flush()
  }

  /// The worker's next frame.
  ///
  /// - Parameters:
  ///   - milliseconds: how long to wait for the whole frame.
  ///   - limitBytes: a longer payload is a flood.
  /// - Throws: what the worker did instead; the caller replaces it.
  func receive(milliseconds: Int, limitBytes: Int) throws(WorkerFailure) -> Frame {
    let deadline = Monotonic.milliseconds() + milliseconds
    let start = try read(Frame.headerBytes, deadline: deadline, allowed: milliseconds)
    guard let header = Frame.Header(start) else { throw .garbage }
    guard header.payloadBytes <= limitBytes else { throw .flood(frames: header.payloadBytes / 2) }
    let payload = try read(header.payloadBytes, deadline: deadline, allowed: milliseconds)
    return Frame(kind: header.kind, id: header.id, payload: payload)
  }

  /// Kills the worker if it still runs, and reaps it.
  func end() {
    guard status == nil else { return }
    close(requests)
    close(replies)
    kill(pid, SIGKILL)
    status = Self.reap(pid)
  }

  /// Whether the worker still runs and owes nothing; a dead one is reaped.
  func isIdle() -> Bool {
    guard status == nil else { return false }
    var wait: Int32 = 0
    guard waitpid(pid, &wait, WNOHANG) == 0 else {
      status = wait
      close(requests)
      close(replies)
      return false
    }
    return unsent.isEmpty
  }

  private func read(_ count: Int, deadline: Int, allowed: Int) throws(WorkerFailure) -> [UInt8] {
    var failure: WorkerFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, failure == nil {
        let received = Glibc.read(replies, buffer.baseAddress.map { $0 + filled }, count - filled)
        if received > 0 {
          filled += received
        } else if received == 0 {
          failure = howItEnded()
        } else if errno == EAGAIN {
          failure = wait(until: deadline, allowed: allowed)
        } else if errno != EINTR {
          failure = .garbage
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Waits for something to read, sending what is unsent meanwhile.
  private func wait(until deadline: Int, allowed: Int) -> WorkerFailure? {
    let left = deadline - Monotonic.milliseconds()
    guard left > 0 else { return .deadlinePassed(milliseconds: allowed) }
    var descriptors = [pollfd(fd: replies, events: Int16(POLLIN), revents: 0)]
    if !unsent.isEmpty { descriptors.append(pollfd(fd: requests, events: Int16(POLLOUT), revents: 0)) }
    _ = poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: left))
    if !unsent.isEmpty { flush() }
    return nil
  }

  private func flush() {
    while !unsent.isEmpty {
      let taken = unsent.withUnsafeBytes {
        Glibc.send(requests, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if taken > 0 {
        unsent = unsent.dropFirst(taken)
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        // The worker is dead: reading its replies tells how.
        unsent = []
      }
    }
    unsent = []
  }

  /// The worker closed its output: gives it a moment to end by itself, for the true reason.
  private func howItEnded() -> WorkerFailure {
    close(requests)
    close(replies)
    var wait: Int32 = 0
    for _ in 0..<100 {
      if waitpid(pid, &wait, WNOHANG) == pid {
        status = wait
        break
      }
      usleep(1000)
    }
    if status == nil {
      kill(pid, SIGKILL)
      status = Self.reap(pid)
    }
    // wait(2): the low seven bits hold the signal, the next byte the exit status.
    let signal = (status ?? 0) & 0x7F
    return signal == 0 ? .exited(status: ((status ?? 0) >> 8) & 0xFF) : .killed(signal: signal)
  }

  private static func reap(_ pid: pid_t) -> Int32 {
    var wait: Int32 = 0
    while waitpid(pid, &wait, 0) < 0, errno == EINTR {}
    return wait
  }

  private static let socketCloseOnExec = Int32(SOCK_CLOEXEC.rawValue)
}
