import Comparison
import Diagnostics
import Interview
import Numbers
import Questionnaire
import Scoring
import Testing

/// A model that declares peers, with three capacities of one question each, answered in per cent and
/// scored as answered; `a` weighs twice.
enum GroupModel {
  static let text = """
    questionnaire: group
    version: 1.0.0
    languages: [en]
    title: Group
    scoring: {minimum_coverage: 50}
    peers:
      field: field
      size: {of: members, bands: [10, 20]}
      age: {of: founded, bands: [5]}
    profile:
      - {id: field, ask: F, answer: {single: [{id: x, en: X}, {id: y, en: Y}, {id: z, en: Z}]}}
      - {id: members, ask: M, answer: {integer: {min: 1, max: 500}}}
      - {id: founded, ask: Y, answer: {year: {min: 1990}}}
    capacities:
      - id: a
        title: A
        weight: 2
        questions: [{id: qa, ask: Q, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}]
      - id: b
        title: B
        questions: [{id: qb, ask: Q, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}]
      - id: c
        title: C
        questions: [{id: qc, ask: Q, answer: {percent: {}}, points: {linear: {from: 0, to: 100}}}]
    levels:
      - {id: low, title: Low}
      - id: high
        title: High
        requires: {total: 50}
        gates: [{id: g, if: qa >= 40.0, say: Much of A}]
    recommendations:
      - {id: more_a, when: qa < 60.0, priority: high, title: More of A, say: Say}
    """

  static func model() throws -> Questionnaire {
    let checked = Questionnaire.load(SourceFile(name: "group.yaml", text: text))
    return try #require(checked.value, "\(checked.diagnostics)")
  }

  /// A cluster with answers in per cent, `nil` for none.
  static func cluster(
    _ id: String, _ model: Questionnaire, _ answers: [Int?], field: Int? = nil,
    members: Int? = nil, founded: Int? = nil, period: String = "2026"
  ) -> ComparedCluster {
    var responses: [Int: Response] = [:]
    func add(_ id: String, _ value: AnswerValue?) {
      guard let value, let place = model.index(of: id) else { return }
      responses[place] = Response(answer: .value(value))
    }
    add("field", field.map { .choice($0) })
    add("members", members.map { .number(DecimalNumber($0)) })
    add("founded", founded.map { .number(DecimalNumber($0)) })
    for (id, answer) in zip(["qa", "qb", "qc"], answers) {
      add(id, answer.map { .number(DecimalNumber($0)) })
    }
    let interview = Interview(model, context: .init(reportingYear: 2026), responses: responses)
    return ComparedCluster(
      id: id, name: id.uppercased(), period: period, score: score(interview),
      facts: ClusterFacts(interview))
  }
}
