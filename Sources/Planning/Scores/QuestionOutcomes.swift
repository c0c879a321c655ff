import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

extension PlanProblem {
  /// The most combinations of other answers tried for the points of one.
  private static let limit = 256

  /// What the answers of a box to a question can bring: the best where more than it decides.
  func outcomes(of question: Int, _ view: BoxView) -> [PartOutcome] {
    var outcomes: [PartOutcome] = []
    if view.mayBeHidden(question) {
      let move = cheapest(question, view.box)
      outcomes.append(.leftOut(cost: costs[question][move], choice: move))
    }
    guard view.mayBeAsked(question) else { return outcomes }
    for move in view.box.open(question) {
      outcomes.append(outcome(of: question, move: move, view))
    }
    return outcomes
  }

  /// The same with what each means for the couplings of the question, and in no score.
  func boundOutcomes(of question: Int, isScored: Bool, _ view: BoxView) -> [PartOutcome] {
    let mine = couplings.filter { $0.questions.contains(question) }
    guard !mine.isEmpty else { return outcomes(of: question, view) }
    return view.box.open(question).compactMap { move in
      var outcome =
        isScored
        ? self.outcome(of: question, move: move, view)
        : .leftOut(cost: costs[question][move], choice: move)
      for coupling in mine {
        guard let place = coupling.questions.firstIndex(of: question),
          let code = coupling.code(of: move, at: place)
        else { return nil }
        outcome.codes.append(code)
      }
      return outcome
    }
  }

  func cheapest(_ question: Int, _ box: Box) -> Int {
    box.open(question).min {
      (costs[question][$0], $0) < (costs[question][$1], $1)
    } ?? 0
  }

  private func outcome(of question: Int, move: Int, _ view: BoxView) -> PartOutcome {
    let cost = costs[question][move]
    let known = moves[question].list[move]
    if known.isUnscored { return .leftOut(cost: cost, choice: move) }
    let rule = model.questions[question].node.map { model.nodes[$0].rule } ?? model.scoring.nodes
    if known.answer == nil, answer(question, move) == nil {
      return withoutAnswer(question, rule, cost: cost, choice: move)
    }
    if let share = known.share { return .counted(share.doubleValue, cost: cost, choice: move) }
    // Other answers decide the points: known once they are, until then the best.
    if isDeciding[question], !view.box.isOpen(question), !view.mayBeHidden(question),
      let score = view.score.questions[question]
    {
      switch score.standing {
      case .counted:
        if let share = score.score {
          return .counted(share.doubleValue, cost: cost, choice: move)
        }
      case .leftOut: return .leftOut(cost: cost, choice: move)
      case .open, .hiddenForNow: break
      }
    }
    return .counted(highestShare(of: question, move: move, view), cost: cost, choice: move)
  }

  /// What a question brings that stays without an answer.
  func withoutAnswer(_ question: Int, _ rule: ScoreRule, cost: Int, choice: Int) -> PartOutcome {
    switch start.response(to: question)?.answer {
    case .noData: .missing(rule.noData, cost: cost, choice: choice)
    case .notApplicable: .notApplicable(rule.notApplicable, cost: cost, choice: choice)
    case .value, nil: .missing(rule.unanswered, cost: cost, choice: choice)
    }
  }

  /// The highest share that the other answers of a box give to an answer.
  private func highestShare(of question: Int, move: Int, _ view: BoxView) -> Double {
    let definition = model.questions[question]
    guard let expression = definition.points.expression, let answer = answer(question, move) else {
      return 100
    }
    var others: [(question: Int, moves: [Int])] = []
    var count = 1
    for slot in expression.reads where slot.index != question {
      guard case .answer(let other)? = model.slots.variable(in: slot) else { continue }
      guard !view.mayBeHidden(other) else { return 100 }
      let moves = view.box.open(other)
      others.append((other, moves))
      count = min(Self.limit + 1, count * moves.count)
    }
    guard count <= Self.limit else { return 100 }
    var highest = 0.0
    for combination in Coupling.combinations(others.map(\.moves)) {
      var values = view.interview.values
      values[question] = definition.kind.expressionValue(answer) ?? values[question]
      for (other, move) in zip(others, combination) {
        guard let given = self.answer(other.question, move),
          let value = model.questions[other.question].kind.expressionValue(given)
        else { return 100 }
        values[other.question] = value
      }
      guard let points = scorer.points(of: definition, answer, values),
        let share = try? definition.scale.share(points)
      else { return 100 }
      highest = max(highest, share.doubleValue)
    }
    return highest
  }

  /// What a question is answered with by a move; `nil` where it stays without an answer.
  func answer(_ question: Int, _ move: Int) -> AnswerValue? {
    if let answer = moves[question].list[move].answer { return answer }
    guard case .value(let present)? = start.response(to: question)?.answer,
      model.questions[question].kind.accepts(present)
    else { return nil }
    return present
  }
}
