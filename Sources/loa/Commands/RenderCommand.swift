internal import ArgumentParser
internal import AudioFile
internal import Bulletin
internal import Foundation
internal import Production
internal import Station
internal import Synchronization

/// `loa render`: notices to mastered files.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: text(
      "Tạo tệp âm thanh từ thông báo: đọc, nói, xử lý âm.", "Make sound files of notices: read, spoken, mastered."),
    discussion: text(
      "Không có -o: tạo vào thư mục của đài (LOA_HOME) và ghi vào lịch. Có -o: chỉ tạo tệp.",
      "Without -o: into the station's directory (LOA_HOME), and kept for planning. With -o: files only."))

  @Argument(help: ArgumentHelp(text("Tệp hoặc thư mục thông báo.", "Notices, or folders of notices.")))
  var paths: [String]

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(text("Thư mục đặt tệp âm thanh.", "The folder to put sound files in.")))
  var output: String?

  @Option(help: ArgumentHelp(text("Số thông báo làm cùng lúc.", "How many notices are made at once.")))
  var jobs = 1

  @Option(help: ArgumentHelp(text("Loại loa: xem «loa voices».", "Loudspeaker profile: see «loa voices».")))
  var loudspeaker: String?

  @Option(help: ArgumentHelp(text("Kiểu tệp: flac, wav, ogg, opus.", "Kind of file: flac, wav, ogg, opus.")))
  var format = "flac"

  @ArgumentParser.Flag(help: ArgumentHelp(text("In kết quả dạng JSON.", "Print the results as JSON.")))
  var json = false

  func validate() throws {
    guard (1...64).contains(jobs) else {
      throw ValidationError(text("--jobs phải từ 1 đến 64.", "--jobs must be 1 to 64."))
    }
    guard container != nil else {
      throw ValidationError(text("--format phải là flac, wav, ogg hoặc opus.", "--format must be flac, wav, ogg or opus."))
    }
  }

  private var container: AudioContainer? { AudioContainer(path: "x." + format) }

  func run() async throws {
    Memory.keepForReuse()
    let station = try Station.here()
    guard output != nil || !station.isApprovalRequired else {
      throw Failure(
        .badInput,
        "đài này chỉ phát tin đã duyệt: gửi bằng «loa submit TỆP», duyệt bằng «loa approve». Chỉ làm tệp âm thanh: thêm -o THƯ-MỤC.",
        "this station airs approved notices only: «loa submit FILE», then «loa approve». For sound files alone add -o FOLDER.")
    }
    let found: [String]
    do { found = try NoticeFile.paths(paths) } catch {
      if output == nil { try withdraw(after: error, station) }
      throw error
    }
    var report = RenderReport()
    var notices: [NoticeFile] = []
    for path in found {
      if let twin = NoticeFile.twin(of: path, among: found) {
        report.add(failure: .sameName(path: path, twin: twin), path: path)
        continue
      }
      do { notices.append(try await NoticeFile.load(path)) } catch { report.add(failure: error, path: path) }
    }
    let producer = try station.producer(
      jobs: jobs, lexicon: station.announcedLexicon(), loudspeaker: loudspeaker, container: container ?? .flac, folder: output)
    let count = notices.count
    let done = Atomic(0)
    let outcomes = producer.produce(notices, jobs: jobs) { outcome in
      let number = done.add(1, ordering: .relaxed).newValue
      Terminal.progress("[\(number)/\(count)] " + outcome.name)
    }
    Terminal.clearProgress()
    for outcome in outcomes { report.add(outcome) }
    if output == nil {
      for folder in Set(paths.map(Self.folder)).sorted() { try station.keep(batch(of: folder, report)) }
    }
    try report.print(asJSON: json)
    if output == nil {
      try station.produceFixtures(with: producer)
      try station.produceRepeatIntros(of: report.mastered, with: producer)
    }
    if let code = report.failureCode { throw ExitCode(code.rawValue) }
  }

  /// A folder that was emptied, and a file or folder that is gone, air nothing any more.
  private func withdraw(after error: ProductionError, _ station: Station) throws {
    switch error {
    case .noNotices(let folder): try station.keep(batch(of: folder, RenderReport()))
    case .missing(let path):
      let url = URL(filePath: path).standardizedFileURL
      try station.keep(Station.Batch(folder: url.path, mastered: [], failed: [], isWhole: true))
      try station.keep(
        Station.Batch(
          folder: url.deletingLastPathComponent().path, mastered: [],
          failed: [url.deletingPathExtension().lastPathComponent], isWhole: false))
    default: break
    }
  }

  /// What became of one folder's notices.
  private func batch(of folder: String, _ report: RenderReport) -> Station.Batch {
    let whole = URL(filePath: folder).standardizedFileURL.path
    func isHere(_ path: String) -> Bool {
      URL(filePath: path).deletingLastPathComponent().standardizedFileURL.path == whole
    }
    return Station.Batch(
      folder: whole, mastered: report.mastered.filter { isHere($0.notice.path) },
      failed: report.failures.map(\.path).filter(isHere).map { URL(filePath: $0).deletingPathExtension().lastPathComponent },
      isWhole: paths.contains { Self.isFolder($0) && URL(filePath: $0).standardizedFileURL.path == whole })
  }

  private static func folder(of path: String) -> String {
    isFolder(path) ? path : URL(filePath: path).deletingLastPathComponent().path
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

extension Producer.Outcome {
  fileprivate var name: String {
    switch self {
    case .mastered(let mastered): mastered.notice.bulletin.title
    case .failed(let path, _): path
    }
  }
}
