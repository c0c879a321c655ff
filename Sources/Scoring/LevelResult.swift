public import Numbers
public import Questionnaire

/// Whether a condition holds.
public enum Status: String, Sendable, CaseIterable {
  case met
  case unmet
  /// Undecided, because answers are missing or the rule failed: not yet met.
  case unknown
}

/// A gate, or a condition of a readiness check, as an assessment stands to it.
public struct ConditionResult: Sendable {
  let shared: Shared<Condition>
  /// The condition as the model declares it.
  public var condition: Condition { shared.content }
  /// True → met, false → unmet, unknown or failed → unknown.
  public let status: Status
  /// What decides an unknown condition.
  public let waitingFor: Awaited
  /// Why the expression has no value, where it failed.
  public let failure: RuleFailure?
}

/// A least score that a level asks for.
public struct ThresholdResult: Sendable {
  /// Which score the threshold is compared with.
  public enum Kind: Sendable, Hashable {
    case total
    /// By place in `Questionnaire.capacities`.
    case capacity(Int)
  }

  /// Which score has to reach `needed`.
  public let kind: Kind
  /// 0–100; the greater one where a level names a capacity besides asking something of every one.
  public let needed: Rational
  /// The score compared; `nil` when there is none.
  public let score: Rational?
  /// Exact: met from `needed` on. A missing score is unmet when even its best outcome stays below,
  /// else unknown. Always met: a need of 0 or less, and a capacity in which nothing applies.
  public let status: Status
  /// What decides an unknown threshold.
  public let waitingFor: Awaited
}

/// A level and its own conditions.
public struct LevelResult: Sendable {
  let shared: Shared<Level>
  /// The level as the model declares it.
  public var level: Level { shared.content }
  /// The total first, then the capacities in their order.
  public let thresholds: [ThresholdResult]
  /// In the order of the model, without those of lower levels.
  public let gates: [ConditionResult]
  /// Whether all of the level's own conditions are met.
  public let isMet: Bool
  /// Whether those of every lower level are met, too.
  public let isReached: Bool
}

/// A recommendation that may come to be raised.
public struct UndecidedRecommendation: Sendable {
  let shared: Shared<Recommendation>
  /// The recommendation as the model declares it.
  public var recommendation: Recommendation { shared.content }
  /// What decides it.
  public let waitingFor: Awaited
}

/// A readiness check as an assessment stands to it.
public struct CheckResult: Sendable {
  let shared: Shared<ReadinessCheck>
  /// The check as the model declares it.
  public var check: ReadinessCheck { shared.content }
  /// Met when all conditions are, unmet when one is not, otherwise unknown.
  public let status: Status
  /// In the order of the model.
  public let conditions: [ConditionResult]
}
