import AudioFile
import Foundation
import PCM
import TestParts
import Testing

/// Notices to a loudspeaker in real time: `loa` plays on ALSA's `pulse` PCM, the sink's monitor is the microphone.
@Suite(.serialized) struct RealTimeBroadcastTests {
  @Test func whatIsHeardIsTheMasteredNoticesSampleForSample() throws {
    let home = try TestFolder()
    let server = try PulseServer()
    var loa = LoaProgram(home: home.path)
    try home.text("a.md", "Thông báo\nMời bà con dự họp lúc 8h30.")
    try home.text("b.md", "Cắt nước\nTừ 7h ngày 5/6.")
    let made = try loa.run(["render", home.file("a.md"), home.file("b.md"), "-o", home.file("audio")])
    try #require(made.code == 0, "\(made.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: home.file("audio")).sorted().map { home.file("audio/\($0)") }
    let recording = try server.record(to: home.file("monitor.raw"))
    recording.waitForFirstSamples()
    loa.environment["ALSA_CONFIG_PATH"] = try server.configuration()
    let played = try loa.run(["play", "--device", "horn"] + files)
    #expect(played.code == 0, "\(played.errors)")
    #expect(played.output.contains("Played 2 of 2 items"))
    let sent = try files.flatMap { try AudioFile.read($0).samples.map { Int16($0 * 32768) } }
    let heard = recording.end()
    // Files begin and end with dither: align on the loudest stretch, then compare all that was heard around it.
    let middle = sent.count / 2
    let mark = Array(sent[middle..<(middle + 400)])
    let at = heard.indices.dropLast(400).first { heard[$0] == mark[0] && Array(heard[$0..<($0 + 400)]) == mark }
    let offset = try #require(at) - middle
    let range = max(0, -offset)..<min(sent.count, heard.count - offset)
    #expect(range.count > sent.count * 9 / 10)
    #expect(difference(Array(heard[(range.lowerBound + offset)..<(range.upperBound + offset)]), Array(sent[range])) == nil)
  }
}
