import CEL
public import Clusters
import Diagnostics
public import Explaining
import Interview
import Numbers
import Questionnaire
import Scoring

/// Results with how they came about, schema `branda.explanation/1`; see `docs/json.md`.
public struct EncodedExplanation: Encodable, Sendable {
  let schema = "branda.explanation/1"
  let cluster: String
  let period: String
  let questionnaire: EncodedQuestionnaire
  @OrNull var answeredVersion: String?
  let explanations: [EncodedDerivation]

  enum CodingKeys: String, CodingKey {
    case schema, cluster, period, questionnaire, explanations
    case answeredVersion = "answered_version"
  }

  /// Unfolded to the last answer.
  public init(_ derivations: [Derivation], about assessed: AssessedCluster) {
    let model = assessed.score.questionnaire
    cluster = assessed.id
    period = assessed.period
    questionnaire = EncodedQuestionnaire(model)
    answeredVersion = assessed.answeredVersion
    explanations = derivations.map { EncodedDerivation($0, assessed.score) }
  }
}

/// A result with its rule, its inputs and its place.
struct EncodedDerivation: Encodable, Sendable {
  private let derivation: Derivation
  private let score: AssessmentScore

  init(_ derivation: Derivation, _ score: AssessmentScore) {
    self.derivation = derivation
    self.score = score
  }

  private struct EncodedPlace: Encodable {
    let file: String
    let line: Int
    let column: Int

    init(_ place: Place) {
      file = place.file.name
      (line, column) = (place.start.line, place.start.column)
    }
  }

  private enum Key: String, CodingKey {
    case of, id, rule, value, exact, status, place, weight, part, reason, inputs, expression
    case countedAs = "counted_as"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let (kind, id) = subject
    try container.encode(kind, forKey: .of)
    try container.encode(id, forKey: .id)
    try container.encode(rule, forKey: .rule)
    try container.encode(derivation.place.map(EncodedPlace.init), forKey: .place)
    try container.encode(
      derivation.inputs.map { EncodedDerivation($0, score) }, forKey: .inputs)
    try encodeOutcome(&container)
    if !derivation.waitingFor.isEmpty {
      try EncodedAwaited(derivation.waitingFor, of: score.questionnaire).encode(to: encoder)
    }
    if let part = derivation.part {
      try container.encode(part.weight.doubleValue, forKey: .weight)
      switch part.treatment {
      case .counted: try container.encode("counted", forKey: .part)
      case .leftOut(let reason):
        try container.encode("left_out", forKey: .part)
        try container.encode(word(reason), forKey: .reason)
      case .countedAs(let share, let reason):
        try container.encode("counted_as", forKey: .part)
        try container.encode(word(reason), forKey: .reason)
        try container.encode(share.doubleValue, forKey: .countedAs)
      case .blocks(let reason):
        try container.encode("blocks", forKey: .part)
        try container.encode(word(reason), forKey: .reason)
      }
    }
    if case .expression(_, let explanation) = derivation.rule {
      try container.encode(EncodedExpression(explanation), forKey: .expression)
    }
  }

  private func word(_ reason: Derivation.Reason) -> String {
    reason.rawValue.replacing("-", with: "_")
  }

  private func encodeOutcome(_ container: inout KeyedEncodingContainer<Key>) throws {
    switch derivation.outcome {
    case .share(let number), .points(let number):
      try container.encode(shown(number).doubleValue, forKey: .value)
      try container.encode(shown(number).description, forKey: .exact)
    case .none: try container.encodeNil(forKey: .value)
    case .status(let status): try container.encode(status.rawValue, forKey: .status)
    case .level(let number): try container.encode(number, forKey: .value)
    case .asked(let isAsked): try container.encode(isAsked, forKey: .value)
    case .answer(let state):
      try container.encode(state.kind.rawValue, forKey: .status)
      guard case .answer(let question) = derivation.subject else { return }
      try container.encode(
        state.value.map { PlainValue($0, score.questionnaire.questions[question].kind) },
        forKey: .value)
    case .hiddenForNow: try container.encode("not_asked", forKey: .status)
    case .value(let value): try container.encode(EncodedValue(value), forKey: .value)
    }
  }

  /// A score on the scale on which the model speaks of it.
  private func shown(_ number: Rational) -> Rational {
    guard case .share = derivation.outcome else { return number }
    let scale: Scale? =
      switch derivation.subject {
      case .total: score.total.scale
      case .node(let node), .uncapped(let node), .aspect(let node, _), .path(let node):
        score.nodes[node].scale
      default: nil
      }
    return scale.flatMap { try? $0.shown(number) } ?? number
  }

  private var rule: String {
    switch derivation.rule {
    case .given: "given"
    case .rollUp(let rollUp, _, _): rollUp.name
    case .capped: "capped"
    case .cap, .levelCap: "cap"
    case .path: "path"
    case .scaled: "scaled"
    case .points: "points"
    case .expression: "expression"
    case .condition(nil): "condition"
    case .condition: "quota"
    case .threshold: "threshold"
    case .capabilityNeed: "capability_level"
    case .practices: "quota"
    case .all: "all"
    case .level: "highest_level"
    case .practice: "practice"
    case .capability: "highest_capability"
    case .visibility: "visibility"
    case .outsideForm: "outside_form"
    case .otherRespondent: "other_respondent"
    }
  }

  private var subject: (kind: String, id: String?) {
    let model = score.questionnaire
    return switch derivation.subject {
    case .total: ("total", nil)
    case .node(let node): ("node", model.nodes[node].id)
    case .aspect(let node, let aspect):
      ("aspect", model.nodes[node].id + "." + model.aspects[aspect].id)
    case .uncapped(let node): ("before_caps", model.nodes[node].id)
    case .scoreCap(let node, let cap): ("cap", model.nodes[node].rule.caps[cap].id)
    case .path(let node): ("path", model.nodes[node].id)
    case .question(let question): ("question", model.questions[question].id)
    case .points(let question): ("points", model.questions[question].id)
    case .answer(let question): ("answer", model.questions[question].id)
    case .visibility(let question): ("visibility", model.questions[question].id)
    case .practice(let question): ("practice", model.questions[question].id)
    case .comment: ("comment", nil)
    case .capability(let node): ("capability", model.nodes[node].id)
    case .level: ("level", score.levelReached?.level.id)
    case .conditions(let level): ("conditions", model.levels[level].id)
    case .threshold(_, .total): ("threshold", "total")
    case .threshold(_, .node(let node)): ("threshold", model.nodes[node].id)
    case .capabilityNeed(_, let node): ("capability_need", model.nodes[node].id)
    case .practiceNeed(_, .ownOfLevel): ("practice_need", nil)
    case .practiceNeed(_, .quota(let strength)): ("practice_need", strength.rawValue)
    case .gate(let level, let gate): ("gate", model.levels[level].gates[gate].id)
    case .levelCap(let cap): ("level_cap", model.levelCaps[cap].id)
    case .check(let check): ("check", model.checks[check].id)
    case .condition(let check, let condition):
      ("condition", model.checks[check].conditions[condition].id)
    case .recommendation(let place): ("recommendation", model.recommendations[place].id)
    case .expression(let source): ("expression", source)
    case .variable(let variable): ("variable", model.name(of: variable))
    }
  }
}
