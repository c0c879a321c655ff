import Numbers
import Questionnaire

extension Conditions {
  /// Every level with its own conditions, and whether those of all lower levels are met, too.
  func results(of levels: [Level]) -> [LevelResult] {
    var isReached = true
    return levels.map { level in
      let thresholds = thresholds(of: level)
      let gates = level.gates.map(result)
      let isMet =
        thresholds.allSatisfy { $0.status == .met } && gates.allSatisfy { $0.status == .met }
      isReached = isReached && isMet
      return LevelResult(
        level: level, thresholds: thresholds, gates: gates, isMet: isMet, isReached: isReached)
    }
  }

  private func thresholds(of level: Level) -> [ThresholdResult] {
    var results: [ThresholdResult] = []
    if let needed = level.total { results.append(threshold(.total, total, needed)) }
    for (index, score) in capacities.enumerated() {
      let needs = [level.everyCapacity, level.capacities[index]].compactMap(\.self)
      if let needed = needs.max() { results.append(threshold(.capacity(index), score, needed)) }
    }
    return results
  }

  private func threshold(
    _ kind: ThresholdResult.Kind, _ score: Score, _ needed: Rational
  ) -> ThresholdResult {
    let status: Status =
      if needed <= .zero || (kind != .total && score.isEmpty) {
        .met
      } else if let value = score.value {
        value >= needed ? .met : .unmet
      } else if let high = score.high, high < needed {
        .unmet
      } else {
        .unknown
      }
    return ThresholdResult(
      kind: kind, needed: needed, score: score.value, status: status,
      waitingFor: status == .unknown ? score.waitingFor : [])
  }
}
