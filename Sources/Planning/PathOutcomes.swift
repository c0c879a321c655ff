import Interview
import Numbers
import Questionnaire
import Scoring

/// The ends that a decision path can come to, each at its least cost.
struct PathOutcomes {
  private(set) var outcomes: [PartOutcome] = []
  private var steps: [[(question: Int, move: Int)]] = []

  init(_ node: Int, _ problem: PlanProblem, _ view: BoxView) {
    guard let path = problem.model.nodes[node].path else { return }
    let rule = problem.model.nodes[node].rule
    struct Way {
      var cost: Int
      var steps: [(question: Int, move: Int)]
    }
    // What is passed over keeps its cheapest move.
    func cheapest(_ question: Int) -> Int {
      view.box.open(question).map { problem.costs[question][$0] }.min() ?? 0
    }
    let idle = path.questions.reduce(0) { $0 + cheapest($1) }
    var waiting = [(question: path.questions.lowerBound, way: Way(cost: idle, steps: []))]
    var best: [Double?: Way] = [:]
    var count = 0
    while let (question, way) = waiting.popLast(), count < 20_000 {
      count += 1
      guard way.steps.count < path.questions.count else { continue }
      for move in view.box.open(question) {
        var next = way
        next.cost += problem.costs[question][move] - cheapest(question)
        next.steps.append((question, move))
        var share: Double?
        if let target = Self.target(of: question, move, path, problem) {
          switch target {
          case .question(let other):
            waiting.append((other, next))
            continue
          case .end(let points):
            share = (try? path.scale.share(points))?.doubleValue ?? 100
          }
        }
        if best[share].map({ $0.cost > next.cost }) ?? true { best[share] = next }
      }
    }
    if !waiting.isEmpty, best[100].map({ $0.cost > idle }) ?? true {
      // Too many ways to look at: nothing is ruled out.
      best[100] = Way(cost: idle, steps: [])
    }
    let sorted = best.sorted { ($0.value.cost, $0.key ?? -1) < ($1.value.cost, $1.key ?? -1) }
    for (share, way) in sorted {
      outcomes.append(
        share.map { .counted($0, cost: way.cost, choice: steps.count) }
          ?? .missing(rule.unanswered, cost: way.cost, choice: steps.count))
      steps.append(way.steps)
    }
  }

  /// The moves on the way to an outcome.
  func moves(of choice: Int) -> [(question: Int, move: Int)] {
    steps.indices.contains(choice) ? steps[choice] : []
  }

  private static func target(
    of question: Int, _ move: Int, _ path: DecisionPath, _ problem: PlanProblem
  ) -> DecisionPath.Target? {
    var answer = problem.moves[question].list[move].answer
    if answer == nil, case .value(let present)? = problem.start.response(to: question)?.answer {
      answer = present
    }
    let place: Int
    switch answer {
    case .step(let step): place = step - 1
    case .choice(let choice): place = choice
    case .yesNo(let isYes): place = isYes ? 1 : 0
    default: return nil
    }
    let targets = path.targets(of: question)
    return targets.indices.contains(place) ? targets[place] : nil
  }
}
