import Clusters
import Diagnostics
import Interview
import Language
import Questionnaire
import Rendering
import Reporting
import Scoring
import Testing

/// What reports say of rules that hold for single capacities and parts, and of scales that fall.
@Suite struct OwnRulesTests {
  private static let yaml = """
    questionnaire: falling
    version: 1.0.0
    languages: [lt, en]
    title: {lt: Krintanti, en: Falling}
    scoring: {scale: {from: 10, to: 0}, total: {best: 1}}
    capacities:
      - id: governance
        title: {lt: Valdymas, en: Governance}
        roll_up: {best: 2}
        unanswered: zero
        minimum_coverage: 0
        caps: [{id: alone, if: who == 1, at_most: 6, say: {lt: nėra atsakingo, en: nobody answers for it}}]
        questions:
          - {id: who, ask: {lt: Kas?, en: Who?}, answer: {ladder: [{lt: a, en: a}, {lt: b, en: b}]}, reverse: true}
        parts:
          - id: access
            title: {lt: Atvirumas, en: Openness}
            questions:
              - {id: public, ask: {lt: Ar vieša?, en: Is it public?}, answer: yes_no, leads_to: {'no': 1, 'yes': 5}}
    levels:
      - {id: first, title: {lt: Pirmas, en: First}}
      - {id: second, title: {lt: Antras, en: Second}, requires: {total: 5, capacities: {governance: 4}}}
    """

  @Test(arguments: [
    (
      "en",
      [
        "total at most 5", "Governance at most 4",
        "Governance: at least 6 – nobody answers for it",
        "- **Governance:** mean of the best scores (how many: 2); unanswered – count as the fewest "
          + "points; at least 0% of the weight answered; at least 6 where this holds: “nobody "
          + "answers for it”",
        "- **Openness:** points at the end of the decision path; unanswered – count as the fewest "
          + "points; at least 0% of the weight answered",
      ]
    ),
    (
      "lt",
      [
        "bendras įvertis ne didesnis kaip 5", "Valdymas – ne daugiau kaip 4",
        "Valdymas: mažiausiai 6 – nėra atsakingo",
        "- **Valdymas:** geriausių įverčių vidurkis (kiek įverčių: 2); neatsakyta – laikoma "
          + "mažiausiu balų skaičiumi; atsakyta bent 0 % svorio; ne mažiau kaip 6, kai tenkinama "
          + "sąlyga „nėra atsakingo“",
        "- **Atvirumas:** sprendimų kelio pabaigos balai; neatsakyta – laikoma mažiausiu balų "
          + "skaičiumi; atsakyta bent 0 % svorio",
      ]
    ),
  ])
  func areNamed(_ language: String, _ expected: [String]) throws {
    let loaded = Questionnaire.load(SourceFile(name: "falling.yaml", text: Self.yaml))
    let model = try #require(loaded.value)
    let who = try #require(model.index(of: "who"))
    let interview = Interview(
      model, context: .init(reportingYear: 2026, form: nil),
      responses: [who: Response(answer: .value(.step(1)))])
    let assessed = AssessedCluster(
      id: "alfa", name: "Alfa", period: "2026", status: "draft", interview: interview,
      score: score(interview), earlier: [])
    let text = MarkdownRenderer().text(
      .clusterReport(of: ReportedCluster(assessed), in: LanguageTag(language))
    )
    .replacing("\u{A0}", with: " ")
    #expect(expected.filter { !text.contains($0) } == [], "\(text)")
  }
}
