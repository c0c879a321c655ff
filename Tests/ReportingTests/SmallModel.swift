import Clusters
import Comparison
import Diagnostics
import Interview
import Numbers
import Questionnaire
import Reporting
import Scoring

/// A model of seven questions with one of everything that reports show.
enum SmallModel {
  static let yaml = """
    questionnaire: small
    version: 1.2.0
    languages: [en, lt]
    title: {en: Small model, lt: Mažas modelis}
    scoring: {not_applicable: exclude, unanswered: exclude, minimum_coverage: 40}
    forms:
      - {id: short, title: {en: Short, lt: Trumpa}}
    profile:
      - id: members
        code: PRO-01
        ask: {en: How many members?, lt: Kiek narių?}
        answer: integer
    capacities:
      - id: people
        code: PEO
        title: {en: People, lt: Žmonės}
        about: {en: Who does the work., lt: Kas dirba.}
        questions:
          - id: coordination
            code: PEO-01
            weight: 2
            forms: [short]
            ask: {en: Who runs it?, lt: Kas vadovauja?}
            answer: {ladder: [{en: Nobody, lt: Niekas}, {en: Somebody, lt: Kažkas}, {en: A team, lt: Komanda}]}
          - id: training
            code: PEO-02
            ask: {en: Share of members trained?, lt: Apmokytų narių dalis?}
            answer: percent
            points: {linear: {from: 0, to: 100}}
          - id: patents
            code: PEO-03
            ask: {en: Patents?, lt: Patentai?}
            answer: yes_no
            not_applicable: with_reason
      - id: money
        code: MON
        title: {en: Money, lt: Pinigai}
        weight: 2
        questions:
          - id: reserve
            code: MON-01
            forms: [short]
            ask: {en: Is there a reserve?, lt: Ar yra atsarga?}
            answer: yes_no
            confidential: true
          - id: months
            code: MON-02
            ask: {en: For how many months?, lt: Kiek mėnesių?}
            show_if: reserve == 'yes'
            answer: integer
            points: [{below: 6, is: 1}, {below: 12, is: 3}, {is: 5}]
          - id: sources
            code: MON-03
            ask: {en: Sources of income?, lt: Pajamų šaltiniai?}
            answer: {multiple: [{id: fees, en: Fees, lt: Mokesčiai}, {id: grants, en: Grants, lt: Dotacijos}]}
            points: [{below: 1, is: 1}, {below: 2, is: 3}, {is: 5}]
    levels:
      - id: beginning
        title: {en: Beginning, lt: Pradedantis}
        about: {en: The first step is made., lt: Žengtas pirmas žingsnis.}
      - id: growing
        title: {en: Growing, lt: Augantis}
        requires: {total: 70, every_capacity: 20}
        gates:
          - {id: reserve, if: reserve == 'yes', say: {en: there is a reserve, lt: yra atsarga}}
          - {id: half_trained, if: training >= 50, say: {en: half of the members are trained, lt: apmokyta pusė narių}}
    checks:
      - id: grant
        title: {en: Ready for the grant, lt: Pasirengta dotacijai}
        conditions:
          - {id: five, if: members >= 5, say: {en: at least 5 members, lt: bent 5 nariai}}
          - {id: trained, if: training > 10, say: {en: members are trained, lt: nariai apmokyti}}
    recommendations:
      - {id: team, when: coordination < 3, priority: low, title: {en: Form a team, lt: Burkite komandą}, say: {en: One person is too few., lt: Vieno žmogaus per maža.}, towards: [people]}
      - {id: save, when: reserve == 'no', priority: high, title: {en: Save, lt: Taupykite}, say: {en: Put money aside., lt: Atidėkite pinigų.}, towards: [money]}
    """

  static let model: Questionnaire? =
    Questionnaire.load(SourceFile(name: "small.yaml", text: yaml)).value

  struct Broken: Error {}

  /// JSON without the digest, which changes with every byte of the model.
  static func masked(_ json: String) -> String {
    json.replacing(model?.digest ?? "", with: "sha256:…")
  }

