extension AudioOutputError: CustomStringConvertible {
  public var description: String { english }

  /// What happened, where and what to do, in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .noCard(let device):
      "Máy này không có card âm thanh nào (thiết bị '\(device)'). Hãy cắm card hoặc loa USB, hoặc ghi ra tệp bằng -o."
    case .noSuchDevice(let device, let detail):
      "Không có thiết bị âm thanh '\(device)'\(bracketed(detail)). Hãy xem các thiết bị hiện có bằng 'loa doctor'."
    case .busy(let device):
      "Thiết bị '\(device)' đang bị chương trình khác dùng. Hãy tắt chương trình đó (fuser -v /dev/snd/*) rồi thử lại."
    case .permission(let device):
      "Không có quyền dùng thiết bị '\(device)'. Hãy thêm người dùng vào nhóm audio: sudo usermod -aG audio TÊN."
    case .unreachable(let device, let detail):
      "Máy chủ âm thanh của '\(device)' không trả lời\(bracketed(detail))."
        + " Hãy khởi động lại PulseAudio hoặc PipeWire, hoặc chọn thiết bị 'hw:0'."
    case .disconnected(let device):
      "Thiết bị '\(device)' đã bị ngắt khi đang phát. Hãy cắm lại dây hoặc card, rồi phát lại."
    case .badParameters(let device, let parameter, let asked):
      "Thiết bị '\(device)' không nhận \(parameter) = \(asked). Hãy dùng 'plug\(device)' hoặc 'default'"
        + " để ALSA tự chuyển đổi."
    case .stalled(let device, let operation, let seconds):
      "Thiết bị '\(device)' không nhận âm thanh trong \(shortened(seconds)) giây (\(operation.rawValue))."
        + " Hãy kiểm tra máy chủ âm thanh và dây nối, rồi phát lại."
    case .file(_, let vietnamese, _): vietnamese
    case .failed(let device, let operation, let code, let detail):
      "ALSA báo lỗi \(code) ở '\(device)' (\(operation.rawValue)): \(detail). Hãy chạy 'loa doctor' để kiểm tra."
    }
  }

  /// What happened, where and what to do, in English.
  public var english: String {
    switch self {
    case .noCard(let device):
      "This computer has no sound card (device '\(device)'). Plug in a card or USB speaker, or write a file with -o."
    case .noSuchDevice(let device, let detail):
      "There is no sound device '\(device)'\(bracketed(detail)). See the devices there are with 'loa doctor'."
    case .busy(let device):
      "Another program is using the device '\(device)'. Stop that program (fuser -v /dev/snd/*) and try again."
    case .permission(let device):
      "No permission to use the device '\(device)'. Add the user to the group audio: sudo usermod -aG audio NAME."
    case .unreachable(let device, let detail):
      "The sound server of '\(device)' does not answer\(bracketed(detail))."
        + " Restart PulseAudio or PipeWire, or choose the device 'hw:0'."
    case .disconnected(let device):
      "The device '\(device)' went away while playing. Plug the cable or card back in, then play again."
    case .badParameters(let device, let parameter, let asked):
      "The device '\(device)' does not take \(parameter) = \(asked). Use 'plug\(device)' or 'default'"
        + " and ALSA will convert."
    case .stalled(let device, let operation, let seconds):
      "The device '\(device)' took no sound for \(shortened(seconds)) s (\(operation.rawValue))."
        + " Check the sound server and the cable, then play again."
    case .file(_, _, let english): english
    case .failed(let device, let operation, let code, let detail):
      "ALSA reported error \(code) on '\(device)' (\(operation.rawValue)): \(detail). Run 'loa doctor' to check."
    }
  }

  private func bracketed(_ detail: String) -> String { detail.isEmpty ? "" : " (\(detail))" }

  private func shortened(_ seconds: Double) -> String {
    seconds == seconds.rounded() && abs(seconds) < 1e6 ? String(Int(seconds)) : String(seconds)
  }
}
