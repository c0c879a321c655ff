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
  /// Its node and its capacity; `nil` in the profile.
  let node: Int?
  let capacity: Int?
  let kind: AnswerKindDraft?
  /// Where its answers lead, if the model says so.
  let leadsTo: Node?
  private(set) var mapping: MappingReader

  var hasPractice: Bool { node != nil && mapping.stated("practice") != nil }

  init?(
    _ definition: Node, node: Int?, capacity: Int?, identifiers: inout IdentifierTable,
    _ reader: ModelReader
  ) {
    guard var mapping = MappingReader(definition, reader) else { return nil }
    let identifier = mapping.requiredScalar("id")
    id = identifiers.add(identifier, reader, inExpressions: true)
    place = identifier?.place ?? mapping.head
    kind = mapping.required("answer").flatMap { reader.answerKind($0) }
    leadsTo = mapping.node("leads_to")
    self.node = node
    self.capacity = capacity
    self.mapping = mapping
  }

  /// What the rest of the model means to a question.
  struct Context {
    var index: Int
    /// The model's scale of points.
    var points: Scale
    /// The rule of its node; `nil` in the profile.
    var rule: ScoreRule?
    var forms: IdentifierTable
    var aspects: IdentifierTable
    var practices: PracticeReader
    /// What has to be answered to be led to it, on a decision path.
    var ways: [String]
  }

  /// Reads everything else.
  func question(_ context: Context, _ expressions: inout ExpressionReader) -> Question {
    var mapping = mapping
    let reader = mapping.reader
    let kind = (self.kind ?? AnswerKindDraft(kind: .text(lines: 1, maximum: 2000))).kind
    let scoring = scoring(&mapping, context, &expressions)
    let showIfNode = mapping.node("show_if")
    var showIf = expressions.expression(showIfNode, .visibility, reader)
    if context.rule?.rollUp == .path {
      if let node = showIfNode {
        reader.report(.pathConflict, at: node.place, ["key": .text("show_if")])
      }
      showIf =
        context.ways.isEmpty
        ? nil : expressions.visibility(context.ways.joined(separator: " || "), at: place)
    }
    let question = Question(
      index: context.index, id: id, code: mapping.scalar("code")?.text, node: node,
      capacity: capacity, ask: mapping.requiredText("ask"), help: mapping.text("help"),
      why: mapping.text("why"), kind: kind, weight: scoring.weight, scale: scoring.scale,
      points: scoring.points, isReversed: scoring.isReversed, aspect: scoring.aspect,
      practice: scoring.practice,
      improvement: mapping.node("improve").flatMap { reader.improvement($0, of: kind) }
        ?? .effort(1),
      showIf: showIf, isRequired: mapping.bool("required") ?? false,
      constraints: constraints(&mapping, context.index, &expressions),
      notApplicable: mapping.option("not_applicable") ?? .refused,
      allowsNoData: (mapping.option("no_data") ?? Permission.allowed) == .allowed,
      evidence: evidence(&mapping),
      needsConfirmation: mapping.option("confirm", Confirmer.self) != nil,
      respondents: respondents(&mapping),
      isConfidential: mapping.bool("confidential") ?? false,
      forms: Set(
        mapping.list("forms").compactMap { node in
          reader.scalar(node).flatMap { context.forms.resolve($0, "reference.form", reader) }
        }),
      renamedFrom: reader.names(mapping.list("renamed_from")).map(\.text), place: place)
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
