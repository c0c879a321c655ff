import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let weightNegative = Self("questionnaire.weight-negative")
  static let profilePoints = Self("questionnaire.profile-points")
}

/// A question read as far as it can be before any expression is compiled: the expressions of one
/// question may name every other, so all identifiers and kinds have to be known first.
struct QuestionDraft {
  let place: Place
  let id: String
  let capacity: Int?
  let kind: AnswerKindDraft?
  private(set) var mapping: MappingReader

  init?(
    _ node: Node, capacity: Int?, identifiers: inout IdentifierTable, _ reader: ModelReader
  ) {
    guard var mapping = MappingReader(node, reader) else { return nil }
    let identifier = mapping.requiredScalar("id")
    id = identifiers.add(identifier, reader, inExpressions: true)
    place = identifier?.place ?? mapping.head
    kind = mapping.required("answer").flatMap { reader.answerKind($0) }
    self.capacity = capacity
    self.mapping = mapping
  }

  /// Reads everything else.
  func question(
    index: Int, policy: ScoringPolicy, forms: IdentifierTable,
    _ expressions: inout ExpressionReader
  ) -> Question {
    var mapping = mapping
    let reader = mapping.reader
    let draft = kind ?? AnswerKindDraft(kind: .text(lines: 1, maximum: 2000))
    let weightNode = mapping.node("weight")
    let pointsNode = mapping.node("points")
    var points = PointsRule.unscored
    var weight = Rational.zero
    if capacity == nil {
      if let node = weightNode ?? pointsNode { reader.report(.profilePoints, at: node.place) }
    } else {
      weight = reader.weight(weightNode)
      let rules = PointsReader(reader: reader, scale: policy.points, question: index, draft: draft)
      points = rules.rule(pointsNode, &expressions)
      if case .unscored = points, weight > .zero, kind != nil, pointsNode == nil {
        reader.report(.pointsMissing, at: place, ["kind": .text(draft.kind.name)])
      }
    }
    let showIf = expressions.expression(mapping.node("show_if"), .visibility, reader)
    let question = Question(
      index: index, id: id, code: mapping.scalar("code")?.text, node: capacity, capacity: capacity,
      ask: mapping.requiredText("ask"), help: mapping.text("help"), why: mapping.text("why"),
      kind: draft.kind, weight: weight, scale: policy.points, points: points, isReversed: false,
      aspect: 0, practice: nil, improvement: .effort(1), showIf: showIf,
      isRequired: mapping.bool("required") ?? false,
      constraints: constraints(&mapping, index, &expressions),
      notApplicable: mapping.option("not_applicable") ?? .refused,
      allowsNoData: (mapping.option("no_data") ?? Permission.allowed) == .allowed,
      evidence: evidence(&mapping),
      needsConfirmation: mapping.option("confirm", Confirmer.self) != nil,
      respondents: respondents(&mapping),
      isConfidential: mapping.bool("confidential") ?? false,
      forms: Set(
        mapping.list("forms").compactMap { node in
          reader.scalar(node).flatMap { forms.resolve($0, "reference.form", reader) }
        }),
      renamedFrom: [], place: place)
    mapping.finish()
    return question
  }

  private func constraints(
    _ mapping: inout MappingReader, _ index: Int, _ expressions: inout ExpressionReader
  ) -> [Constraint] {
    let reader = mapping.reader
    return mapping.list("require").compactMap { element in
      guard var item = MappingReader(element, reader) else { return nil }
      let condition = expressions.expression(
        item.required("if"), .constraint(question: index), reader)
      let say = item.requiredText("say")
      let severity = item.option("severity", Constraint.Severity.self) ?? .error
      item.finish()
      return condition.map { Constraint(condition: $0, say: say, severity: severity) }
    }
  }

  private func evidence(_ mapping: inout MappingReader) -> EvidenceRequest? {
    guard let node = mapping.node("evidence"), var item = MappingReader(node, mapping.reader)
    else { return nil }
    let request = EvidenceRequest(
      hint: item.text("hint"), requiredFrom: item.number("required_from").map { Rational($0) })
    item.finish()
    return request
  }

  private func respondents(_ mapping: inout MappingReader) -> Set<Respondent> {
    let reader = mapping.reader
    guard let node = mapping.node("asked_of") else { return [.manager] }
    let named = reader.list(node).compactMap { element -> Respondent? in
      reader.scalar(element).flatMap { reader.option($0) }
    }
    return named.isEmpty ? [.manager] : Set(named)
  }
}

private enum Permission: String, CaseIterable { case allowed, refused }
private enum Confirmer: String, CaseIterable { case facilitator }

extension ModelReader {
  /// A weight; 1 where nothing is said, an error below 0.
  func weight(_ node: Node?) -> Rational {
    guard let node, let weight = rational(node) else { return .one }
    guard weight.isNegative else { return weight }
    report(.weightNegative, at: node.place)
    return .one
  }
}
