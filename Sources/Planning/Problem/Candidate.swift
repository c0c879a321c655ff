import CEL
import Interview
import Numbers
import Questionnaire
import Scoring

/// One plan, put through the interview and the scorer.
struct Candidate {
  /// By question.
  let moves: [Int]
  let interview: Interview
  let score: AssessmentScore
  /// What the plan does not meet; empty where it attains the level.
  let unmet: [PlanNeed]
}

extension PlanProblem {
  func candidate(_ moves: [Int]) -> Candidate {
    var interview = start
    for (question, move) in moves.enumerated() {
      guard let answer = self.moves[question].list[move].answer else { continue }
      _ = interview.record(.value(answer), for: question)
    }
    confirm(in: &interview)
    let score = scorer.score(interview, background: background)
    return Candidate(
      moves: moves, interview: interview, score: score,
      unmet: PlanNeed.unmet(in: score, upTo: target) + violations(interview))
  }

  /// The same plan with the numbers on each step that are nearest to those of now and still do.
  func nearest(_ candidate: Candidate) -> Candidate {
    var best = candidate
    for (question, move) in candidate.moves.enumerated() {
      guard case .number(let chosen)? = moves[question].list[move].answer else { continue }
      var present = Rational(0)
      if case .value(.number(let number))? = start.response(to: question)?.answer {
        present = number.rational
      }
      func distance(_ number: DecimalNumber) -> Rational {
        let (low, high) = (min(number.rational, present), max(number.rational, present))
        return (try? high.subtracting(low)) ?? high
      }
      let nearer = moves[question].list.indices.compactMap { other -> (move: Int, Rational)? in
        guard case .number(let number)? = moves[question].list[other].answer,
          costs[question][other] == costs[question][move], distance(number) < distance(chosen)
        else { return nil }
        return (other, distance(number))
      }
      for other in nearer.sorted(by: { $0.1 < $1.1 }) {
        var moves = best.moves
        moves[question] = other.move
        let trial = self.candidate(moves)
        guard trial.unmet.isEmpty else { continue }
        best = trial
        break
      }
    }
    return best
  }

  /// What the answers make wrong that is not wrong already.
  private func violations(_ interview: Interview) -> [PlanNeed] {
    interview.problems.filter { $0.severity == .error && !standing.contains($0) }
      .map { .constraint(question: $0.question) }
  }

  func cost(_ moves: [Int]) -> Int {
    moves.enumerated().reduce(0) { $0 + costs[$1.offset][$1.element] }
  }
}

extension PlanNeed {
  /// What keeps an assessment from a level.
  static func unmet(in score: AssessmentScore, upTo target: Int) -> [PlanNeed] {
    var needs: [PlanNeed] = []
    for (place, level) in score.levels[...target].enumerated() where !level.isMet {
      for threshold in level.thresholds where threshold.status != .met {
        needs.append(.threshold(level: place, threshold.kind))
      }
      for need in level.capabilities where need.status != .met {
        needs.append(.capability(level: place, node: need.node))
      }
      for need in level.practices where need.status != .met {
        needs.append(.practices(level: place, need.kind))
      }
      for (number, gate) in level.gates.enumerated() where gate.status != .met {
        needs.append(.gate(level: place, gate: number))
      }
    }
    for (place, cap) in score.questionnaire.levelCaps.enumerated()
    where cap.level <= target && score.levelCaps[place].status == .met {
      needs.append(.levelCap(place))
    }
    return needs
  }
}

extension PlanProblem {
  /// The questions whose answers may decide needs, those first about which a bound can be wrong:
  /// what conditions read, then what decides points and visibility, then all others.
  func deciders(of needs: [PlanNeed], _ box: Box) -> [Int] {
    var conditions: [Int] = []
    var undecided: [Int] = []
    var others: [Int] = []
    for need in needs {
      let all = deciders(of: need)
      guard case .threshold(_, let kind) = need else {
        conditions += all
        continue
      }
      let range =
        switch kind {
        case .total: model.questions.indices
        case .node(let node): model.nodes[node].questions
        }
      for question in range {
        let isUndecided = isDependent[question] || model.questions[question].showIf != nil
        if isUndecided {
          undecided += inputs(of: question) + (isDependent[question] ? [question] : [])
        }
      }
      others += all
    }
    return conditions + undecided + others
  }

  /// The answers that the points of a question read, and that decide whether it is asked.
  private func inputs(of question: Int) -> [Int] {
    let definition = model.questions[question]
    let slots = [definition.showIf, definition.points.expression].compactMap(\.self).flatMap(
      \.reads)
    return slots.compactMap { slot in
      guard case .answer(let other)? = model.slots.variable(in: slot), other != question else {
        return nil
      }
      return other
    }
  }

  /// The questions whose answers may decide a need, those that decide whether they are asked
  /// included, the nearest first.
  func deciders(of need: PlanNeed) -> [Int] {
    var found: [Int] = []
    var seen: Set<Int> = []
    func add(_ question: Int) {
      if seen.insert(question).inserted { found.append(question) }
    }
    func add(_ expression: Expression) {
      for slot in expression.reads {
        switch model.slots.variable(in: slot) {
        case .answer(let question)?, .points(let question)?, .met(let question)?,
          .confirmed(let question)?:
          add(question)
        case .score(let node, _)?, .capability(let node)?:
          for question in model.nodes[node].questions where isDeciding[question] { add(question) }
        case .capacityScore(let capacity)?:
          for question in model.capacities[capacity].questions where isDeciding[question] {
            add(question)
          }
        case .gatesConfirmed?: for question in confirmable { add(question) }
        default: break
        }
      }
    }
    switch need {
    case .threshold(_, let kind):
      let nodes: [ScoreNode]
      switch kind {
      case .total: nodes = model.nodes
      case .node(let node):
        nodes = model.nodes.filter {
          model.nodes[node].questions.contains($0.questions.lowerBound) && $0.node >= node
        }
      }
      for node in nodes { for cap in node.rule.caps { add(cap.condition) } }
      for node in nodes where node.depth == 0 || kind != .total {
        for question in node.questions where isDeciding[question] { add(question) }
      }
    case .capability(_, let node):
      for question in model.nodes[node].questions where model.questions[question].practice != nil {
        add(question)
      }
    case .practices:
      for question in model.questions where question.practice != nil { add(question.index) }
    case .gate(let level, let gate):
      for expression in model.levels[level].gates[gate].expressions { add(expression) }
    case .levelCap(let cap): add(model.levelCaps[cap].condition)
    case .constraint(let question):
      add(question)
      for constraint in model.questions[question].constraints { add(constraint.condition) }
    }
    var next = 0
    while next < found.count {
      let question = model.questions[found[next]]
      if let condition = question.showIf { add(condition) }
      if let condition = question.practice?.condition { add(condition) }
      if let expression = question.points.expression { add(expression) }
      for other in question.practice?.after ?? [] { add(other) }
      next += 1
    }
    return found
  }
}
