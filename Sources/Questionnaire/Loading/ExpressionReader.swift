public import CEL
import Diagnostics
import Numbers
import YAML

/// Compiles the expressions of a model, each with the names its role may use.
///
/// The environments build on each other: what an interview knows (answers, the year), what practices
/// know besides (points, other practices), then caps, gates and recommendations. Each is built once
/// for the whole model.
struct ExpressionReader {
  /// What an expression is for; decides the names it sees and the type it must have.
  enum Role {
    /// Whether a question is asked.
    case visibility
    /// Whether an answer is allowed; sees the answer as `this`.
    case constraint(question: Int)
    /// Points, or the value that bands are laid over; sees the answer as `this`.
    case points(question: Int)
    /// Whether a practice is done; sees the answer as `this`.
    case practice(question: Int)
    /// Whether a score is kept down.
    case scoreCap
    /// What keeps the level down.
    case levelCap
    /// A gate or a condition of a readiness check.
    case condition
    case recommendation

    /// A missing answer keeps a question hidden and a recommendation unraised without a word, and
    /// lets every other answer pass; gates, practices and caps say what they wait for.
    var cautions: Cautions {
      switch self {
      case .visibility, .recommendation: [.trueUnanswered, .negativeComparison]
      case .constraint: []
      case .points: .integerDivision
      case .practice, .scoreCap, .levelCap: .trueUnanswered
      case .condition: [.trueUnanswered, .trueWithoutAnswers]
      }
    }
  }

  /// After so many findings no nearest names are looked for, so that a model whose expressions were
  /// written for another one is told of soon.
  private static let searched = 50

  let slots: SlotTable
  private let types: [CELType]
  private let bounds: [ValueBounds?]
  private var interview: Environment
  private var ownAnswer: Environment
  private var practice: Environment
  private let scoreCap: Environment
  private let condition: Environment
  /// Of all environments the one with the most names.
  let recommendation: Environment
  private var findings = 0

  /// The names of a model that expressions can use.
  struct Names {
    var questions: [(id: String, kind: AnswerKind?, hasPractice: Bool)]
    var nodes: [(id: String, depth: Int)]
    var aspects: [String]
    var hasCapabilityLevels: Bool
    var checks: [String]
  }

  init(_ names: Names, profile: Profile = .survey) {
    let slots = SlotTable(
      questions: names.questions.count, capacities: names.nodes.count { $0.depth == 0 },
      nodes: names.nodes.count, aspects: names.aspects.count, checks: names.checks.count)
    self.slots = slots
    types = names.questions.map { $0.kind?.expressionType(named: $0.id) ?? .dyn }
    bounds = names.questions.map { $0.kind?.bounds }

    var environment = Environment(profile: profile)
    func declare(_ name: String, _ type: CELType, _ variable: Variable) {
      environment.declare(name, type, slot: slots.slot(of: variable))
    }
    for (index, question) in names.questions.enumerated() {
      environment.declare(
        question.id, types[index], slot: slots.slot(of: .answer(index)), bounds: bounds[index])
    }
    declare("reporting_year", .int, .reportingYear)
    interview = environment
    ownAnswer = environment

    for (index, question) in names.questions.enumerated() {
      declare("points.\(question.id)", .double, .points(index))
      if question.hasPractice { declare("met.\(question.id)", .bool, .met(index)) }
    }
    practice = environment

    for (index, question) in names.questions.enumerated() {
      declare("confirmed.\(question.id)", .bool, .confirmed(index))
      declare("members_mean.\(question.id)", .double, .membersMean(index))
    }
    var capacities = 0
    for (index, node) in names.nodes.enumerated() {
      if node.depth == 0 {
        declare("capacity.\(node.id)", .double, .capacityScore(capacities))
        capacities += 1
      }
      declare("score.\(node.id)", .double, .score(node: index, aspect: nil))
      for (aspect, id) in names.aspects.enumerated() {
        declare("score.\(node.id).\(id)", .double, .score(node: index, aspect: aspect))
      }
      if names.hasCapabilityLevels {
        declare("capability.\(node.id)", .int, .capability(node: index))
      }
    }
    scoreCap = environment

    declare("total", .double, .total)
    declare("completeness", .double, .completeness)
    declare("review.gates_confirmed", .bool, .gatesConfirmed)
    condition = environment

    for (index, id) in names.checks.enumerated() { declare("check.\(id)", .bool, .check(index)) }
    declare("level", .int, .level)
    declare("change.total", .double, .changeOfTotal)
    declare("previous.change.total", .double, .previousChangeOfTotal)
    recommendation = environment
  }

