public import Diagnostics
public import Numbers

/// How answers become scores, as the model declares it for all of it.
public struct ScoringPolicy: Sendable {
  /// The scale of points, of which a question may have its own.
  public var points = Scale.points
  /// What a node inherits that says nothing else, such as its roll-up and what missing answers do.
  public var nodes = ScoreRule()
  /// From the capacities to the total.
  public var total = ScoreRule()
  /// From the named scores of a node to its own; without any there is one, which is its own.
  public var aspects = AspectCombination.mean([])
  /// What makes practices count as fulfilled.
  public var practices = PracticePolicy()
}

/// A score with a name of its own, which every node has beside the others.
public struct Aspect: Sendable {
  /// The stable name, the last part of `score.NODE.ID` in expressions.
  public let id: String
  /// The aspect's name for people, in the model's words.
  public let title: LocalizedText
  /// Where the identifier stands in the model file.
  public let place: Place
}

/// How the named scores of a node become its own.
public enum AspectCombination: Sendable, Hashable {
  /// The arithmetic mean with these weights, by place in `Questionnaire.aspects`.
  case mean([Rational])
  /// The least of those whose aspect has questions in the node.
  case minimum
}
