internal import AudioFile
internal import Bulletin
internal import Settings
internal import Speech

extension ProductionError {
  public var vietnamese: String { wording.vietnamese }
  public var english: String { wording.english }

  private var wording: (vietnamese: String, english: String) {
    switch self {
    case .missing(let path):
      (
        "\(path): không có tệp này. Hãy kiểm tra lại tên tệp và thư mục.",
        "\(path): there is no such file. Check its name and folder."
      )
    case .folderNotFile(let path):
      ("\(path): đây là thư mục, không phải tệp thông báo.", "\(path): this is a folder, not a notice.")
    case .unreadable(let path):
      (
        "\(path): không có quyền đọc tệp này. Hãy kiểm tra quyền của tệp.",
        "\(path): the file may not be read. Check its permissions."
      )
    case .notText(let path):
      (
        "\(path): tệp này không phải là văn bản. Hãy lưu thông báo dạng .md, .txt, .docx hoặc .odt.",
        "\(path): this file is not text. Save the notice as .md, .txt, .docx or .odt."
      )
    case .tooLong(let path, let bytes, let limit):
      (
        "\(path): tệp dài \(bytes / 1024) KB, quá \(limit / 1024) KB (khoảng 5 giờ đọc). Hãy chia thành nhiều thông báo ngắn.",
        "\(path): the file has \(bytes / 1024) KB, more than \(limit / 1024) KB (about 5 hours of speech). Split it into short notices."
      )
    case .notANotice(let path):
      (
        "\(path): không biết kiểu tệp này. Thông báo là tệp .md, .txt, .docx hoặc .odt.",
        "\(path): unknown kind of file. A notice is a .md, .txt, .docx or .odt file."
      )
    case .sameName(let path, let twin):
      (
        "\(path): trùng tên với \(twin). Hãy đổi tên một trong hai tệp.",
        "\(path): it has the same name as \(twin). Rename one of the two."
      )
    case .tooLongToAir(let notice, let minutes, let limit):
      (
        "\(notice): đọc hết khoảng \(minutes) phút, quá \(limit) phút. Hãy chia thành nhiều thông báo ngắn hoặc bớt số lần nhắc lại.",
        "\(notice): it would last about \(minutes) minutes, more than \(limit). Split it into short notices or repeat it less."
      )
    case .noNotices(let path):
      (
        "\(path): thư mục không có thông báo nào (.md, .txt, .docx, .odt).",
        "\(path): the folder holds no notice (.md, .txt, .docx, .odt)."
      )
    case .pandocMissing(let path):
      (
        "\(path): cần pandoc để đọc tệp Word hoặc OpenDocument. Hãy chạy «sudo apt-get install pandoc», hoặc lưu thông báo dạng .txt.",
        "\(path): reading Word or OpenDocument needs pandoc. Run «sudo apt-get install pandoc», or save the notice as .txt."
      )
    case .pandocFailed(let path, let reason):
      (
        "\(path): pandoc không đọc được tệp này (\(reason)). Hãy mở bằng Word hoặc LibreOffice rồi lưu lại, hoặc lưu dạng .txt.",
        "\(path): pandoc cannot read this file (\(reason)). Open it in Word or LibreOffice and save it again, or save it as .txt."
      )
    case .bulletin(let error): (error.vietnamese, error.english)
    case .missingRecording(let notice, let line, let path):
      (
        "\(notice), dòng \(line): không có tệp ghi âm «\(path)». Đường dẫn tính từ thư mục của thông báo; hãy chép tệp vào đó hoặc sửa tên.",
        "\(notice), line \(line): there is no recording «\(path)». The path is relative to the notice's folder; copy the file there or mend the name."
      )
    case .unreadableRecording(let notice, let line, let error):
      ("\(notice), dòng \(line): \(error.vietnamese)", "\(notice), line \(line): \(error.english)")
    case .nothingToSay(let notice):
      (
        "\(notice): không có gì để đọc. Hãy viết nội dung bằng chữ.",
        "\(notice): there is nothing to say in it. Write its content in words."
      )
    case .unknownVoice(let name, let known):
      (
        "không có giọng «\(name)». Các giọng có: \(known.joined(separator: ", ")).",
        "there is no voice «\(name)». There are: \(known.joined(separator: ", "))."
      )
    case .unknownLoudspeaker(let name, let known):
      (
        "không có loại loa «\(name)». Các loại có: \(known.joined(separator: ", ")), none.",
        "there is no loudspeaker profile «\(name)». There are: \(known.joined(separator: ", ")), none."
      )
    case .noVoicesFolder(let searched):
      (
        "không tìm thấy thư mục «voices» (đã tìm: \(searched.joined(separator: ", "))). Hãy đặt biến LOA_VOICES tới thư mục voices của Loa Làng.",
        "the «voices» folder is not found (searched: \(searched.joined(separator: ", "))). Set LOA_VOICES to Loa Làng's voices folder."
      )
    case .profile(let error): (error.vietnamese, error.english)
    case .speech(let error): (error.vietnamese, error.english)
    case .audioFile(let error): (error.vietnamese, error.english)
    case .cannotMakeFolder(let path, let reason):
      (
        "không tạo được thư mục \(path) (\(reason)). Hãy kiểm tra quyền ghi và chỗ trống trên ổ đĩa.",
        "the folder \(path) cannot be made (\(reason)). Check permissions and free space."
      )
    }
  }
}
