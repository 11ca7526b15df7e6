import Glibc
import PCM
import Speech
import Testing
import VietnameseText

@Suite struct SpeechPoolTests {
  @Test func utterancesComeInOrderWithTheirPauses() throws {
    let voice = try TestSpeech.voice()
    let utterances = [
      TestSpeech.utterance("kính thưa toàn thể bà con", pause: .heading),
      TestSpeech.utterance("mời bà con đến họp", pause: .clause),
      TestSpeech.utterance("lúc bảy giờ tối nay", pause: .none),
    ]
    var spoken: [SpokenUtterance] = []
    try TestSpeech.pool().speak(utterances, voice: voice) { spoken.append($0) }
    #expect(spoken.map(\.index) == [0, 1, 2])
    #expect(spoken.allSatisfy { $0.outcome == .spoken && $0.sound.format.rate == .espeak })
    let pauses = [voice.pauseMilliseconds.heading, voice.pauseMilliseconds.clause, 0]
    #expect(spoken.map { Int(($0.pauseAfterSeconds * 1000).rounded()) } == pauses)
  }

  @Test func everyWordHasAMarkWhereItBegins() throws {
    let words = "ủy ban nhân dân xã thông báo lịch cắt điện ngày mai cho các hộ dân thôn đông"
    let spoken = try #require(try TestSpeech.speak([words]).first)
    #expect(spoken.marks.map(\.token) == Array(0..<words.split(separator: " ").count))
    let frames = spoken.marks.map(\.frame)
    #expect(zip(frames, frames.dropFirst()).allSatisfy { $0 < $1 })
    #expect(frames.last.map { $0 < spoken.sound.frameCount } == true)
  }

  @Test func speechBeginsAndEndsWithoutSilenceOfEspeaks() throws {
    let samples = try #require(try TestSpeech.speak(["bà con chú ý"]).first).sound.samples
    let first = try #require(samples.firstIndex { abs($0) > 0.01 })
    let last = try #require(samples.lastIndex { abs($0) > 0.01 })
    #expect(first < 22_050 / 20)
    #expect(samples.count - last < 22_050 / 10)
  }

  @Test func aLongUtteranceLosesNoWord() throws {
    let words = repeatElement("nhân dân ngã sẽ họp ở nghĩa trang xã", count: 30).joined(separator: " ")
    let spoken = try #require(try TestSpeech.speak([words]).first)
    #expect(spoken.outcome == .spoken)
    #expect(spoken.marks.count == 270)
    #expect(spoken.sound.seconds > 60)
  }

  @Test func aCommaPausesInsideAnUtterance() throws {
    let pool = try TestSpeech.pool()
    let spoken = try TestSpeech.speak(["đông tây nam bắc", "đông tây, nam bắc"], pool: pool)
    #expect(spoken[1].sound.seconds > spoken[0].sound.seconds + 0.1)
    #expect(spoken[1].marks.count == 4)
  }

  @Test(arguments: [
    "(-Thời gian", ": \"-Mời", "---a", "./.", "a\u{0}b", "\u{1}99R\u{1}1P ma", "[[ ]]", "[[m'a:1", "<speak>", "😀", "١٢٣",
    String(repeating: "a", count: 5000), String(repeating: "x.", count: 300), "covid", "facebook vn", "WIFI", "&amp; &lt;",
  ])
  func whatCrashesEspeakIsSpokenOrSilentButNoFailure(text: String) throws {
    let pool = try TestSpeech.pool()
    let spoken = try TestSpeech.speak([text, "bà con"], pool: pool)
    #expect(spoken.map(\.outcome) == [.spoken, .spoken])
    #expect(spoken[1].marks.count == 2)
  }

  @Test func aFreshWorkerSpeaksTheSameWordsTheSameWay() throws {
    let texts = ["kính thưa toàn thể bà con nhân dân", "ngã ba xã, sẽ họp lại"]
    #expect(try TestSpeech.speak(texts) == TestSpeech.speak(texts))
  }

  @Test func anUtteranceOfNoWordsIsEmpty() throws {
    let spoken = try TestSpeech.speak(["", "— …", "bà con"])
    #expect(spoken.map(\.sound.frameCount).prefix(2) == [0, 0])
    #expect(spoken[2].sound.frameCount > 0)
  }

  @Test func theConsumersErrorComesBackAndThePoolSpeaksOn() throws {
    struct Full: Error {}
    let pool = try TestSpeech.pool()
    let utterances = (0..<20).map { _ in TestSpeech.utterance("mời bà con đến họp tại nhà văn hóa") }
    let voice = try TestSpeech.voice()
    #expect(throws: Full.self) { try pool.speak(utterances, voice: voice) { _ in throw Full() } }
    #expect(try TestSpeech.speak(["bà con"], pool: pool).first?.outcome == .spoken)
  }

  @Test func severalCallersShareThePool() async throws {
    let pool = try TestSpeech.pool(jobs: 2)
    let voice = try TestSpeech.voice()
    try pool.warmUp()
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for caller in 1...4 {
        group.addTask {
          var marks = 0
          let utterances = (0..<caller).map { _ in TestSpeech.utterance("mời bà con") }
          try pool.speak(utterances, voice: voice) { marks += $0.marks.count }
          return marks
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.sorted() == [3, 6, 9, 12])
  }

  @Test func theProfilesRateIsHeldOverANotice() throws {
    var voice = try TestSpeech.voice()
    let notice = [
      "kính thưa toàn thể bà con nhân dân trong xã", "ủy ban nhân dân xã thông báo lịch tiêm phòng dại cho chó mèo",
      "thời gian từ bảy giờ ba mươi phút sáng thứ năm ngày mười hai tháng ba", "địa điểm tại nhà văn hóa các thôn",
      "mỗi hộ nuôi chó mèo có trách nhiệm đưa vật nuôi đến tiêm đúng giờ", "khi đi phải có rọ mõm và dây xích",
      "hộ nào không chấp hành sẽ bị xử phạt theo quy định", "đề nghị bà con quan tâm thực hiện đầy đủ",
      "mọi thắc mắc xin liên hệ cán bộ thú y xã", "xin trân trọng cảm ơn bà con đã chú ý lắng nghe",
    ].map { TestSpeech.utterance($0) }
    let pool = try TestSpeech.pool()
    for rate in [2.4, 2.8, 3.4] {
      voice.syllablesPerSecond = rate
      var (syllables, seconds) = (0, 0.0)
      try pool.speak(notice, voice: voice) {
        syllables += $0.marks.count
        seconds += $0.sound.seconds
      }
      #expect(abs(Double(syllables) / seconds / rate - 1) < 0.05, "\(Double(syllables) / seconds) for \(rate)")
    }
  }
}
