import Testing

@testable import Language

/// The samples are those that CLDR gives for each category.
@Suite struct PluralRulesTests {
  @Test(arguments: [
    ("lt", "one", ["1", "21", "31", "101", "1001", "1.0", "21.0", "1001.00"]),
    ("lt", "few", ["2", "9", "22", "29", "102", "1002", "2.0", "9.0", "102.0"]),
    ("lt", "many", ["0.1", "0.9", "1.1", "10.1", "1.5", "100.1", "1000.01"]),
    ("lt", "other", ["0", "10", "20", "30", "11", "19", "111", "1000000", "0.0", "10.0", "15.00"]),
    ("en", "one", ["1", "-1"]),
    ("en", "other", ["0", "2", "16", "100", "1.0", "0.1", "1.5", "1000000"]),
  ])
  func followCLDR(language: String, category: String, samples: [String]) {
    let texts = Texts.texts(LanguageTag(language))
    #expect(samples.map(texts.pluralCategory) == samples.map { _ in category })
  }

  @Test func longNumbersAreSeenByTheirEnd() {
    let texts = Texts.texts(LanguageTag("lt"))
    let samples = ["123456789012345678901", "-112", "1.000000000000000000000", "", "x", "1.2.3"]
    #expect(samples.map(texts.pluralCategory) == ["one", "other", "one", nil, nil, nil])
    #expect(texts("common.files", ["count": .count(.min)]).hasSuffix(" failai"))
  }

  @Test func rulesOfOtherLanguagesAreUnderstood() throws {
    let polish = try #require(
      PluralRules(
        """
        one: i = 1 and v = 0
        few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14
        many: v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14
        """))
    let categories = ["1", "2", "12", "22", "0", "21", "5", "1.5"].map { text in
      PluralOperands(text).map(polish.category)?.rawValue
    }
    #expect(categories == ["one", "few", "many", "few", "many", "many", "many", "other"])
  }

  @Test(arguments: [
    "one", "some: n = 1", "one: q = 1", "one: n % 0 = 1", "one: n = 3..1", "one: n",
  ])
  func badRulesAreRefused(source: String) {
    #expect(PluralRules(source) == nil)
  }
}
