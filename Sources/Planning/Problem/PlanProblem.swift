import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

/// The level to attain, the assessment it is attained from, and what may be changed in it.
struct PlanProblem {
  let scorer: Scorer
  let background: Background
  let target: Int
  /// The assessment as it stands, in the year planned for.
  let start: Interview
  /// By place in `Questionnaire.questions`.
  let moves: [Moves]
  /// The cost of every move: the effort in units, times `unit`, and one for the question itself.
  let costs: [[Int]]
  /// The questions on whose answers others, or conditions, depend; ascending.
  let deciding: [Int]
  let isDeciding: [Bool]
  /// Whether other answers share in the points of a question.
  let isDependent: [Bool]
  /// The expressions that read the answer to each question.
  let readers: [[Expression]]
  /// Questions whose answers conditions want confirmed.
  let confirmable: [Int]
  /// What stands against the answers already.
  let standing: Set<Problem>
  /// Whether some moves are not looked at, so that nothing is proved.
  let isIncomplete: Bool
  /// Whether a question stands on a decision path.
  let isOnPath: [Bool]
  /// The questions that gates read and a facilitator has to confirm.
  let gateQuestions: [Int]
  /// What the answers to several questions have to meet together.
  private(set) var couplings: [Coupling] = []
  /// The plans that the conditions leave when each is looked at by itself; `nil` where there is none.
  private(set) var beginning: Box?

  var model: Questionnaire { scorer.questionnaire }

  /// The confirmation of a plan, by nobody in particular; no rule reads who confirms, or when.
  static let confirmation = Day(daysSince1970: 0).map { Confirmation(by: "–", on: $0) }

  /// What one unit of effort costs; the rest counts questions.
  static let unit = 4096

  init?(
    _ start: Interview, to target: Int, _ scorer: Scorer, _ background: Background
  ) {
    let model = scorer.questionnaire
    self.scorer = scorer
    self.background = background
    self.target = target
    self.start = start
    let conditions = PlanConditions(model, target)
    readers = conditions.readers
    let bounds = PlanBounds(model, conditions, start)
    let moves = model.questions.map { question in
      Moves(
        question, in: start, scorer, bounds: bounds.list[question.index],
        isOnlyCounted: conditions.readers[question.index].allSatisfy {
          NumberBounds.onlyCounts(question.id, in: $0.source)
        })
    }
    self.moves = moves
    guard let costs = Self.costs(moves) else { return nil }
    self.costs = costs
    var isDeciding = conditions.isDeciding
    var isDependent = Array(repeating: false, count: moves.count)
    for question in model.questions where question.isScored {
      // Points that other answers decide.
      let dependsOnOthers = moves[question.index].list.contains {
        ($0.answer != nil || start.response(to: question.index)?.answer != nil)
          && $0.share == nil && !$0.isUnscored
      }
      if dependsOnOthers {
        isDeciding[question.index] = true
        isDependent[question.index] = true
      }
    }
    self.isDependent = isDependent
    self.isDeciding = isDeciding
    deciding = isDeciding.indices.filter { isDeciding[$0] }
    confirmable = model.questions.indices.filter {
      conditions.isConfirmed[$0]
        || (conditions.asksForGates && model.questions[$0].needsConfirmation)
    }
    standing = Set(start.problems)
    isIncomplete = moves.contains(where: \.isIncomplete)
    isOnPath = model.questions.indices.map { question in
      model.nodes.contains { $0.path?.questions.contains(question) ?? false }
    }
    gateQuestions = conditions.gateQuestions
    let reader = CouplingReader(self)
    guard !reader.isImpossible else { return }
    couplings = reader.couplings
    beginning = hasPractices ? narrowed(reader.box) : reader.box
  }

  private var hasPractices: Bool { model.questions.contains { $0.practice != nil } }

