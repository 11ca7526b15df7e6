extension ConsoleError: CustomStringConvertible {
  public var description: String { english }

  /// What happened, where and what to do, in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .notLoopback(let host):
      "Trang theo dõi không có mật khẩu nên không mở ra mạng ở '\(host)' được. Hãy dùng địa chỉ 127.0.0.1;"
        + " muốn xem từ máy khác thì đi qua SSH: ssh -L 9464:127.0.0.1:9464 TÊN@MÁY."
    case .noSuchPort(let port):
      "Không có cổng \(port). Hãy chọn một số từ 1024 đến 65535 cho trang theo dõi."
    case .portInUse(let port):
      "Cổng \(port) đang bị chương trình khác dùng. Hãy tắt chương trình đó (ss -ltnp 'sport = :\(port)')"
        + " hoặc chọn cổng khác cho trang theo dõi."
    case .portNotAllowed(let port):
      "Không có quyền mở cổng \(port). Hãy chọn cổng từ 1024 trở lên cho trang theo dõi."
    case .noSuchAddress(let host):
      "Máy này không có địa chỉ '\(host)'. Hãy dùng địa chỉ 127.0.0.1 cho trang theo dõi."
    case .failed(let host, let port, let detail):
      "Không mở được trang theo dõi ở '\(host)' cổng \(port): \(detail). Hãy chọn cổng khác hoặc khởi động lại máy."
    }
  }

  /// What happened, where and what to do, in English.
  public var english: String {
    switch self {
    case .notLoopback(let host):
      "The health page has no password and does not open to the network at '\(host)'. Use the address 127.0.0.1;"
        + " to look from another computer go through SSH: ssh -L 9464:127.0.0.1:9464 NAME@COMPUTER."
    case .noSuchPort(let port):
      "There is no port \(port). Choose a number from 1024 to 65535 for the health page."
    case .portInUse(let port):
      "Another program is using port \(port). Stop that program (ss -ltnp 'sport = :\(port)')"
        + " or choose another port for the health page."
    case .portNotAllowed(let port):
      "No permission to open port \(port). Choose a port from 1024 up for the health page."
    case .noSuchAddress(let host):
      "This computer does not have the address '\(host)'. Use the address 127.0.0.1 for the health page."
    case .failed(let host, let port, let detail):
      "The health page could not be opened at '\(host)', port \(port): \(detail). Choose another port or restart the computer."
    }
  }
}
