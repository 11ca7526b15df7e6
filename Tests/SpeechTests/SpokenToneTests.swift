import PCM
import Speech
import Testing
import VietnameseText

/// The six tones as they are heard: how long, whether broken, and where the pitch goes.
@Suite struct SpokenToneTests {
  @Test(arguments: ["ma mà má mả mã mạ", "la là lá lả lã lạ", "ban bàn bán bản bãn bạn"])
  func tonesDifferInLengthBreakAndPitch(row: String) throws {
    let pool = try TestSpeech.pool()
    let spoken = try TestSpeech.speak(row.split(separator: " ").map(String.init), pool: pool)
    let sounds = spoken.map { HeardSyllable($0.sound.samples) }
    let (ngang, huyền, sắc, hỏi, ngã, nặng) = (sounds[0], sounds[1], sounds[2], sounds[3], sounds[4], sounds[5])
    #expect(nặng.voicedSeconds <= 0.75 * huyền.voicedSeconds)
    #expect(ngã.longestBreakSeconds >= 0.03)
    for whole in [ngang, huyền, sắc, hỏi] { #expect(whole.longestBreakSeconds < 0.02) }
    #expect(abs(ngang.semitones(at: 0.9) - ngang.semitones(at: 0.5)) < 1.5)
    #expect(huyền.semitones(at: 0.9) < huyền.semitones(at: 0.5) - 1.5)
    #expect(huyền.semitones(at: 0.9) < ngang.semitones(at: 0.9) - 5)
    #expect(sắc.semitones(at: 0.9) > sắc.semitones(at: 0.5) + 3)
    #expect(sắc.semitones(at: 0.9) > ngang.semitones(at: 0.9) + 3)
    #expect(ngã.semitones(at: 0.95) > ngang.semitones(at: 0.9) + 3)
    let dip = [0.5, 0.6, 0.7, 0.8].map(hỏi.semitones(at:)).min() ?? 0
    #expect(hỏi.semitones(at: 0.95) > dip + 1.5)
    #expect(dip < ngang.semitones(at: 0.5) - 3)
  }
}
