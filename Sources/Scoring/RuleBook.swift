import CEL
import Numbers
import Questionnaire

/// One part of a model behind one reference, so that the results of many assessments can name it
/// without copying its texts each time.
final class Shared<Content: Sendable>: Sendable {
  let content: Content

  init(_ content: Content) { self.content = content }
}

/// The conditions of a model, in the form in which they are applied.
struct RuleBook: Sendable {
  struct Threshold: Sendable {
    let kind: ThresholdResult.Kind
    let needed: Rational
  }

  struct CapabilityThreshold: Sendable {
    let node: Int
    let needed: Int
  }

  struct PracticeQuota: Sendable {
    let kind: PracticeNeed.Kind
    let quota: Quota
    /// By place in `Questionnaire.questions`.
    let practices: [Int]
  }

  struct LevelRules: Sendable {
    let shared: Shared<Level>
    let thresholds: [Threshold]
    let capabilities: [CapabilityThreshold]
    let practices: [PracticeQuota]
    let gates: [ConditionRule]
  }

  struct CheckRules: Sendable {
    let shared: Shared<ReadinessCheck>
    let conditions: [ConditionRule]
  }

  struct LevelCapRule: Sendable {
    let cap: LevelCap
    let rule: ExpressionRule
  }

  struct ScoreCapRule: Sendable {
    let node: Int
    let cap: ScoreCap
    let rule: ExpressionRule
  }

  /// A reference, like all that is passed around for every assessment.
  final class ConditionRule: Sendable {
    let shared: Shared<Condition>
    let expressions: [ExpressionRule]
    /// Of how many expressions is asked; `nil` for a single one that has to be true.
    let quota: Quota?

    init(_ condition: Condition, _ slots: SlotTable) {
      shared = Shared(condition)
      expressions = condition.expressions.map { ExpressionRule($0, slots) }
      quota = if case .quota(let quota, _) = condition.rule { quota } else { nil }
    }
  }

  /// An expression, with those of its variables that have a value and can still change.
  final class ExpressionRule: Sendable {
    let expression: Expression
    let volatile: [Variable]
    /// Whether it asks whether something is answered, so that a truth value can change with an
    /// answer that comes.
    private let asksForAnswers: Bool

    init(_ expression: Expression, _ slots: SlotTable) {
      self.expression = expression
      asksForAnswers = expression.asksForAnswers
      volatile = expression.reads.compactMap { slots.variable(in: $0) }.filter { variable in
        switch variable {
        case .capacityScore, .score, .capability, .total, .completeness, .changeOfTotal, .level,
          .check:
          true
        case .answer, .reportingYear, .points, .confirmed, .membersMean, .met, .gatesConfirmed,
          .previousChangeOfTotal:
          false
        }
      }
    }

    /// Whether an answer that is missing now can change what it comes out at, although it has an
    /// outcome: it asks whether there is one.
    func waits(for variables: [Value]) -> Bool {
      asksForAnswers
        && expression.reads.contains { slot in
          if case .unknown = variables[slot.index] { true } else { false }
        }
    }
  }

  let levels: [LevelRules]
  /// In the order of the model.
  let levelCaps: [LevelCapRule]
  /// By place in `RollUpProgram.caps`.
  let scoreCaps: [ScoreCapRule]
  let checks: [CheckRules]
  let recommendations: [Shared<Recommendation>]
  /// The questions of which some condition asks whether the answer is confirmed, ascending.
  let asksIfConfirmed: [Int]

  init(_ questionnaire: Questionnaire, _ program: RollUpProgram) {
    let slots = questionnaire.slots
    func rule(_ condition: Condition) -> ConditionRule { ConditionRule(condition, slots) }
    levels = questionnaire.levels.map { level in
      LevelRules(
        shared: Shared(level), thresholds: Self.thresholds(of: level, questionnaire),
        capabilities: Self.capabilities(of: level, questionnaire),
        practices: Self.practices(of: level, questionnaire), gates: level.gates.map(rule))
    }
    levelCaps = questionnaire.levelCaps.map {
      LevelCapRule(cap: $0, rule: ExpressionRule($0.condition, slots))
    }
    scoreCaps = program.caps.map { place in
      let cap = questionnaire.nodes[place.node].rule.caps[place.number]
      return ScoreCapRule(
        node: place.node, cap: cap, rule: ExpressionRule(cap.condition, slots))
    }
    checks = questionnaire.checks.map { check in
      CheckRules(shared: Shared(check), conditions: check.conditions.map(rule))
    }
    recommendations = questionnaire.recommendations.map { Shared($0) }
    asksIfConfirmed = slots.confirmed(among: questionnaire.conditionsOnScores.flatMap(\.reads))
  }

  /// The total first, then one threshold for each node of which the level asks anything.
  private static func thresholds(of level: Level, _ questionnaire: Questionnaire) -> [Threshold] {
    let total = level.total.map { Threshold(kind: .total, needed: $0) }
    return [total].compactMap(\.self)
      + questionnaire.nodes.compactMap { node in
        let needs = [node.depth == 0 ? level.everyCapacity : nil, level.nodes[node.node]]
        return needs.compactMap(\.self).max().map {
          Threshold(kind: .node(node.node), needed: $0)
        }
      }
  }

  private static func capabilities(
    of level: Level, _ questionnaire: Questionnaire
  ) -> [CapabilityThreshold] {
    questionnaire.nodes.compactMap { node in
      let needs = [node.depth == 0 ? level.everyCapability : nil, level.capability[node.node]]
      return needs.compactMap(\.self).max().map {
        CapabilityThreshold(node: node.node, needed: $0)
      }
    }
  }

  /// The practices that belong to the level, but for those whose strength has a quota there, and the
  /// quotas.
  private static func practices(
    of level: Level, _ questionnaire: Questionnaire
  ) -> [PracticeQuota] {
    let own = questionnaire.questions.filter { question in
      guard let practice = question.practice else { return false }
      return practice.level == .level(level.number) && level.practices[practice.strength] == nil
    }
    let all =
      own.isEmpty
      ? [] : [PracticeQuota(kind: .ownOfLevel, quota: .share(100), practices: own.map(\.index))]
    return all
      + Practice.Strength.allCases.compactMap { strength in
        guard let quota = level.practices[strength] else { return nil }
        let counted = questionnaire.questions.filter { question in
          guard let practice = question.practice, practice.strength == strength else {
            return false
          }
          return switch practice.level {
          case .level(let number): number <= level.number
          case .capability: false
          case nil: true
          }
        }
        return PracticeQuota(
          kind: .quota(strength), quota: quota, practices: counted.map(\.index))
      }
  }
}

extension Questionnaire {
  /// Everything evaluated once scores are being computed.
  fileprivate var conditionsOnScores: [Expression] {
    let caps = nodes.flatMap(\.rule.caps).map(\.condition) + levelCaps.map(\.condition)
    return caps + levels.flatMap(\.gates).flatMap(\.expressions)
      + checks.flatMap(\.conditions).flatMap(\.expressions) + recommendations.map(\.condition)
  }
}

extension SlotTable {
  /// The questions of whose confirmations the slots are, ascending.
  func confirmed(among slots: [Slot]) -> [Int] {
    slots.compactMap { slot in
      guard case .confirmed(let question)? = variable(in: slot) else { return nil }
      return question
    }.ascendingOnce
  }
}
