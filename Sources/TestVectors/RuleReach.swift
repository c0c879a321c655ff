public import Diagnostics
import Interview
import Numbers
import Questionnaire
import Scoring

/// Which of a model's rules a suite reaches, each with the outcomes it can have.
///
/// A rule is reached when some vector makes it come out each way: a question is asked and not asked,
/// a constraint holds and is violated, a gate or a condition is met and not met, a recommendation
/// is raised and not raised, a level is the level of a vector, a band gives its points. Ladders and
/// choices, whose points stand beside their answers, are no rules.
public struct RuleReach: Sendable {
  /// One outcome of one rule.
  struct Case: Sendable {
    let code: String
    let name: String
    let place: Place
    var isReached = false
  }

  private enum Key: Hashable {
    case asked(Int, Bool)
    case constraint(Int, Int, Bool)
    case band(Int, Int)
    case condition(String, Bool)
    case raised(Int, Bool)
    case level(Int)
    case practice(Int, Bool)
    case pathEnd(Int, Rational)
    case cap(String, Bool)
  }

  private let questionnaire: Questionnaire
  private var cases: [Case] = []
  private var places: [Key: Int] = [:]

  /// How many outcomes of rules the model has.
  public var count: Int { cases.count }
  /// How many of them some vector has.
  public var reached: Int { cases.count(where: \.isReached) }

  /// A located finding for each outcome that no vector has, in the order of the model.
  public var findings: [Diagnostic] {
    cases.filter { !$0.isReached }.map { missed in
      Diagnostic(.init(missed.code), .warning, at: missed.place, ["name": .text(missed.name)])
    }
  }

  init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    for question in questionnaire.questions { add(question) }
    for node in questionnaire.nodes {
      if let path = node.path { add(path) }
      for cap in node.rule.caps { add(cap.id, in: node.id, cap.condition.place) }
    }
    for cap in questionnaire.levelCaps { add(cap.id, in: "level", cap.condition.place) }
    for (number, level) in questionnaire.levels.enumerated() {
      add(.level(number), "test.unreached-level", level.id, level.place)
      add(level.gates, in: level.id)
    }
    for check in questionnaire.checks { add(check.conditions, in: check.id) }
    for (number, advice) in questionnaire.recommendations.enumerated() {
      let place = advice.condition.place
      add(.raised(number, true), "test.unreached-advice", advice.id, place)
      add(.raised(number, false), "test.unreached-no-advice", advice.id, place)
    }
  }

  private mutating func add(_ question: Question) {
    let index = question.index
    if let place = question.showIf?.place {
      add(.asked(index, true), "test.unreached-shown", question.id, place)
      add(.asked(index, false), "test.unreached-hidden", question.id, place)
    }
    for (number, constraint) in question.constraints.enumerated() {
      let place = constraint.condition.place
      add(.constraint(index, number, true), "test.unreached-allowed", question.id, place)
      add(.constraint(index, number, false), "test.unreached-violated", question.id, place)
    }
    if let practice = question.practice {
      add(.practice(index, true), "test.unreached-met", question.id, practice.place)
      add(.practice(index, false), "test.unreached-unmet", question.id, practice.place)
    }
    if case .bands(let bands, _) = question.points, question.isScored {
      for (number, band) in bands.enumerated() {
        add(
          .band(index, number), "test.unreached-band",
          "\(question.id): \(band.points.inFileNotation)", question.place)
      }
    }
  }

  private mutating func add(_ path: DecisionPath) {
    for question in path.questions {
      for case .end(let points) in path.targets(of: question)
      where places[.pathEnd(question, points)] == nil {
        let asked = questionnaire.questions[question]
        add(
          .pathEnd(question, points), "test.unreached-end",
          "\(asked.id): \(points.inFileNotation)", asked.place)
      }
    }
  }

  private mutating func add(_ cap: String, in owner: String, _ place: Place) {
    add(.cap(owner + "." + cap, true), "test.unreached-cap", cap, place)
    add(.cap(owner + "." + cap, false), "test.unreached-no-cap", cap, place)
  }

  private mutating func add(_ conditions: [Condition], in owner: String) {
    for condition in conditions {
      let place = condition.expressions.first?.place ?? condition.place
      let key = owner + "." + condition.id
      add(.condition(key, true), "test.unreached-met", condition.id, place)
      add(.condition(key, false), "test.unreached-unmet", condition.id, place)
    }
  }

  private mutating func add(_ key: Key, _ code: String, _ name: String, _ place: Place) {
    places[key] = cases.count
    cases.append(Case(code: code, name: name, place: place))
  }

  private mutating func mark(_ key: Key) {
    if let place = places[key] { cases[place].isReached = true }
  }

  mutating func mark(_ interview: Interview, _ score: AssessmentScore) {
    for question in questionnaire.questions {
      mark(.asked(question.index, interview.isAsked(question.index)))
      markConstraints(question, interview)
      markBands(question, score)
    }
    for case let practice? in score.practices {
      mark(.practice(practice.question, practice.status == .met))
    }
    for node in questionnaire.nodes {
      if let path = node.path { mark(path, interview) }
    }
    for cap in score.caps + score.levelCaps { mark(cap) }
    if let level = score.level { mark(.level(level)) }
    for level in score.levels {
      for gate in level.gates { mark(gate, in: level.level.id) }
    }
    for check in score.checks {
      for condition in check.conditions { mark(condition, in: check.check.id) }
    }
    let raised = Set(score.recommendations.map(\.id))
    for (number, advice) in questionnaire.recommendations.enumerated() {
      mark(.raised(number, raised.contains(advice.id)))
    }
  }

  private mutating func mark(_ condition: ConditionResult, in owner: String) {
    mark(.condition(owner + "." + condition.condition.id, condition.status == .met))
  }

  private mutating func mark(_ cap: CapResult) {
    let owner =
      switch cap.subject {
      case .node(let node, _): questionnaire.nodes[node].id
      case .level: "level"
      }
    mark(.cap(owner + "." + cap.id, cap.status == .met))
  }

  /// The end to which the answers lead.
  private mutating func mark(_ path: DecisionPath, _ interview: Interview) {
    for question in path.questions {
      guard case .answered(let answer) = interview.state(of: question),
        case .end(let points)? = path.target(of: answer, from: question)
      else { continue }
      mark(.pathEnd(question, points))
    }
  }

  private mutating func markConstraints(_ question: Question, _ interview: Interview) {
    guard !question.constraints.isEmpty, case .answered = interview.state(of: question.index)
    else { return }
    let violated = interview.violatedConstraints(of: question.index)
    for number in question.constraints.indices {
      mark(.constraint(question.index, number, !violated.contains(number)))
    }
  }

  /// The band whose points the answer has: bands of equal points are one rule.
  private mutating func markBands(_ question: Question, _ score: AssessmentScore) {
    guard case .bands(let bands, _) = question.points,
      let points = score.questions[question.index]?.points
    else { return }
    for (number, band) in bands.enumerated() where band.points == points {
      mark(.band(question.index, number))
    }
  }
}
