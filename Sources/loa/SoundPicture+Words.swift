internal import Pictures

extension SoundPicture.Words {
  static var inPersonsLanguage: SoundPicture.Words {
    SoundPicture.Words(
      waveform: text("Sóng âm", "Waveform"), loudness: text("Độ to theo thời gian", "Loudness over time"),
      spectrum: text("Phổ trung bình, dải 1/3 quãng tám", "Long-term spectrum, third-octave bands"),
      gain: text("Độ khuếch đại theo thời gian", "Gain over time"),
      momentary: text("tức thời 400 ms", "momentary 400 ms"), shortTerm: text("ngắn hạn 3 s", "short-term 3 s"),
      integrated: text("cả bài", "integrated"), before: text("trước", "before"), after: text("sau", "after"),
      overCeiling: text("đỉnh thực vượt trần (số lần 0,1 s)", "true peak over the ceiling (tenths of a second)"))
  }
}
