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
}
