public import CEL

extension Questionnaire {
  /// The names that an expression can use: those that recommendations see, which are all there are
  /// but `this`.
  ///
  /// - Complexity: O(questions + nodes + checks).
  public func environment(_ profile: Profile = .survey) -> Environment {
    ExpressionReader(
      .init(
        questions: questions.map { ($0.id, $0.kind, $0.practice != nil) },
        nodes: nodes.map { ($0.id, $0.depth) }, aspects: aspects.map(\.id),
        hasCapabilityLevels: !capabilityLevels.isEmpty, checks: checks.map(\.id)),
      profile: profile
    ).recommendation
  }

  /// How expressions write a variable, such as `points.training`.
  public func name(of variable: Variable) -> String {
    switch variable {
    case .answer(let question): questions[question].id
    case .reportingYear: "reporting_year"
    case .points(let question): "points." + questions[question].id
    case .confirmed(let question): "confirmed." + questions[question].id
    case .membersMean(let question): "members_mean." + questions[question].id
    case .met(let question): "met." + questions[question].id
    case .capacityScore(let capacity): "capacity." + capacities[capacity].id
    case .score(let node, let aspect):
      "score." + nodes[node].id + (aspect.map { "." + aspects[$0].id } ?? "")
    case .capability(let node): "capability." + nodes[node].id
    case .check(let check): "check." + checks[check].id
    case .total: "total"
    case .completeness: "completeness"
    case .gatesConfirmed: "review.gates_confirmed"
    case .level: "level"
    case .changeOfTotal: "change.total"
    case .previousChangeOfTotal: "previous.change.total"
    }
  }
}
