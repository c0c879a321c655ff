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

  struct LevelRules: Sendable {
    let shared: Shared<Level>
    let thresholds: [Threshold]
    let gates: [Shared<Condition>]
  }

  struct CheckRules: Sendable {
    let shared: Shared<ReadinessCheck>
    let conditions: [Shared<Condition>]
  }

  let levels: [LevelRules]
  let checks: [CheckRules]
  let recommendations: [Shared<Recommendation>]
  /// The questions of which some condition asks whether the answer is confirmed, ascending.
  let asksIfConfirmed: [Int]

  init(_ questionnaire: Questionnaire) {
    levels = questionnaire.levels.map { level in
      LevelRules(
        shared: Shared(level),
        thresholds: Self.thresholds(of: level, questionnaire.capacities),
        gates: level.gates.map { Shared($0) })
    }
    checks = questionnaire.checks.map { check in
      CheckRules(shared: Shared(check), conditions: check.conditions.map { Shared($0) })
    }
    recommendations = questionnaire.recommendations.map { Shared($0) }
    let conditions =
      questionnaire.levels.flatMap(\.gates).flatMap(\.expressions)
      + questionnaire.checks.flatMap(\.conditions).flatMap(\.expressions)
      + questionnaire.recommendations.map(\.condition)
    asksIfConfirmed = questionnaire.slots.confirmed(among: conditions.flatMap(\.reads))
  }

  /// The total first, then one threshold for each capacity of which the level asks anything.
  private static func thresholds(
    of level: Level, _ capacities: [ScoreNode]
  ) -> [Threshold] {
    let total = level.total.map { Threshold(kind: .total, needed: $0) }
    return [total].compactMap(\.self)
      + capacities.compactMap { capacity in
        let needs = [level.everyCapacity, level.nodes[capacity.node]].compactMap(\.self)
        return needs.max().map { Threshold(kind: .capacity(capacity.capacity), needed: $0) }
      }
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