  /// Compiles the expression in a scalar; every finding points into that scalar.
  mutating func expression(_ node: Node?, _ role: Role, _ reader: ModelReader) -> Expression? {
    guard let node, let scalar = reader.scalar(node) else { return nil }
    var expectation: Expectation
    var environment: Environment
    switch role {
    case .visibility:
      (environment, expectation) = (interview, .bool)
    case .constraint(let question):
      declareThis(question, in: &ownAnswer)
      (environment, expectation) = (ownAnswer, .bool)
    case .points(let question):
      declareThis(question, in: &ownAnswer)
      (environment, expectation) = (ownAnswer, .number)
    case .practice(let question):
      declareThis(question, in: &practice)
      (environment, expectation) = (practice, .bool)
    case .scoreCap:
      (environment, expectation) = (scoreCap, .bool)
    case .levelCap, .condition:
      (environment, expectation) = (condition, .bool)
    case .recommendation:
      (environment, expectation) = (recommendation, .bool)
    }
    expectation.cautions = role.cautions
    environment.suggestsNames = findings < Self.searched
    let compiled = environment.compile(
      scalar.text, place: { scalar.place(of: $0) }, expecting: expectation)
    reader.diagnostics.append(contentsOf: compiled.diagnostics)
    findings += compiled.diagnostics.count
    guard let program = compiled.value else { return nil }
    return Expression(source: scalar.text, program: program, place: scalar.place)
  }

  /// Compiles a condition that the model does not write but means.
  func visibility(_ source: String, at place: Place) -> Expression? {
    interview.compile(source, place: { _ in place }, expecting: .bool).value.map {
      Expression(source: source, program: $0, place: place)
    }
  }

  private func declareThis(_ question: Int, in environment: inout Environment) {
    environment.declare(
      "this", types[question], slot: slots.slot(of: .answer(question)), bounds: bounds[question])
  }
}

extension AnswerKind {
  /// The type of an answer of this kind in expressions.
  public func expressionType(named id: String) -> CELType {
    switch self {
    case .ladder, .integer, .year: .int
    case .number, .percent, .money: .double
    case .date: .timestamp
    case .text: .string
    case .yesNo: .choice(ChoiceSet(name: id, codes: [Self.no, Self.yes]))
    case .single(let choices): .choice(ChoiceSet(name: id, codes: choices.wellNamed))
    case .multiple(let choices, _): .list(.choice(ChoiceSet(name: id, codes: choices.wellNamed)))
    }
  }
}

extension AnswerKind {
  /// Between which numbers answers lie; `nil` where nothing bounds them.
  fileprivate var bounds: ValueBounds? {
    if case .ladder(let steps) = self {
      return ValueBounds(minimum: 1, maximum: Double(steps.count))
    }
    guard let limits = numberLimits, limits.minimum != nil || limits.maximum != nil else {
      return nil
    }
    return ValueBounds(
      minimum: limits.minimum?.doubleValue, maximum: limits.maximum?.doubleValue)
  }
}

extension [Choice] {
  /// The identifiers but those that stand in for one that could not be read.
  fileprivate var wellNamed: [String] { map(\.id).filter { !$0.hasPrefix("?") } }
}
