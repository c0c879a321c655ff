public import Diagnostics
public import Numbers
public import Questionnaire

/// Whether a condition holds.
public enum Status: String, Sendable, CaseIterable {
  case met
  case unmet
  /// Undecided, because answers are missing or the rule failed: not yet met.
  case unknown
}

/// What becomes of a condition when all that is open is answered.
struct Outlook: Sendable {
  /// Whether it holds whatever the answers.
  let isCertain: Bool
  /// Whether it holds with some answers.
  let isPossible: Bool

  init(isCertain: Bool, isPossible: Bool) {
    self.isCertain = isCertain
    self.isPossible = isPossible
  }

  /// - Parameter isSettled: Whether a truth value, once it is there, stays; else anything may come.
  init(_ status: Status, isSettled: Bool = true) {
    isCertain = isSettled && status == .met
    isPossible = !isSettled || status != .unmet
  }
}

/// A gate, or a condition of a readiness check, as an assessment stands to it.
public struct ConditionResult: Sendable {
  let shared: Shared<Condition>
  /// The condition as the model declares it.
  public var condition: Condition { shared.content }
  /// True → met, false → unmet, unknown or failed → unknown; a quota is met as soon as enough are
  /// true, and unmet when even with all unknown ones there are too few.
  public let status: Status
  /// What decides an unknown condition.
  public let waitingFor: Awaited
  /// Why the expression has no value, where it failed; of a quota the first that did.
  public let failure: RuleFailure?
  /// Where the expression that failed stands in the model file.
  let failedAt: Place?
  let outlook: Outlook
}

/// A least score that a level asks for.
public struct ThresholdResult: Sendable {
  /// Which score the threshold is compared with.
  public enum Kind: Sendable, Hashable {
    case total
    /// By place in `Questionnaire.nodes`.
    case node(Int)
  }

  /// Which score has to reach `needed`.
  public let kind: Kind
  /// A share of 0–100; the greater one where a level names a capacity besides asking something of
  /// every one.
  public let needed: Rational
  /// The share compared; `nil` when there is none.
  public let score: Rational?
  /// The scale on which people read both.
  public let scale: Scale
  /// Exact: met from `needed` on. A missing score is unmet when even its best outcome stays below,
  /// else unknown. Always met: a need of 0 or less, and a node in which nothing applies.
  public let status: Status
  /// What decides an unknown threshold.
  public let waitingFor: Awaited
  let outlook: Outlook

  /// `needed` as people read it.
  public var shownNeed: Rational { (try? scale.shown(needed)) ?? needed }
  /// `score` as people read it.
  public var shownScore: Rational? { score.flatMap { try? scale.shown($0) } }
}

/// A capability level that a level asks of a node.
public struct CapabilityNeed: Sendable {
  /// By place in `Questionnaire.nodes`.
  public let node: Int
  /// The number of the capability level; the greater one where a level names a capacity besides
  /// asking something of every one.
  public let needed: Int
  /// How the node stands; `nil` where none of its practices counts, so that nothing is asked.
  public let now: CapabilityResult?
  /// Met where the node stands as high, unmet where it cannot come to, else unknown.
  public let status: Status
}

/// How many practices a level asks for.
public struct PracticeNeed: Sendable {
  /// What the practices have in common.
  public enum Kind: Sendable, Hashable {
    /// All that belong to the level and are not counted by a quota.
    case ownOfLevel
    /// Those of a strength that belong to no level, or to one up to this.
    case quota(Practice.Strength)
  }

  /// Which practices are counted.
  public let kind: Kind
  /// How many of them have to be fulfilled.
  public let quota: Quota
  /// All that the level asks for, by question, ascending, also those that do not count.
  public let practices: [Int]
  /// How many count: those that are not asked, or left out as not applicable, do not.
  public let counted: Int
  /// How many are fulfilled for certain.
  public let met: Int
  /// The practices that are not fulfilled, by question, ascending.
  public let lacking: [Int]
  /// Met when those fulfilled for certain suffice, unmet when all that may come to be do not.
  public let status: Status
  /// The questions whose answers may decide it, ascending.
  public let waitingFor: [Int]
}

/// A level and its own conditions.
public struct LevelResult: Sendable {
  let shared: Shared<Level>
  /// The level as the model declares it.
  public var level: Level { shared.content }
  /// The total first, then the nodes in their order.
  public let thresholds: [ThresholdResult]
  /// In the order of the nodes.
  public let capabilities: [CapabilityNeed]
  /// Those that belong to the level first, then the quotas from `must` on.
  public let practices: [PracticeNeed]
  /// In the order of the model, without those of lower levels.
  public let gates: [ConditionResult]
  /// Whether all of the level's own conditions are met.
  public let isMet: Bool
  /// Whether those of every lower level are met, too; caps are not looked at.
  public let isReached: Bool
  /// All its own conditions together.
  let outlook: Outlook
}

/// A bound from above, on a score or on the level, as an assessment stands to it.
public struct CapResult: Sendable {
  /// What is kept down.
  public enum Subject: Sendable, Hashable {
    /// A node's score, at most this share of 0–100.
    case node(Int, highest: Rational)
    /// The level, at most the one with this number.
    case level(Int)
  }

  /// The name in results.
  public let id: String
  /// What it keeps down, and to what.
  public let subject: Subject
  /// Why, in the model's words.
  public let say: LocalizedText
  /// Met: in force. Unknown: not in force yet.
  public let status: Status
  /// What decides an unknown cap.
  public let waitingFor: Awaited
  /// Why its condition has no value, where it failed.
  public let failure: RuleFailure?
  /// Where its condition stands in the model file.
  public let place: Place
  /// Whether open answers leave the status as it is.
  let isSettled: Bool
}

/// Which levels the open answers leave possible.
public struct LevelRange: Sendable {
  /// The place of the level that is kept whatever the answers; `nil` for none. Tight where the parts
  /// of each score do not depend on each other: some way of answering leads to just this level.
  public let lowest: Int?
  /// The place of the highest level whose conditions, and those of all below, can each be met. Tight
  /// where the open answers only raise scores and every gate, practice and cap waits for answers of
  /// its own; otherwise an outer bound, since conditions that can each be met may exclude each other.
  public let highest: Int?
  /// What decides between the two: what the conditions of the levels between them, and the caps that
  /// are open, wait for. Empty where the two are one.
  public let decidedBy: Awaited

  /// Whether nothing that is open can change the level.
  public var isSettled: Bool { lowest == highest }
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
