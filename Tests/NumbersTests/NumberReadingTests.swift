import Numbers
import TestKit
import Testing

@Suite struct NumberReadingTests {
  static let lithuanian = NumberStyle.of(language: "lt")
  static let english = NumberStyle.of(language: "en")

  @Test(arguments: [
    ("12", "12"), ("12,5", "12.5"), ("12.5", "12.5"), ("12,5 %", "12.5"), ("12,5\u{A0}%", "12.5"),
    ("12.5%", "12.5"), ("  7\t", "7"), ("1 234,5", "1234.5"), ("1\u{A0}234,5", "1234.5"),
    ("1\u{202F}234\u{2009}567", "1234567"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"),
    ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("1.234.567,89", "1234567.89"),
    ("1 234.567", "1234.567"), ("1234.567", "1234.567"), ("0,125", "0.125"), ("0.125", "0.125"),
    ("1,2345", "1.2345"), ("12,50", "12.5"), (",5", "0.5"), ("-3,5", "-3.5"),
    ("\u{2212}3,5", "-3.5"),
    ("\u{2013} 3,5", "-3.5"), ("+4", "4"), ("145 000 €", "145000"), ("€145,000.00", "145000"),
    ("1 000 000 EUR", "1000000"), ("eur 5", "5"), ("15 proc.", "15"), ("20 eurų", "20"),
    ("007", "7"),
  ])
  func reads(text: String, expected: String) {
    #expect(
      readNumber(text, style: Self.lithuanian) == DecimalNumber(text: expected).map { .number($0) })
  }

  @Test(arguments: [
    ("1.234", "1234", "1.234"), ("1,234", "1.234", "1234"), ("12,500", "12.5", "12500"),
    ("999,999", "999.999", "999999"), ("-1,234 €", "-1.234", "-1234"),
  ])
  func asksWhereTwoMeaningsArePossible(text: String, first: String, second: String) {
    let readings = [first, second].compactMap { DecimalNumber(text: $0) }
    #expect(readNumber(text, style: Self.lithuanian) == .ambiguous(readings))
    #expect(readNumber(text, style: Self.english) == .ambiguous(readings.reversed()))
  }

  @Test(arguments: [
    "", " ", "-", "%", "€", "abc", "12a", "1.", "1,", "1..2", "1,,2", "1.2,3.4", "1,2,3", "12 34",
    "1 2345", "1  234", "0 123", "0,123,456", "1234,567,890", "12,5 % %", "5 % €", "--5", "- -5",
    "1e5",
    "1\n2", "12,5 m", "½", "٣", "1'234", "1,234 567", "99999999999999999999", "1\u{301}",
  ])
  func refuses(text: String) {
    #expect(readNumber(text, style: Self.english) == .invalid)
  }

  @Test func longTextsAreRefusedQuickly() {
    #expect(readNumber(String(repeating: "1", count: 1_000_000), style: Self.english) == .invalid)
  }

  @Test func unitsThatDoNotBelongAreRefused() {
    let readings = [
      readNumber("5 %", style: Self.english, accepting: []),
      readNumber("5 €", style: Self.english, accepting: [.percent]),
      readNumber("5 %", style: Self.english, accepting: [.percent]),
    ]
    #expect(readings == [.invalid, .invalid, .number(5)])
  }

  @Test func whatIsWrittenIsReadBack() {
    var random = SplitMix(seed: 5)
    for style in [Self.lithuanian, Self.english] {
      for _ in 0..<500 {
        let number = random.decimal()
        let texts = [style.format(number), style.percent(number, maximumPlaces: 18)]
        for text in texts {
          switch readNumber(text, style: style) {
          case .number(let read): #expect(read == number, "\(text)")
          case .ambiguous(let readings): #expect(readings.contains(number), "\(text)")
          case .invalid: Issue.record("\(text) is not read")
          }
        }
      }
    }
  }
}
