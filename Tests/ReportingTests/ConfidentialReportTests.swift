import Clusters
import Comparison
import Diagnostics
import Documents
import Encoding
import Foundation
import Interview
import Language
import Numbers
import Questionnaire
import Rendering
import Reporting
import Scoring
import Testing

/// What was answered in confidence stands in no format of a cluster's report, nor what people wrote
/// beside it; neither now nor in the round before, in the plan, or in what changed.
@Suite struct ConfidentialReportTests {
  @Test(arguments: ["en", "lt"]) func nothingIsGivenAway(_ language: String) throws {
    let reported = try Self.reported()
    let document = Document.clusterReport(of: reported, in: LanguageTag(language))
    let texts = [
      "Markdown": MarkdownRenderer().text(document),
      // Without its tags: coordinates are numbers, too.
      "HTML": try HTMLRenderer().text(document).replacing(/<[^>]*>/, with: " "),
      "workbook": "\(Workbook.cluster(reported, beside: document))",
      "JSON": try JSONRenderer().text(EncodedReport(reported.assessed)),
      "CSV": CSVRenderer().text(.answers(reported.assessed)),
      "trend": MarkdownRenderer().text(
        .trend(try Self.trend(reported), ComparisonScope(), in: LanguageTag(language))),
      "trend JSON": try JSONRenderer().text(
        EncodedTrend(try Self.trend(reported), ComparisonScope())),
    ]
    let page = try HTMLRenderer().text(document)
    #expect(!page.localizedCaseInsensitiveContains("secret"))
    for (format, text) in texts.sorted(by: { $0.key < $1.key }) {
      let found = Self.secrets.filter { text.localizedCaseInsensitiveContains($0) }
      #expect(found == [], "\(format)")
      // What is open is there, so that the search would have found the rest.
      if format != "trend", format != "trend JSON" { #expect(text.contains("opencomment")) }
    }
    #expect(texts["Markdown"]?.contains(Self.hidden[language] ?? "–") == true)
  }

  /// In numbers of every language, and as words.
  private static let secrets = [
    "secret", "1987", "7331", "7 331", "7,331", "733179", "733,179", "733 179", "37.31", "37,31",
    "21.47", "21,47", "33.17", "33,17", "37.3", "37,3", "21.5", "21,5", "2013", "Fourth",
    "Ketvirtas",
  ]

  private static let hidden = [
    "en": "| better answers to 2 confidential questions |  |  |  | – | – |",
    "lt": "| geresni atsakymai į 2 konfidencialius klausimus |  |  |  | – | – |",
  ]

  private static let yaml = """
    questionnaire: ledger
    version: 1.0.0
    languages: [en, lt]
    title: {en: Ledger, lt: Apskaita}
    profile:
      - {id: founded, ask: {en: When founded?, lt: Kada įsteigta?}, answer: {year: {min: 1950}}, confidential: true}
      - {id: owner, ask: {en: Who owns it?, lt: Kieno?}, answer: {text: {lines: 1, max: 200}}, confidential: true}
      - {id: staff, ask: {en: How many staff?, lt: Kiek darbuotojų?}, answer: {integer: {min: 0}}, confidential: true}
    capacities:
      - id: money
        title: {en: Money, lt: Pinigai}
        questions:
          - {id: turnover, code: M-1, weight: 0, ask: {en: Turnover?, lt: Apyvarta?}, answer: {money: {currency: EUR, min: 0}}, confidential: true}
          - {id: margin, code: M-2, ask: {en: Margin?, lt: Marža?}, answer: {percent: {places: 2}}, points: {linear: {from: 0, to: 100}}, confidential: true}
          - {id: debt, code: M-3, ask: {en: Debt?, lt: Skola?}, answer: {percent: {places: 2}}, points: [{below: 10, is: 5}, {below: 50, is: 3}, {is: 1}], confidential: true}
          - id: bank
            code: M-4
            ask: {en: Bank?, lt: Bankas?}
            answer: {single: [{id: secretbank, en: Secretbank, lt: Secretbankas, points: 2}, {id: other, en: Another, lt: Kitas, points: 5}]}
            points: by_choice
            confidential: true
          - id: stage
            code: M-5
            ask: {en: Stage?, lt: Etapas?}
            answer: {ladder: [{en: First, lt: Pirmas}, {en: Secretstage, lt: Secretetapas}, {en: Third, lt: Trečias}, {en: Fourth, lt: Ketvirtas}]}
            confidential: true
            confirm: facilitator
          - {id: signed, code: M-6, weight: 0, ask: {en: Signed when?, lt: Kada pasirašyta?}, answer: {date: {min: 2000-01-01}}, confidential: true}
          - {id: loss, code: M-7, ask: {en: A loss?, lt: Ar nuostolis?}, answer: yes_no, confidential: true, not_applicable: with_reason}
      - id: people
        title: {en: People, lt: Žmonės}
        questions:
          - {id: team, code: P-1, ask: {en: Team?, lt: Komanda?}, answer: yes_no}
          - {id: plan, code: P-2, ask: {en: Plan?, lt: Planas?}, answer: yes_no}
    levels:
      - {id: low, title: {en: Low, lt: Žemas}}
      - id: high
        title: {en: High, lt: Aukštas}
        requires: {total: 95, every_capacity: 90}
        gates:
          - {id: stage, if: stage >= 2, say: {en: a stage is reached, lt: etapas pasiektas}}
          - {id: margin, if: margin >= 40.0, say: {en: the margin is enough, lt: marža pakankama}}
    checks:
      - id: grant
        title: {en: Grant, lt: Dotacija}
        conditions: [{id: staff, if: staff >= 9000, say: {en: enough staff, lt: darbuotojų užtenka}}]
    recommendations:
      - {id: save, when: margin < 40.0, priority: high, title: {en: Save, lt: Taupykite}, say: {en: Spend less., lt: Leiskite mažiau.}, towards: [money]}
    """

  private static func reported() throws -> ReportedCluster {
    let model = try #require(
      Questionnaire.load(SourceFile(name: "ledger.yaml", text: yaml)).value)
    let before = try assessed(model, "2025", margin: 2147)
    return ReportedCluster(
      try assessed(
        model, "2026", margin: 3731, earlier: [.init(period: "2025", score: before.score)]),
      among: nil)
  }

