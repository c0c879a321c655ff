public import Diagnostics
public import Numbers

/// A named group of questions with a score of its own: a capacity, or a part of one at any depth.
public struct ScoreNode: Sendable {
  /// The place in `Questionnaire.nodes`.
  public let node: Int
  /// The place of the capacity it is, or is a part of, in `Questionnaire.capacities`.
  public let capacity: Int
  /// The place of the node above in `Questionnaire.nodes`; `nil` for a capacity.
  public let parent: Int?
  /// How many nodes stand above it; 0 for a capacity.
  public let depth: Int
  /// The nodes directly below, in the order of the file.
  public let children: [Int]
  /// The stable name, unique among all nodes: `score.ID` in expressions.
  public let id: String
  /// The short name for the heads of tables, such as `HUM`; `nil` where `id` serves.
  public let code: String?
  /// The node's name for people, in the model's words.
  public let title: LocalizedText
  /// What the node covers, in the model's words; `nil` where they say nothing.
  public let about: LocalizedText?
  /// The weight in the node above, or in the total; where that one sums up, times the length of
  /// this node's scale.
  public let weight: Rational
  /// All questions of the node and of what stands below, by place in `Questionnaire.questions`.
  public let questions: Range<Int>
  /// The questions of the node itself, the first of `questions`.
  public let ownQuestions: Range<Int>
  /// How its score comes about.
  public let rule: ScoreRule
  /// The way through its own questions; there exactly where `rule.rollUp` is `path`.
  public let path: DecisionPath?
  /// Where the identifier stands in the model file, for findings about the node.
  public let place: Place
}
