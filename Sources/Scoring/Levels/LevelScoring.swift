import Numbers
import Questionnaire

extension Conditions {
  /// Every level with its own conditions, and whether those of all lower levels are met, too.
  func results(of levels: [RuleBook.LevelRules]) -> [LevelResult] {
    var isReached = true
    return levels.map { level in
      let thresholds = level.thresholds.map { result(of: $0) }
      let capabilities = level.capabilities.map { result(of: $0) }
      let practices = level.practices.map { result(of: $0) }
      let gates = level.gates.map { result(of: $0) }
      var outlook = Outlook(isCertain: true, isPossible: true)
      var isMet = true
      for threshold in thresholds {
        isMet = isMet && threshold.status == .met
        outlook = outlook.and(threshold.outlook)
      }
      for status in capabilities.map(\.status) + practices.map(\.status) {
        isMet = isMet && status == .met
        outlook = outlook.and(Outlook(status))
      }
      for gate in gates {
        isMet = isMet && gate.status == .met
        outlook = outlook.and(gate.outlook)
      }
      isReached = isReached && isMet
      return LevelResult(
        shared: level.shared, thresholds: thresholds, capabilities: capabilities,
        practices: practices, gates: gates, isMet: isMet, isReached: isReached, outlook: outlook)
    }
  }

  private func result(of threshold: RuleBook.Threshold) -> ThresholdResult {
    let (kind, needed) = (threshold.kind, threshold.needed)
    let (score, isOptional, awaited) =
      switch kind {
      case .total: (scores.total, false, awaitedByTotal)
      case .node(let node): (scores.nodes[node], scores.mayDropOut[node], awaitedByNode[node])
      }
    let isFree = needed <= .zero || (kind != .total && score.isEmpty)
    let status: Status =
      if isFree {
        .met
      } else if let value = score.value {
        value >= needed ? .met : .unmet
      } else if let high = score.high, high < needed {
        .unmet
      } else {
        .unknown
      }
    return ThresholdResult(
      kind: kind, needed: needed, score: score.value, scale: score.scale, status: status,
      waitingFor: status == .unknown ? awaited : .nothing,
      outlook: Outlook(
        isCertain: isFree || score.low.map { $0 >= needed } ?? false,
        isPossible: isFree || isOptional || score.high.map { $0 >= needed } ?? false))
  }

  private func result(of need: RuleBook.CapabilityThreshold) -> CapabilityNeed {
    let now = capabilities.result(at: need.node)
    let status: Status =
      if let now {
        now.level >= need.needed ? .met : now.highestPossible >= need.needed ? .unknown : .unmet
      } else {
        .met
      }
    return CapabilityNeed(node: need.node, needed: need.needed, now: now, status: status)
  }

  private func result(of need: RuleBook.PracticeQuota) -> PracticeNeed {
    var count = QuotaCount()
    var lacking: [Int] = []
    var waitingFor: [Int] = []
    for question in need.practices {
      guard let practice = practices.result(at: question), !practice.isLeftOut else { continue }
      count.add(practice.status)
      if practice.status != .met { lacking.append(question) }
      waitingFor += practice.waitingFor
    }
    let status = count.status(need.quota)
    return PracticeNeed(
      kind: need.kind, quota: need.quota, practices: need.practices,
      counted: count.met + count.unmet + count.unknown,
      met: count.met, lacking: lacking, status: status,
      waitingFor: status == .unknown ? waitingFor.ascendingOnce : [])
  }
}

extension Outlook {
  func and(_ other: Outlook) -> Outlook {
    Outlook(
      isCertain: isCertain && other.isCertain, isPossible: isPossible && other.isPossible)
  }
}
