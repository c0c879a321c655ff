import Language
import Testing

@Suite struct TextsTests {
  static let lithuanian = Texts.texts(LanguageTag("lt"))
  static let english = Texts.texts(LanguageTag("en"))

  @Test(arguments: [
    (0, "rasta 0 trūkumų", "0 findings"), (1, "rastas 1 trūkumas", "1 finding"),
    (2, "rasti 2 trūkumai", "2 findings"), (10, "rasta 10 trūkumų", "10 findings"),
    (11, "rasta 11 trūkumų", "11 findings"), (21, "rastas 21 trūkumas", "21 findings"),
    (112, "rasta 112 trūkumų", "112 findings"), (122, "rasti 122 trūkumai", "122 findings"),
  ])
  func countsChooseTheForm(count: Int, lithuanian: String, english: String) {
    let texts = [Self.lithuanian, Self.english]
    #expect(texts.map { $0("lint.findings", ["count": .count(count)]) } == [lithuanian, english])
  }

  @Test func otherArgumentsAreFilledIn() {
    let filled = [
      Self.english("common.part", ["part": 3, "whole": .number("1,234", value: "1234")]),
      Self.english("exit.no-file", ["file": "a{b}.yaml"]),
      Self.lithuanian(
        "exit.unknown-language", ["language": "xx", "languages": .list(["en", "lt"])]),
      Self.english("score.waiting.answers", ["questions": .alternatives(["a", "b", "c"])]),
      Self.lithuanian("score.waiting.answers", ["questions": .list(["a", "b", "…"])]),
      Self.lithuanian("score.waiting.answers", ["questions": .phrase("answer.no-data")]),
      Self.english("common.files", ["count": .number("2.0", value: "2.0")]),
      Self.english("lint.findings", ["number": 1]),
    ]
    #expect(
      filled == [
        "3 of 1,234", "there is no file “a{b}.yaml”",
        "tekstų kalba „xx“ nėra; galimos kalbos: en ir lt", "waiting for answers: a, b, or c",
        "laukiama atsakymų: a, b, …", "laukiama atsakymų: nėra duomenų", "2.0 files",
        "{count} finding",
      ])
  }

  @Test func whatIsMissingIsVisible() {
    #expect(Self.english("no.such-text") == "⟨no.such-text⟩")
    #expect(Self.english.optional("no.such-text") == nil)
    #expect(Self.english("exit.no-file") == "there is no file “{file}”")
    #expect(
      Self.english("score.waiting.answers", ["questions": .phrase("no.such")])
        == "waiting for answers: ⟨no.such⟩")
    #expect(Texts.texts(LanguageTag("xx")).language == LanguageTag("en"))
  }

  @Test func listsAndDates() {
    let items = [["a"], ["a", "b"], ["a", "b", "c"], []]
    #expect(items.map(Self.english.list) == ["a", "a and b", "a, b, and c", ""])
    #expect(items.map(Self.lithuanian.list) == ["a", "a ir b", "a, b ir c", ""])
    #expect(items.map(Self.lithuanian.alternatives) == ["a", "a ar b", "a, b ar c", ""])
    #expect(Self.english.date(year: 2026, month: 10, day: 23) == "23 October 2026")
    #expect(Self.lithuanian.date(year: 2026, month: 10, day: 23) == "2026 m. spalio 23 d.")
    #expect(Self.english.date(year: 2026, month: 13, day: 1) == "1 13 2026")
  }
}
