public import CEL

extension Questionnaire {
  /// The names that an expression can use: those that recommendations see, which are all there are
  /// but `this`.
  ///
  /// - Complexity: O(questions + capacities + checks).
  public func environment(_ profile: Profile = .survey) -> Environment {
    ExpressionReader(
      questions: questions.map { ($0.id, $0.kind) }, capacities: capacities.map(\.id),
      checks: checks.map(\.id), profile: profile
    ).recommendation
  }
}
