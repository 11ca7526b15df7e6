import Testing
import VietnameseText

/// What the voice says of an address, where the plain reading shows it as written.
@Suite struct AddressTests {
  @Test(arguments: [
    ("ubndhoaphu@gmail.com", "u bê en đê hoa phu a còng gi meo chấm com"),
    ("vanphong.hoaphu@xa.gov.vn", "văn phòng chấm hoa phu a còng xa chấm gốp chấm vê nờ"),
    ("www.danang.gov.vn", "vê kép vê kép vê kép chấm đà nẵng chấm gốp chấm vê nờ"),
  ]) func lettersThatMakeNoSyllableAreSpelled(written: String, spoken: String) {
    let said = ReaderFixture.reader.read(written).utterances.map(\.spoken).joined(separator: " ")
    #expect(said == spoken)
  }
}
