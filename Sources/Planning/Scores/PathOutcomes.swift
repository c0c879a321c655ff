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
    struct End: Hashable {
      var standing: PartOutcome.Standing
      var share: Double
    }
    var best: [(end: End, way: Way)] = []
    func found(_ outcome: PartOutcome, _ way: Way) {
      let end = End(standing: outcome.standing, share: outcome.share)
      if let place = best.firstIndex(where: { $0.end == end }) {
        if way.cost < best[place].way.cost { best[place].way = way }
      } else {
        best.append((end, way))
      }
    }
    // What is passed over keeps its cheapest move.
    func cheapest(_ question: Int) -> Int {
      view.box.open(question).map { problem.costs[question][$0] }.min() ?? 0
    }
    let idle = path.questions.reduce(0) { $0 + cheapest($1) }
    var waiting = [(question: path.questions.lowerBound, way: Way(cost: idle, steps: []))]
    var count = 0
    while let (question, way) = waiting.popLast(), count < 20_000 {
      count += 1
      guard way.steps.count < path.questions.count else { continue }
      for move in view.box.open(question) {
        var next = way
        next.cost += problem.costs[question][move] - cheapest(question)
        next.steps.append((question, move))
        switch problem.answer(question, move).map({ path.target(of: $0, from: question) }) {
        case .some(.question(let other)?): waiting.append((other, next))
        case .some(.end(let points)?):
          let share = (try? path.scale.share(points))?.doubleValue ?? 100
          found(.counted(share, cost: 0, choice: 0), next)
        case .some(nil): found(.missing(rule.unanswered, cost: 0, choice: 0), next)
        case nil: found(problem.withoutAnswer(question, rule, cost: 0, choice: 0), next)
        }
      }
    }
    if !waiting.isEmpty {
      // Too many ways to look at: nothing is ruled out.
      found(.counted(100, cost: 0, choice: 0), Way(cost: idle, steps: []))
    }
    for (place, item) in best.enumerated() {
      outcomes.append(
        PartOutcome(
          cost: item.way.cost, share: item.end.share, standing: item.end.standing,
          choice: Int32(place)))
      steps.append(item.way.steps)
    }
  }

  /// The moves on the way to an outcome.
  func moves(of choice: Int) -> [(question: Int, move: Int)] {
    steps.indices.contains(choice) ? steps[choice] : []
  }
}
