import Bulletin
import Production
import Testing
import VietnameseText

@Suite struct ScriptTests {
  private func script(_ text: String) throws -> Script {
    Script(try BulletinParser().parse(text, file: "a.md", id: "a"), lexicon: .empty)
  }

  private func words(_ script: Script) -> [String] {
    script.pieces.map { piece in
      switch piece {
      case .speech(let utterances): utterances.map(\.spoken).filter { !$0.isEmpty }.joined(separator: " ").lowercased()
      case .recording(let insert): "[\(insert.path)]"
      }
    }
  }

  @Test func theTitleIsSaidFirstAndAsAHeading() throws {
    let script = try script("---\ntitle: Thông báo cắt điện\n---\nKính gửi bà con.")
    guard case .speech(let utterances)? = script.pieces.first else {
      Issue.record("no speech")
      return
    }
    #expect(words(script).first?.hasPrefix("thông báo cắt điện kính gửi bà con") == true)
    #expect(utterances.first?.role == .heading && utterances.first?.pause == .heading)
    #expect(utterances.last?.role == .body)
  }

  @Test func recordingsPlayWhereTheyStand() throws {
    let script = try script("Tiêu đề\nCâu trước.\n![tiếng Mông](hmong.flac)\nCâu sau.")
    #expect(words(script) == ["tiêu đề câu trước", "[hmong.flac]", "câu sau"])
  }

  @Test func repeatsSayItAllAgainAfterSayingSo() throws {
    let script = try script("---\ntitle: Họp thôn\nrepeat: 2\n---\nMời bà con dự họp.\n![nhạc](a.wav)")
    let once = "họp thôn mời bà con dự họp"
    #expect(
      words(script) == [once, "[a.wav]", "xin nhắc lại", once, "[a.wav]", "xin nhắc lại", once, "[a.wav]"])
  }

  @Test func theNoticesOwnPronunciationHoldsForItAlone() throws {
    let script = try script("---\ntitle: Họp\npronounce: {BXYZ: ban xây dựng}\n---\nMời BXYZ dự họp.")
    #expect(words(script).joined().contains("ban xây dựng"))
    #expect(!words(try self.script("Họp\nMời BXYZ dự họp.")).joined().contains("ban xây dựng"))
  }
}
