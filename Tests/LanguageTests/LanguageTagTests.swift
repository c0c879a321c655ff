import Language
import Testing

@Suite struct LanguageTagTests {
  @Test(
    arguments: [
      ("lt", nil, [:], "lt"), ("en", "lt", ["LANG": "lt_LT.UTF-8"], "en"), (nil, "lt", [:], "lt"),
      (nil, nil, ["LANG": "lt_LT.UTF-8"], "lt"),
      (nil, nil, ["LC_ALL": "C", "LANG": "lt_LT"], "en"),
      (nil, nil, ["LC_ALL": "", "LC_MESSAGES": "lt", "LANG": "en_GB"], "lt"),
      (nil, nil, ["LANG": "de_DE.UTF-8"], "en"), (nil, nil, [:], "en"), ("xx", "lt", [:], "lt"),
      ("LT-lt", nil, [:], "lt"), ("", nil, ["LANG": "lt"], "lt"),
    ] as [(String?, String?, [String: String], String)])
  func isChosen(explicit: String?, saved: String?, environment: [String: String], expected: String)
  {
    let tag = LanguageTag.preferred(explicit: explicit, saved: saved, environment: environment)
    #expect(tag.rawValue == expected)
  }

  @Test func unknownLanguagesAreNotAvailable() {
    #expect(LanguageTag.available("lt_LT@euro") == LanguageTag("lt"))
    #expect(LanguageTag.available("ltx") == nil)
    #expect(Texts.available == [LanguageTag("en"), LanguageTag("lt")])
  }
}