  private static func trend(_ reported: ReportedCluster) throws -> PortfolioTrend {
    try PortfolioTrend(
      reported.assessed.score.questionnaire, [ClusterRounds(reported.assessed)])
  }

  /// Every confidential answer with a comment, evidence and a note of the facilitator's beside it.
  private static func assessed(
    _ model: Questionnaire, _ period: String, margin: Int64,
    earlier: [AssessedCluster.EarlierRound] = []
  ) throws -> AssessedCluster {
    let day = try #require(Day(year: 2026, month: 3, day: 2))
    let values: [String: Answer] = [
      "founded": .value(.number(1987)), "owner": .value(.text("Secretowner")),
      "staff": .value(.number(7331)), "turnover": .value(.number(733_179)),
      "margin": .value(.number(try #require(DecimalNumber(significand: margin, scale: 2)))),
      "debt": .value(.number(try #require(DecimalNumber(significand: 3317, scale: 2)))),
      "bank": .value(.choice(0)), "stage": .value(.step(2)),
      "signed": .value(.day(try #require(Day(year: 2013, month: 7, day: 19)))),
      "loss": .notApplicable(reason: "Secretreason"), "team": .value(.yesNo(true)),
      "plan": .value(.yesNo(false)),
    ]
    var responses: [Int: Response] = [:]
    for question in model.questions {
      guard let answer = values[question.id] else { continue }
      let word = question.isConfidential ? "secret" : "open"
      responses[question.index] = Response(
        answer: answer, comment: word + "comment",
        evidence: [Evidence(text: "https://" + word + "proof.example")],
        returned: question.id == "stage"
          ? Return(by: "Rasa", on: day, note: "Secretnote") : nil)
    }
    let interview = Interview(model, context: .init(reportingYear: 2026), responses: responses)
    return AssessedCluster(
      id: "alfa", name: "Alfa", period: period, status: "returned", interview: interview,
      score: score(interview, background: Background(previousTotals: [])), earlier: earlier)
  }
}
