import Numbers
import Scoring

extension AssessmentScore {
  /// How many levels are left by all that is not a score: gates, practices, capabilities and caps as
  /// they stand, and thresholds for scores that are not there.
  var levelsLeft: Int {
    let lacking = levels.firstIndex { level in
      level.gates.contains { $0.status != .met }
        || level.capabilities.contains { $0.status != .met }
        || level.practices.contains { $0.status != .met }
        || level.thresholds.contains { $0.score == nil && $0.status != .met }
    }
    var left = lacking ?? levels.count
    for cap in levelCaps where cap.status == .met {
      if case .level(let highest) = cap.subject { left = min(left, highest) }
    }
    return left
  }

  /// How many levels are reached when the scores are others and all else is as it stands.
  ///
  /// - Parameter values: By group of the tree; nothing is asked of one without a value.
  func levelsReached(with values: [Rational?], in tree: RollUpTree) -> Int {
    let reached = levels.firstIndex { level in
      !level.thresholds.allSatisfy { threshold in
        let group =
          switch threshold.kind {
          case .total: tree.groups.count - 1
          case .node(let node): tree.groupOfNode[node]
          }
        return values[group].map { $0 >= threshold.needed } ?? true
      }
    }
    return min(levelsLeft, reached ?? levels.count)
  }
}
