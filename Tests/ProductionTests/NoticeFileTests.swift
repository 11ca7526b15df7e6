import Bulletin
import Foundation
import Production
import TestParts
import Testing

@Suite struct NoticeFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func fault(_ path: String) async -> ProductionError? {
    do throws(ProductionError) {
      _ = try await NoticeFile.load(path)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsNoNoticeIsNamedAndLeftAsItIs() async throws {
    let empty = try folder.text("empty.md", " \n")
    let binary = try folder.bytes("photo.md", [0x89, 0x50, 0x4E, 0x47] + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    let long = try folder.text("long.txt", String(repeating: "Thông báo dài. ", count: 600_000))
    #expect(await fault(empty)?.vietnamese == "empty.md: tệp không có chữ nào. Hãy viết nội dung thông báo rồi lưu lại.")
    #expect(await fault(binary)?.vietnamese.contains("không phải là văn bản") == true)
    #expect(await fault(long)?.vietnamese.contains("Hãy chia thành nhiều thông báo ngắn") == true)
    #expect(await fault(folder.file("none.md"))?.english.contains("there is no such file") == true)
    #expect(await fault(folder.path)?.english.contains("is a folder") == true)
    #expect(FileManager.default.contents(atPath: binary)?.count == 4004)
  }

  @Test func invalidUTF8IsRepairedVisiblyWithANote() async throws {
    let path = try folder.bytes("bad.txt", Array("Thông báo\nHọp lúc ".utf8) + [0xFF, 0xFE, 0xC3] + Array(" tám giờ.".utf8))
    let notice = try await NoticeFile.load(path)
    #expect(!notice.repairs.isEmpty)
    #expect(notice.bulletin.body.contains("Họp lúc") && notice.bulletin.body.contains("tám giờ."))
  }

  @Test func utf16FromWindowsNotepadIsText() async throws {
    let words = "Thông báo\nHọp thôn lúc 8h30."
    let units = words.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let notice = try await NoticeFile.load(try folder.bytes("notepad.txt", [0xFF, 0xFE] + units))
    #expect(notice.bulletin.title == "Thông báo")
    #expect(notice.bulletin.body.contains("Họp thôn lúc 8h30."))
  }

  @Test(arguments: ["docx", "odt"]) func officeFilesComeInThroughPandoc(kind: String) async throws {
    let source = try folder.text(
      "a.md", "# Thông báo cắt nước\n\nTừ **7h30** ngày 5/6, giá 5\\*3.\n\n| Thôn | Giờ |\n|---|---|\n| Đồng Mai | 8h |\n")
    let pandoc = Process()
    pandoc.executableURL = URL(filePath: "/usr/bin/pandoc")
    pandoc.arguments = [source, "-o", folder.file("a." + kind)]
    try pandoc.run()
    pandoc.waitUntilExit()
    let bulletin = try await NoticeFile.load(folder.file("a." + kind)).bulletin
    #expect(bulletin.title == "Thông báo cắt nước")
    #expect(bulletin.body.contains("Từ 7h30 ngày 5/6, giá 5*3."))
    #expect(bulletin.body.contains("Đồng Mai"))
  }

  @Test func aFileThatOnlyClaimsToBeWordIsNamed() async throws {
    let path = try folder.text("fake.docx", "không phải Word")
    let fault = try #require(await fault(path))
    #expect(fault.english.contains("pandoc cannot read this file"))
  }

  @Test func aFolderGivesItsNoticesInTheOrderOfTheirNames() throws {
    for name in ["b.md", "a.txt", "c.docx", ".hidden.md", "photo.jpg", "station.yaml"] { _ = try folder.text(name, "x") }
    #expect(try NoticeFile.paths([folder.path]).map { URL(filePath: $0).lastPathComponent } == ["a.txt", "b.md", "c.docx"])
    #expect(throws: ProductionError.self) { try NoticeFile.paths([folder.file("photo.jpg")]) }
    #expect(throws: ProductionError.self) { try NoticeFile.paths([folder.file("none")]) }
  }
}
