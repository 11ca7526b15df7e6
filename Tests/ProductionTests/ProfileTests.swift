import DSP
import PCM
import Production
import TestParts
import Testing

@Suite struct ProfileTests {
  @Test func everyLoudspeakerProfileThatShipsIsReadWithItsUnits() throws {
    let voices = try VoicesFolder(path: LoaProgram.sourceTree + "/voices")
    #expect(voices.loudspeakerNames == ["column", "horn", "standard", "studio"])
    let horn = try voices.loudspeaker("horn")
    #expect(horn.mastering.target.value == -12 && horn.mastering.clarity == .strong && horn.mastering.highPassHertz == 280)
    #expect(try voices.loudspeaker("standard").mastering.target.value == -16)
    #expect(try voices.loudspeaker("studio").mastering.highPassHertz == nil)
  }

  @Test func everyLexiconThatShipsIsRead() throws {
    #expect(try VoicesFolder(path: LoaProgram.sourceTree + "/voices").lexicon().faults.isEmpty)
  }

  @Test func faultsOfAProfileAreNamedByLineAndKey() throws {
    let folder = try TestFolder()
    let path = try folder.text("mine.yaml", "kind: loudspeaker\ntarget_lufs: 3\nclarity: huge\nceling_dbtp: -1\n")
    let error = #expect(throws: ProductionError.self) { try LoudspeakerProfile.load(path) }
    let said = error?.english ?? ""
    #expect(said.contains("line 2") && said.contains("-40 to -6"))
    #expect(said.contains("none, medium, strong"))
    #expect(said.contains("Did you mean «ceiling_dbtp»"))
  }

  @Test func aFolderWithoutVoicesIsNamed() {
    let error = #expect(throws: ProductionError.self) { try VoicesFolder.find(in: ["/nowhere", "/neither"]) }
    #expect(error?.vietnamese.contains("LOA_VOICES") == true)
  }
}
