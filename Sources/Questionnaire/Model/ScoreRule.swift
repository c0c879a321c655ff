public import Diagnostics
public import Numbers

/// How one score comes about; what a node does not say itself has been inherited.
public struct ScoreRule: Sendable {
  /// From the questions and nodes directly below.
  public var rollUp = RollUp.mean
  /// What a question that is asked and not answered does to the score.
  public var unanswered = MissingPolicy.exclude
  /// What “I don't know” does to the score.
  public var noData = MissingPolicy.exclude
  /// What “not applicable” does to the score; it never lowers coverage.
  public var notApplicable = NotApplicablePolicy.exclude
  /// The least share of the applicable weight that must be answered, 0–100.
  public var minimumCoverage = Rational(50)
  /// The scale on which people read the score, and on which the model's thresholds, caps and
  /// expressions speak of it.
  public var scale = Scale.share
  /// What keeps the score down, in the order of the file; never inherited.
  public var caps: [ScoreCap] = []
}

/// What a missing answer does to a score.
public enum MissingPolicy: String, Sendable, CaseIterable {
  /// Leaves the denominator.
  case exclude
  /// Counts as the worst.
  case zero
  /// There is no score.
  case block
}

/// What “not applicable” does to a score.
public enum NotApplicablePolicy: String, Sendable, CaseIterable {
  /// Leaves the denominator.
  case exclude
  /// Counts as the best.
  case full
  /// Counts as the worst.
  case zero
  /// There is no score.
  case block
}

/// A condition that keeps a score down, whatever the parts give.
public struct ScoreCap: Sendable {
  /// The name in results, unique in the model.
  public let id: String
  /// In force only where true; while unknown it may come to be.
  public let condition: Expression
  /// The highest share left, 0–100.
  public let highest: Rational
  /// Why, in the model's words.
  public let say: LocalizedText
  /// Where the identifier stands in the model file.
  public let place: Place
}