  /// Efforts in whole units; `nil` where the numbers are too large.
  private static func costs(_ moves: [Moves]) -> [[Int]]? {
    var denominator: Int128 = 1
    for effort in moves.flatMap(\.list).map(\.effort) {
      let shared = greatestCommonDivisor(denominator, effort.denominator)
      let (product, overflow) = (denominator / shared).multipliedReportingOverflow(
        by: effort.denominator)
      guard !overflow, product < 1_000_000 else { return nil }
      denominator = product
    }
    var costs: [[Int]] = []
    for list in moves.map(\.list) {
      var row: [Int] = []
      for move in list {
        let units = move.effort.numerator * (denominator / move.effort.denominator)
        guard units >= 0, units < 1_000_000_000 else { return nil }
        row.append(move.answer == nil ? 0 : Int(units) * unit + 1)
      }
      costs.append(row)
    }
    return costs
  }

  private static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

/// What the levels up to a target read.
struct PlanConditions {
  /// The expressions that read the answer to each question.
  private(set) var readers: [[Expression]]
  /// Whether anything but a question's own score depends on its answer.
  private(set) var isDeciding: [Bool]
  /// Whether a condition wants the answer confirmed.
  private(set) var isConfirmed: [Bool]
  /// Whether a gate wants the answers of all gates confirmed.
  private(set) var asksForGates = false
  /// Whether the year decides anything.
  private(set) var readsYear = false
  /// The questions that gates read and a facilitator has to confirm, ascending.
  let gateQuestions: [Int]

  init(_ model: Questionnaire, _ target: Int) {
    let count = model.questions.count
    readers = Array(repeating: [], count: count)
    isDeciding = Array(repeating: false, count: count)
    isConfirmed = Array(repeating: false, count: count)
    let read = Set(model.levels.flatMap(\.gates).flatMap(\.expressions).flatMap(\.reads))
    gateQuestions = model.questions.filter { question in
      question.needsConfirmation
        && [Variable.answer(question.index), .points(question.index), .met(question.index)]
          .contains { read.contains(model.slots.slot(of: $0)) }
    }.map(\.index)
    var gates = model.levels[...target].flatMap(\.gates).flatMap(\.expressions)
    if gates.contains(where: {
      $0.reads.contains { model.slots.variable(in: $0) == .gatesConfirmed }
    }) {
      asksForGates = true
      gates = model.levels.flatMap(\.gates).flatMap(\.expressions)
    }
    for expression in gates { add(expression, of: nil, model) }
    for cap in model.levelCaps where cap.level <= target { add(cap.condition, of: nil, model) }
    for node in model.nodes { for cap in node.rule.caps { add(cap.condition, of: nil, model) } }
    for question in model.questions {
      if let condition = question.showIf { add(condition, of: question.index, model) }
      if let points = question.points.expression { add(points, of: question.index, model) }
      for constraint in question.constraints where constraint.severity == .error {
        add(constraint.condition, of: question.index, model)
      }
      if let practice = question.practice {
        isDeciding[question.index] = true
        for other in practice.after { isDeciding[other] = true }
        if let condition = practice.condition { add(condition, of: nil, model) }
      }
    }
  }

  /// - Parameter own: The question whose own rule it is: reading itself makes it no deciding one.
  private mutating func add(_ expression: Expression, of own: Int?, _ model: Questionnaire) {
    for slot in expression.reads {
      let question: Int
      switch model.slots.variable(in: slot) {
      case .answer(let read)?: question = read
      case .points(let read)?, .met(let read)?: question = read
      case .confirmed(let read)?:
        isConfirmed[read] = true
        question = read
      case .reportingYear?:
        readsYear = true
        continue
      default: continue
      }
      readers[question].append(expression)
      if question != own { isDeciding[question] = true }
    }
  }
}

extension Expression {
  /// Whether it reads scores, which are known only when every answer is.
  func readsScores(_ slots: SlotTable) -> Bool {
    reads.contains { slot in
      switch slots.variable(in: slot) {
      case .capacityScore, .score, .capability, .total, .completeness, .level, .changeOfTotal,
        .check:
        true
      default: false
      }
    }
  }
}
