import Numbers
import Questionnaire

extension Conditions {
  /// Every level with its own conditions, and whether those of all lower levels are met, too.
  func results(of levels: [RuleBook.LevelRules]) -> [LevelResult] {
    var isReached = true
    return levels.map { level in
      let thresholds = level.thresholds.map { threshold in
        switch threshold.kind {
        case .total: result(of: threshold, total, awaitedByTotal)
        case .capacity(let index):
          result(of: threshold, capacities[index], awaitedByCapacity[index])
        }
      }
      let gates = level.gates.map(result)
      let isMet =
        thresholds.allSatisfy { $0.status == .met } && gates.allSatisfy { $0.status == .met }
      isReached = isReached && isMet
      return LevelResult(
        shared: level.shared, thresholds: thresholds, gates: gates, isMet: isMet,
        isReached: isReached)
    }
  }

  private func result(
    of threshold: RuleBook.Threshold, _ score: Score, _ awaited: Awaited
  ) -> ThresholdResult {
    let (kind, needed) = (threshold.kind, threshold.needed)
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
      waitingFor: status == .unknown ? awaited : .nothing)
  }
}
