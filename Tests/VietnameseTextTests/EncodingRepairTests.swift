import Foundation
import Testing
import VietnameseText

@Suite struct EncodingRepairTests {
  static let notice = """
    ỦY BAN NHÂN DÂN XÃ HÒA BÌNH
    THÔNG BÁO
    Về việc tiêm phòng vắc xin dại cho đàn chó, mèo đợt hai
    Kính thưa toàn thể nhân dân! Ủy ban nhân dân xã thông báo lịch tiêm phòng như sau:
    - Thời gian: từ ngày mùng một đến hết ngày mười lăm, buổi sáng bảy giờ rưỡi.
    - Địa điểm: nhà văn hóa các thôn Đồng Mỹ, Phước Lộc, Bãi Sậy (gần chợ cũ).
    Những hộ nuôi chó phải xích, rọ mõm, nộp đủ tiền, ký sổ; ai vi phạm sẽ bị xử phạt nghiêm.
    Điện thoại trạm thú y: 0204 3856 123. Đề nghị các ông, bà trưởng thôn đọc kỹ và thực hiện tốt.
    """

  @Test func cleanTextIsNotTouched() {
    let texts = [
      "", "Thông báo", Self.notice, "xã Krông Pắc, huyện M'Drắk, người H'Mông, Ea H'leo, buôn Ako Dhông",
      "Gửi về hotro.xa@gmail.com hoặc https://dichvucong.gov.vn/~ubnd?a=b^c", "Nhiệt độ 38°C, diện tích 500 m², 12 m³, ±5%",
      "“Trích” ‘dẫn’ – gạch — dài… 🔔 5′ 10″ → ≥ 18 • mục § 3",
      "I don't think it's a problem. We're at the café, naïve Citroën, déjà vu, Müller",
      "L'école française: où sont les élèves? À bientôt, garçon, hôtel, forêt", "8h30' sáng, 3h10' chiều, 00'",
      "a. Đối tượng? b. Thời gian.",
      "Mua 2~3 kg; a~b; x^2 + y^2 = z^2; `lệnh`", "dữ liệu\r\ndòng hai\tcột", "họ tên: Nguyễn Văn A (con bà B'Lan)",
      "quá trình, quý khách, thuở, xuân, khuâng",
      "½ cốc, ¼ lít, «trích»", "ｅ".isEmpty ? "" : "👨‍👩‍👧 gia đình ❤️", "Đắk Lắk, Pleiku, Kon Tum, Ia Grai, Y Moan Êñuôl",
    ]
    for text in texts {
      #expect(EncodingRepair.repair(text: text) == RepairedText(text: text), "\(text)")
      #expect(EncodingRepair.repair(bytes: Array(text.utf8)) == RepairedText(text: text), "\(text)")
    }
  }

  @Test func decomposedTextIsComposed() {
    let repaired = EncodingRepair.repair(text: Self.notice.decomposedStringWithCanonicalMapping)
    #expect(Array(repaired.text.utf8) == Array(Self.notice.utf8))
    #expect(repaired.repairs.count == 1)
    #expect(Array(EncodingRepair.repair(text: "e\u{323}\u{302} o\u{31B}\u{301} Y\u{303}").text.utf8) == Array("ệ ớ Ỹ".utf8))
    #expect(Array(EncodingRepair.repair(text: "a\u{300}\u{301} b\u{300}").text.utf8) == Array("à\u{301} b\u{300}".utf8))
  }

  @Test(arguments: [
    ("Ðồng Ðăng", "Đồng Đăng"), ("ðường", "đường"), ("ﬁle ﬂ", "file fl"), ("ＵＢＮＤ　１２", "UBND 12"),
    ("nông\u{200B} thôn\u{FEFF}", "nông thôn"), ("xã\u{A0}Hòa\u{202F}Bình", "xã Hòa Bình"), ("𝗧𝗛Ô𝗡𝗚 𝟭𝟮", "THÔNG 12"),
    ("a\u{0}b\u{1B}", "a b "), ("một\u{2028}hai", "một\nhai"), ("quy\u{AD}ết", "quyết"),
  ])
  func oddLettersAndSpacesBecomePlain(_ written: String, _ plain: String) {
    let repaired = EncodingRepair.repair(text: written)
    #expect(repaired.text == plain)
    #expect(!repaired.repairs.isEmpty)
    for repair in repaired.repairs {
      #expect(repair.vietnamese.hasSuffix(".") && repair.english.hasSuffix("."))
    }
    #expect(EncodingRepair.repair(text: repaired.text) == RepairedText(text: plain))
  }

  @Test(arguments: ["TCVN3 (ABC)", "VNI-Windows", "VIQR", "Windows-1258"])
  func filesOfOldEncodingsAreReadBack(_ encoding: String) throws {
    for text in [Self.notice, Self.notice.lowercased()] {
      let bytes = try #require(OldEncodings.encode(text, as: encoding))
      let repaired = EncodingRepair.repair(bytes: bytes)
      #expect(repaired.text == OldEncodings.expected(text, as: encoding))
      #expect(repaired.repairs.contains { $0.english.contains(encoding) && $0.vietnamese.contains(encoding) })
    }
  }

