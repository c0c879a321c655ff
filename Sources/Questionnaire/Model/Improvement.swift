public import Numbers

/// What it takes to improve an answer, for plans to the next level.
public enum Improvement: Sendable, Hashable {
  /// A fact that nobody changes.
  case none
  /// The effort of each step; 1 where the model says nothing.
  case effort(Rational)
  /// The effort of the step from each answer to the next better one, from the worst on.
  case steps([Rational])
  /// Grows by itself, by so much a year.
  case perYear(Rational)
}
