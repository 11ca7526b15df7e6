/// Every rule, family and case, as `loa read --explain` shows it.
extension Rule {
  static var syllable: Rule { "word" }
  static var blank: Rule { "layout.blank" }
  static var lineEnd: Rule { "layout.line-end" }
  static var bullet: Rule { "layout.bullet" }
  static var itemNumber: Rule { "layout.item-number" }
  static var ruleOfDashes: Rule { "layout.rule" }
  static var comma: Rule { "mark.comma" }
  static var sentenceEnd: Rule { "mark.sentence-end" }
  static var bracket: Rule { "mark.bracket" }
  static var silentMark: Rule { "mark.silent" }
  static var dashPause: Rule { "mark.dash-pause" }
  static var slashPause: Rule { "mark.slash-pause" }
  static var emoji: Rule { "mark.emoji" }
  static var symbol: Rule { "symbol" }
  static var unknownSymbol: Rule { "symbol.unknown" }

  static var cardinal: Rule { "number" }
  static var grouped: Rule { "number.grouped" }
  static var digitByDigit: Rule { "number.digits" }
  static var leadingZeroKept: Rule { "number.leading-zero-kept" }
  static var ordinal: Rule { "number.ordinal" }
  static var decimal: Rule { "number.decimal" }
  static var version: Rule { "number.version" }
  static var negative: Rule { "number.negative" }
  static var numberList: Rule { "number.list" }
  static var vulgarFraction: Rule { "number.vulgar-fraction" }

  static var date: Rule { "date" }
  static var isoDate: Rule { "date.iso" }
  static var dayMonth: Rule { "date.day-month" }
  static var holiday: Rule { "date.holiday" }
  static var monthYear: Rule { "date.month-year" }
  static var dateRange: Rule { "date.range" }
  static var dateList: Rule { "date.list" }
  static var weekday: Rule { "date.weekday" }
  static var notADate: Rule { "date.impossible" }
  static var quarter: Rule { "date.quarter" }

  static var time: Rule { "time" }
  static var clock: Rule { "time.clock" }
  static var timeRange: Rule { "time.range" }
  static var aroundTheClock: Rule { "time.around-the-clock" }
  static var minutes: Rule { "time.minutes" }

  static var range: Rule { "range" }
  static var yearRange: Rule { "range.years" }
  static var score: Rule { "range.score" }
  static var triple: Rule { "range.list" }

  static var fraction: Rule { "ratio.fraction" }
  static var over: Rule { "ratio.over" }
  static var scale: Rule { "ratio.scale" }

  static var money: Rule { "money" }
  static var moneyShort: Rule { "money.short" }
  static var moneySymbol: Rule { "money.symbol" }
  static var measure: Rule { "measure" }
  static var measureMixed: Rule { "measure.mixed" }
  static var per: Rule { "measure.per" }
  static var percent: Rule { "measure.percent" }
  static var temperature: Rule { "measure.temperature" }
  static var compass: Rule { "measure.compass" }

  static var phone: Rule { "phone" }
  static var shortPhone: Rule { "phone.short" }
  static var documentNumber: Rule { "document.number" }
  static var documentSuffix: Rule { "document.suffix" }
  static var plate: Rule { "identifier.plate" }
  static var road: Rule { "identifier.road" }
  static var code: Rule { "identifier.code" }
  static var mixedCode: Rule { "identifier.letters-digits" }
  static var station: Rule { "identifier.kilometre" }
  static var roman: Rule { "roman" }
  static var romanBare: Rule { "roman.bare" }
  static var romanItem: Rule { "roman.item" }

  static var email: Rule { "electronic.email" }
  static var address: Rule { "electronic.address" }
  static var electronicName: Rule { "electronic.name" }
  static var hashtag: Rule { "electronic.hashtag" }

  static var definition: Rule { "acronym.definition" }
  static var defined: Rule { "acronym.defined" }
  static var acronym: Rule { "acronym" }
  static var acronymJoined: Rule { "acronym.joined" }
  static var spelled: Rule { "acronym.spelled" }
  static var letter: Rule { "acronym.letter" }
  static var abbreviation: Rule { "abbreviation" }
  static var lexicon: Rule { "lexicon" }
  static var capitalWord: Rule { "word.capitals" }
  static var minorityName: Rule { "name.minority" }
  static var foreign: Rule { "foreign.respelled" }
  static var foreignSpelled: Rule { "foreign.spelled" }
  static var junk: Rule { "word.too-long" }
  static var otherScript: Rule { "word.other-script" }
}
