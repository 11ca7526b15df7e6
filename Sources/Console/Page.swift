internal import Station

/// What is answered to one request.
struct Page: Sendable, Hashable {
  /// The status code of HTTP.
  let code: Int
  let contentType: String
  let body: String

  /// - Parameters:
  ///   - target: path and query as requested.
  ///   - host: the `Host` field; another name than this computer's own comes from a page on the web that had its own name point here.
  init(method: String, target: String, host: String?, status: () -> StationStatus) {
    guard let host, LoopbackAddress.isNamed(by: host) else {
      self.init(
        403, vietnamese: "Trang này chỉ mở được trên chính máy này, bằng tên localhost hoặc địa chỉ 127.0.0.1.",
        english: "This page opens on this computer only, by the name localhost or the address 127.0.0.1.")
      return
    }
    guard method == "GET" || method == "HEAD" else {
      self.init(405, vietnamese: "Trang này chỉ để xem (GET hoặc HEAD).", english: "This page is to look at only (GET or HEAD).")
      return
    }
    switch target.prefix(while: { $0 != "?" }) {
    case "/":
      self.init(
        200, vietnamese: "Loa Làng. /health: tình trạng đài (JSON). /metrics: số liệu cho Prometheus.",
        english: "Loa Làng. /health: how the station is (JSON). /metrics: figures for Prometheus.")
    case "/health":
      let report = HealthReport(status())
      self.init(report.isWell ? 200 : 503, "application/json", report.json)
    case "/metrics":
      self.init(200, PrometheusText.contentType, PrometheusText(status()).text)
    default:
      self.init(
        404, vietnamese: "Không có trang này. Hãy xem /health hoặc /metrics.", english: "No such page. See /health or /metrics.")
    }
  }

  private init(_ code: Int, vietnamese: String, english: String) {
    self.init(code, "text/plain; charset=utf-8", "\(vietnamese)\n\(english)\n")
  }

  private init(_ code: Int, _ contentType: String, _ body: String) {
    (self.code, self.contentType, self.body) = (code, contentType, body)
  }
}