  @Test(arguments: ["TCVN3 (ABC)", "VNI-Windows", "VIQR"])
  func oldEncodingsPastedAsLatinLettersAreReadBack(_ encoding: String) throws {
    let bytes = try #require(OldEncodings.encode(Self.notice, as: encoding))
    let pasted = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    #expect(EncodingRepair.repair(text: pasted).text == OldEncodings.expected(Self.notice, as: encoding))
    // Below a heading of Unicode, which stays.
    let mixed = "Ghi chú của cán bộ: số mới\n" + pasted
    let expected = "Ghi chú của cán bộ: số mới\n" + OldEncodings.expected(Self.notice, as: encoding)
    #expect(EncodingRepair.repair(text: mixed).text == expected)
  }

  @Test(arguments: [
    ("Thoâng baùo", "Thông báo"), ("Tho^ng ba'o", "Thông báo"), ("Th«ng b¸o", "Thông báo"), ("THOÂNG BAÙO", "THÔNG BÁO"),
    ("UÛy ban nhaân daân xaõ", "Ủy ban nhân dân xã"), ("Ca^`n tho+`: ddie^.n thoa.i.", "Cần thờ: điện thoại."),
    ("Hoâm nay ngaøy 5/6, email: ubnd@xa.vn", "Hôm nay ngày 5/6, email: ubnd@xa.vn"),
    ("Tho^ng ba'o qua Zalo va` ubnd.xa@gmail.com. Ba` con ddo.c ky~", "Thông báo qua Zalo và ubnd.xa@gmail.com. Bà con đọc kỹ"),
    ("ThÃ´ng bÃ¡o cá»§a xÃ£", "Thông báo của xã"),
    ("Thoâng baùo\nSoá 144/TB-XNÑH", "Thông báo\nSố 144/TB-XNĐH"),
    ("H§ND, UBND x· ra Q§ sè 5\r\nQ§-UBND vÒ ®Êt", "HĐND, UBND xã ra QĐ số 5\r\nQĐ-UBND về đất"),
  ])
  func shortPastedTextIsRecognised(_ written: String, _ meant: String) {
    let repaired = EncodingRepair.repair(text: written)
    #expect(repaired.text == meant)
    #expect(repaired.repairs.count == 1)
  }

  @Test func utf16IsReadWithAndWithoutMark() {
    let units = Array(Self.notice.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      let repaired = EncodingRepair.repair(bytes: bytes)
      #expect(repaired.text == Self.notice)
      #expect(repaired.repairs.count == 1)
    }
    let odd = EncodingRepair.repair(bytes: [0xFF, 0xFE] + little + [0x41])
    #expect(odd.text == Self.notice + "\u{FFFD}")
    let lone = EncodingRepair.repair(bytes: [0xFF, 0xFE, 0x41, 0, 0x0A, 0, 0x00, 0xD8, 0x42, 0])
    #expect(lone.text == "A\n\u{FFFD}B")
    #expect(lone.repairs.last?.english.contains("line 2") == true)
  }

  @Test func utf8WithMarkIsClean() {
    #expect(EncodingRepair.repair(bytes: [0xEF, 0xBB, 0xBF] + Array("Xã".utf8)) == RepairedText(text: "Xã"))
    #expect(EncodingRepair.repair(bytes: []) == RepairedText(text: ""))
    #expect(EncodingRepair.repair(bytes: [0xEF, 0xBB, 0xBF]) == RepairedText(text: ""))
  }

  @Test func brokenUTF8IsShownAndItsLinesNamed() {
    var bytes = Array("Dòng một\nDòng ".utf8)
    bytes += [0xE1, 0xBB, 0x0A]
    bytes += Array("Dòng ba ".utf8) + [0xFF] + Array(" hết".utf8)
    let repaired = EncodingRepair.repair(bytes: bytes)
    #expect(repaired.text == "Dòng một\nDòng \u{FFFD}\nDòng ba \u{FFFD} hết")
    #expect(repaired.repairs.count == 1)
    #expect(repaired.repairs.first?.vietnamese.contains("dòng 2, 3") == true)
    #expect(repaired.repairs.first?.english.contains("line 2, 3") == true)
  }

  @Test func noBytesTrap() {
    var state: UInt64 = 42
    for round in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<(round % 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let byte = UInt8(truncatingIfNeeded: state >> 33)
        bytes.append(round % 3 == 0 ? byte : round % 3 == 1 ? byte | 0x80 : byte & 0x7F)
      }
      let repaired = EncodingRepair.repair(bytes: bytes)
      _ = EncodingRepair.repair(text: String(decoding: bytes, as: UTF8.self))
      #expect(repaired.text.utf8.count <= bytes.count * 4)
    }
  }
}
