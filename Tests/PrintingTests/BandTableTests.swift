import Diagnostics
import Documents
import Language
import Printing
import Questionnaire
import Testing

/// Bands as a reader has them: as wide as answers are exact, in the signs that answers have.
@Suite struct BandTableTests {
  @Test(arguments: [
    (
      "{integer: {min: 0}}", "[{below: 1, is: 1}, {below: 4, is: 3}, {is: 5}]",
      ["0", "1–3", "4 and more"]
    ),
    ("integer", "[{below: 2.5, is: 1}, {is: 5}]", ["2 or less", "3 and more"]),
    (
      "number", "[{below: 0.5, is: 1}, {below: 2, is: 3}, {is: 5}]",
      ["under 0.5", "0.5 to under 2", "2 and more"]
    ),
    ("percent", "[{below: 12.5, is: 1}, {is: 5}]", ["under 12.5%", "12.5% and more"]),
    (
      "{money: {currency: EUR}}", "[{below: 5000, is: 1}, {is: 5}]",
      ["under €5,000", "€5,000 and more"]
    ),
    ("year", "[{below: 2000, is: 1}, {is: 5}]", ["under 2000", "2000 and more"]),
    (
      "{multiple: [{id: a, en: A}, {id: b, en: B}]}",
      "[{below: 1, is: 1}, {below: 2, is: 3}, {is: 5}]",
      ["0", "1", "2 and more"]
    ),
    (
      "{money: {currency: EUR}}", "{value: this / members, bands: [{below: 100, is: 1}, {is: 5}]}",
      ["under €100", "€100 and more"]
    ),
    ("integer", "[{is: 5}]", ["any number"]),
  ]) func bands(_ answer: String, _ points: String, _ expected: [String]) throws {
    let told = try table(answer, points)?.rows.map { row in
      if case .text(let text) = row[0] { text } else { "?" }
    }
    #expect(told == expected)
  }

  /// What is measured heads the bands.
  @Test(arguments: [
    ("integer", "[{is: 5}]", "Answer"),
    ("{multiple: [{id: a, en: A}, {id: b, en: B}]}", "[{is: 5}]", "How many are ticked"),
    ("integer", "{value: this + members, bands: [{is: 5}]}", "The answer plus P1"),
    ("integer", "{value: int(string(members)), bands: [{is: 5}]}", "The formula int(string(P1))"),
  ]) func heads(_ answer: String, _ points: String, _ expected: String) throws {
    #expect(try table(answer, points)?.columns[0].heading == expected)
  }

  private func table(_ answer: String, _ points: String) throws -> Document.Table? {
    let yaml = """
      questionnaire: bands
      version: 1.0.0
      languages: [en]
      title: {en: Bands}
      profile: [{id: members, code: P1, ask: {en: Members?}, answer: {integer: {min: 1}}}]
      capacities:
        - {id: one, title: {en: One}, questions: [{id: asked, ask: {en: Asked?}, answer: \(answer), points: \(points)}]}
      levels: [{id: low, title: {en: Low}}]
      """
    let loaded = Questionnaire.load(SourceFile(name: "bands.yaml", text: yaml))
    let model = try #require(loaded.value, "\(loaded.diagnostics)")
    return Document.printed(model, in: LanguageTag("en")).blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }.last
  }
}
