internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import Station

/// Answers the requests of one connection after another.
struct PageResponder: Sendable {
  /// Ends a connection: what it would send besides is not read.
  private struct ConnectionEnds: Error {}

  let status: @Sendable () -> StationStatus
  let answers: AnswersUnderWay

  func respond(to request: Request, with writer: consuming ResponseWriter, on channel: any Channel) async throws {
    // Ends a connection whose other side does not take the answer.
    let patience = channel.eventLoop.scheduleTask(in: .seconds(10)) { channel.close(promise: nil) }
    answers.begin(on: channel)
    defer {
      patience.cancel()
      answers.end(on: channel)
    }
    let page = Page(
      method: request.method.rawValue, target: request.head.path ?? "/", host: request.head.authority,
      status: status)
    var fields = HTTPFields()
    fields[.contentType] = page.contentType
    fields[.contentLength] = String(page.body.utf8.count)
    fields[.cacheControl] = "no-store"
    fields[.xContentTypeOptions] = "nosniff"
    if page.code == 405 { fields[.allow] = "GET, HEAD" }
    let hasBody = request.headers[.transferEncoding] != nil || (request.headers[.contentLength] ?? "0") != "0"
    if hasBody { fields[.connection] = "close" }
    let head = HTTPResponse(status: .init(code: page.code), headerFields: fields)
    if request.method == .head {
      try await writer.writeResponse(head)
    } else {
      try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(string: page.body)))
    }
    if hasBody { throw ConnectionEnds() }
  }
}
