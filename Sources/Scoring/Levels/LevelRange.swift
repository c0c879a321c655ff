import Questionnaire

extension Conditions {
  /// The level under its caps, as a count of levels: reached now.
  static func level(reached count: Int, under caps: [CapResult]) -> Int {
    caps.reduce(count) { $1.status == .met ? min($0, $1.highestLevel) : $0 }
  }

  /// Which levels the open answers leave possible.
  ///
  /// - Parameter now: How many levels are reached now, caps included: that is a way, too.
  func range(of levels: [LevelResult], under caps: [CapResult], now: Int) -> LevelRange {
    let open = caps.filter { $0.status == .unknown || !$0.isSettled }
    let settled = caps.filter { $0.status == .met && $0.isSettled }
    let certain = Self.level(
      reached: levels.prefix { $0.outlook.isCertain }.count, under: caps)
    let possible = Self.level(
      reached: levels.prefix { $0.outlook.isPossible }.count, under: settled)
    let lowest = open.reduce(min(certain, now)) { min($0, $1.highestLevel) }
    let highest = max(possible, now)
    return LevelRange(
      lowest: lowest > 0 ? lowest - 1 : nil, highest: highest > 0 ? highest - 1 : nil,
      decidedBy: lowest < highest
        ? awaited(by: levels[..<highest], open.filter { $0.highestLevel < highest }) : .nothing)
  }

  /// What can still change the levels' own conditions, and caps on the level.
  private func awaited(by levels: ArraySlice<LevelResult>, _ caps: [CapResult]) -> Awaited {
    var awaited = Awaited()
    var questions: [Int] = []
    var readsScores = false
    func add(_ score: Score) {
      readsScores = true
      questions += score.waitingFor
    }
    for level in levels where !level.outlook.isCertain {
      for threshold in level.thresholds where !threshold.outlook.isCertain {
        switch threshold.kind {
        case .total: add(scores.total)
        case .node(let node): add(scores.nodes[node])
        }
      }
      for need in level.capabilities where need.status == .unknown {
        questions += need.now?.waitingFor ?? []
      }
      for need in level.practices where need.status == .unknown { questions += need.waitingFor }
      for gate in level.gates where !gate.outlook.isCertain {
        awaited.add(gate.waitingFor)
        guard gate.outlook.isPossible, gate.status != .unknown else { continue }
        add(scores.total)
      }
    }
    for cap in caps {
      awaited.add(cap.waitingFor)
      if !cap.isSettled { add(scores.total) }
    }
    if readsScores {
      for cap in scores.caps where cap.decision.status == .unknown {
        awaited.add(self.awaited(by: cap.decision.unknown))
      }
    }
    for question in questions.ascendingOnce { awaited.add(question, of: interview) }
    return awaited
  }
}

extension CapResult {
  /// How many levels it leaves; all of them where it caps a score.
  fileprivate var highestLevel: Int {
    if case .level(let number) = subject { number } else { .max }
  }
}
