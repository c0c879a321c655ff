public import CEL
import Diagnostics
import YAML

/// Compiles the expressions of a model, each with the names its role may use.
///
/// Two environments stand ready: what an interview knows (answers, the year), and what the rules
/// know besides (scores, confirmations, other rounds). Both are built once for the whole model.
struct ExpressionReader {
  /// What an expression is for; decides the names it sees and the type it must have.
  enum Role {
    /// Whether a question is asked.
    case visibility
    /// Whether an answer is allowed; sees the answer as `this`.
    case constraint(question: Int)
    /// Points, or the value that bands are laid over; sees the answer as `this`.
    case points(question: Int)
    /// A gate or a condition of a readiness check.
    case condition
    case recommendation
  }

  /// After so many findings no nearest names are looked for, so that a model whose expressions were
  /// written for another one is told of soon.
  private static let searched = 50

  let slots: SlotTable
  private let types: [CELType]
  private var interview: Environment
  private var ownAnswer: Environment
  private let condition: Environment
  /// Of all environments the one with the most names.
  let recommendation: Environment
  private var findings = 0

  init(
    questions: [(id: String, kind: AnswerKind?)], capacities: [String], checks: [String],
    profile: Profile = .survey
  ) {
    let slots = SlotTable(
      questions: questions.count, capacities: capacities.count, nodes: capacities.count,
      aspects: 0, checks: checks.count)
    self.slots = slots
    types = questions.map { $0.kind?.expressionType(named: $0.id) ?? .dyn }

    var environment = Environment(profile: profile)
    func declare(_ name: String, _ type: CELType, _ variable: Variable) {
      environment.declare(name, type, slot: slots.slot(of: variable))
    }
    for (index, question) in questions.enumerated() {
      declare(question.id, types[index], .answer(index))
    }
    declare("reporting_year", .int, .reportingYear)
    interview = environment
    ownAnswer = environment

    for (index, question) in questions.enumerated() {
      declare("points.\(question.id)", .double, .points(index))
      declare("confirmed.\(question.id)", .bool, .confirmed(index))
      declare("members_mean.\(question.id)", .double, .membersMean(index))
    }
    for (index, id) in capacities.enumerated() {
      declare("capacity.\(id)", .double, .capacityScore(index))
    }
    declare("total", .double, .total)
    declare("completeness", .double, .completeness)
    declare("review.gates_confirmed", .bool, .gatesConfirmed)
    condition = environment

    for (index, id) in checks.enumerated() { declare("check.\(id)", .bool, .check(index)) }
    declare("level", .int, .level)
    declare("change.total", .double, .changeOfTotal)
    declare("previous.change.total", .double, .previousChangeOfTotal)
    recommendation = environment
  }

  /// Compiles the expression in a scalar; every finding points into that scalar.
  mutating func expression(_ node: Node?, _ role: Role, _ reader: ModelReader) -> Expression? {
    guard let node, let scalar = reader.scalar(node) else { return nil }
    let expectation: Expectation
    var environment: Environment
    switch role {
    case .visibility:
      (environment, expectation) = (interview, .bool)
    case .constraint(let question):
      declareThis(question)
      (environment, expectation) = (ownAnswer, .bool)
    case .points(let question):
      declareThis(question)
      (environment, expectation) = (ownAnswer, .number)
    case .condition:
      (environment, expectation) = (condition, .bool)
    case .recommendation:
      (environment, expectation) = (recommendation, .bool)
    }
    environment.suggestsNames = findings < Self.searched
    let compiled = environment.compile(
      scalar.text, place: { scalar.place(of: $0) }, expecting: expectation)
    reader.diagnostics.append(contentsOf: compiled.diagnostics)
    findings += compiled.diagnostics.count
    guard let program = compiled.value else { return nil }
    return Expression(source: scalar.text, program: program, place: scalar.place)
  }

  private mutating func declareThis(_ question: Int) {
    ownAnswer.declare("this", types[question], slot: slots.slot(of: .answer(question)))
  }
}

extension AnswerKind {
  /// The type of an answer of this kind in expressions.
  public func expressionType(named id: String) -> CELType {
    switch self {
    case .ladder, .integer, .year: .int
    case .number, .percent, .money: .double
    case .date, .text: .string
    case .yesNo: .choice(ChoiceSet(name: id, codes: [Self.no, Self.yes]))
    case .single(let choices): .choice(ChoiceSet(name: id, codes: choices.wellNamed))
    case .multiple(let choices, _): .list(.choice(ChoiceSet(name: id, codes: choices.wellNamed)))
    }
  }
}

extension [Choice] {
  /// The identifiers but those that stand in for one that could not be read.
  fileprivate var wellNamed: [String] { map(\.id).filter { !$0.hasPrefix("?") } }
}
