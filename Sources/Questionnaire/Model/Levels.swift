public import Diagnostics
public import Numbers

/// A step of maturity: thresholds, practices and gates, which hold together with those of all lower
/// levels.
public struct Level: Sendable {
  /// Counted from 1, lowest first.
  public let number: Int
  /// The stable name by which results refer to the level.
  public let id: String
  /// The level's name for people, in the model's words.
  public let title: LocalizedText
  /// What it means to stand on the level, in the model's words; `nil` where they say nothing.
  public let about: LocalizedText?
  /// The least total as a share, 0–100.
  public let total: Rational?
  /// The least score of every capacity as a share, 0–100.
  public let everyCapacity: Rational?
  /// The least scores of single nodes as shares, by place in `Questionnaire.nodes`.
  public let nodes: [Int: Rational]
  /// The number of the capability level on which every capacity has to stand.
  public let everyCapability: Int?
  /// The numbers of the capability levels of single nodes, by place in `Questionnaire.nodes`.
  public let capability: [Int: Int]
  /// How many practices of a strength have to be fulfilled, among those that belong to no level or
  /// to one up to this.
  public let practices: [Practice.Strength: Quota]
  /// The conditions that no score makes up for, in the order of the file.
  public let gates: [Condition]
  /// Where the identifier stands in the model file, for findings about the level.
  public let place: Place
}

/// A condition that keeps the level down, whatever the scores and gates give.
public struct LevelCap: Sendable {
  /// The name in results, unique among the level caps.
  public let id: String
  /// In force only where true; while unknown it may come to be.
  public let condition: Expression
  /// The number of the highest level left.
  public let level: Int
  /// Why, in the model's words.
  public let say: LocalizedText
  /// Where the identifier stands in the model file.
  public let place: Place
}