  /// An assessment with these responses, by question id.
  static func assessed(
    id: String = "alfa", name: String? = "Alfa", period: String = "2026",
    _ responses: [String: Response], form: Int? = nil,
    earlier: [AssessedCluster.EarlierRound] = []
  ) throws -> AssessedCluster {
    guard let model else { throw Broken() }
    var byIndex: [Int: Response] = [:]
    for (id, response) in responses {
      guard let index = model.index(of: id) else { throw Broken() }
      byIndex[index] = response
    }
    let interview = Interview(
      model, context: .init(reportingYear: 2026, form: form), responses: byIndex)
    return AssessedCluster(
      id: id, name: name, period: period, status: "draft", interview: interview,
      score: score(interview), earlier: earlier)
  }

  /// One of each state: answered, unanswered, not applicable, no data, not asked.
  static let ofEachState: [String: Response] = [
    "members": Response(answer: .value(.number(1200))),
    "coordination": Response(
      answer: .value(.step(2)), comment: "Part-time", evidence: [Evidence(text: "Contract 4")],
      confirmation: nil),
    "training": Response(answer: .noData),
    "patents": Response(answer: .notApplicable(reason: "A service cluster")),
    "reserve": Response(answer: .value(.yesNo(false))),
    // Hidden by the answer before: parked.
    "months": Response(answer: .value(.number(9))),
    "sources": Response(answer: .value(.choices([0]))),
  ]

  /// Everything answered, and well.
  static let complete: [String: Response] = [
    "members": Response(answer: .value(.number(12))),
    "coordination": Response(answer: .value(.step(3))),
    "training": Response(answer: .value(.number(80))),
    "patents": Response(answer: .value(.yesNo(true))),
    "reserve": Response(answer: .value(.yesNo(true))),
    "months": Response(answer: .value(.number(9))),
    "sources": Response(answer: .value(.choices([0, 1]))),
  ]
}

/// Three assessments of the small model: one of each state, a complete one, an empty one.
struct SmallGroup {
  let assessments: [AssessedCluster]
  let table: ComparisonTable

  init() throws {
    try self.init(assessments: [
      SmallModel.assessed(SmallModel.ofEachState),
      SmallModel.assessed(id: "beta", name: "Beta", SmallModel.complete),
      SmallModel.assessed(id: "gama", name: "Gama", [:]),
    ])
  }

  init(assessments: [AssessedCluster]) throws {
    guard let model = SmallModel.model else { throw SmallModel.Broken() }
    self.assessments = assessments
    table = try ComparisonTable(
      model,
      assessments.map {
        ComparedCluster(
          id: $0.id, name: $0.shownName, period: $0.period, status: $0.status, score: $0.score)
      }, minimum: 1)
  }
}

extension SmallGroup {
  /// Clusters with all kinds of answers, every twelfth with none, each with so many earlier rounds.
  ///
  /// - Parameter name: By place; the identifier is the same in lower case.
  init(
    of count: Int, earlier: Int, named name: (Int) -> String = { "Cluster \($0 + 1)" }
  ) throws {
    try self.init(
      assessments: (0..<count).map { place in
        let rounds = try (0...earlier).map { round in
          let progress = (7 * place + 3 * round) % 11
          var responses = SmallModel.complete
          responses["members"] = Response(
            answer: .value(.number(DecimalNumber(5 + place))))
          responses["coordination"] = Response(answer: .value(.step(1 + progress % 3)))
          responses["training"] = Response(
            answer: .value(.number(DecimalNumber(9 * progress))))
          responses["reserve"] = Response(answer: .value(.yesNo(progress > 4)))
          if progress % 4 == 1 { responses["sources"] = nil }
          return try SmallModel.assessed(
            id: name(place).lowercased().replacing(" ", with: "-"), name: name(place),
            period: String(2026 - earlier + round), place % 12 == 11 ? [:] : responses)
        }
        var latest = rounds[earlier]
        latest.earlier = rounds.dropLast().reversed().map {
          .init(period: $0.period, score: $0.score)
        }
        return latest
      })
  }

  /// The group as the facilitator's report has it.
  func portfolio(_ scope: ComparisonScope) throws -> Portfolio {
    guard let model = SmallModel.model else { throw SmallModel.Broken() }
    let table = try ComparisonTable(
      model, assessments.map { ComparedCluster($0) }, minimum: 3)
    return try Portfolio(
      table, assessments.map { AssessmentProgress($0, updated: nil) }, scope)
  }
}
