public import Interview

extension Interview {
  /// Whether every question asked has an outcome and no answer is wrong.
  ///
  /// Warnings and proof still to come do not stand in the way.
  public var isComplete: Bool {
    progress.answered == progress.asked && !problems.contains { $0.severity == .error }
  }
}
