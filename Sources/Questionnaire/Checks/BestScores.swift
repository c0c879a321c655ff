import Numbers

/// An upper bound of every score over all complete sets of answers, as shares of 0–100.
///
/// Complete means that everything asked has an answer that is not “no data”. The bound lets every
/// question have its best answer at once, and lets what may drop out – hidden, not applicable,
/// answered by a choice without points, outside a form – do so where that raises the score. Caps only
/// lower, so they are left aside; for geometric and harmonic means the arithmetic mean is the bound.
struct BestScores {
  private struct Part {
    let weight: Rational
    let best: Rational
    /// Whether it may come not to count.
    let isOptional: Bool
  }

  /// By place in `Questionnaire.nodes`; `nil` where nothing bounds the score.
  private(set) var nodes: [Rational?]
  private(set) var total: Rational?

  init(_ draft: Draft) {
    nodes = Array(repeating: nil, count: draft.nodes.count)
    var parts: [Part?] = Array(repeating: nil, count: draft.nodes.count)
    func bound(_ all: [Part], _ rule: ScoreRule) -> Rational? {
      if !draft.aspects.isEmpty { return all.map(\.best).max() }
      return try? Self.bound(all, rule.rollUp)
    }
    for node in draft.nodes.reversed() {
      if let path = node.path {
        nodes[node.node] = path.bestEnd
        parts[node.node] = nodes[node.node].map {
          Part(weight: node.weight, best: $0, isOptional: !draft.forms.isEmpty)
        }
        continue
      }
      let below =
        node.ownQuestions.filter { draft.questions[$0].isScored }.map { place in
          Part(
            weight: draft.questions[place].weight,
            best: draft.questions[place].bestShare(node.rule),
            isOptional: draft.questions[place].mayDropOut(node.rule) || !draft.forms.isEmpty)
        } + node.children.compactMap { parts[$0] }.filter { $0.weight > .zero }
      guard let best = bound(below, node.rule) else { continue }
      nodes[node.node] = best
      parts[node.node] = Part(
        weight: node.weight, best: best, isOptional: below.allSatisfy(\.isOptional))
    }
    let top = draft.nodes.filter { $0.depth == 0 && $0.weight > .zero }
    let whole = top.compactMap { parts[$0.node] }
    total = whole.count == top.count ? try? Self.bound(whole, draft.scoring.total.rollUp) : nil
  }

  private static func bound(
    _ parts: [Part], _ rollUp: RollUp
  ) throws(ArithmeticFailure) -> Rational? {
    let certain = parts.filter { !$0.isOptional }
    let highest = parts.map(\.best).max()
    guard !certain.isEmpty else { return highest }
    switch rollUp {
    case .mean, .sum, .geometricMean, .harmonicMean: return try mean(parts)
    case .minimum: return certain.map(\.best).min()
    case .median, .best, .path:
      guard certain.count == parts.count else { return highest }
      let sorted = certain.map(\.best).sorted(by: >)
      if case .best(let count) = rollUp {
        let best = sorted.prefix(count)
        return try Rational.sum(best).divided(by: Rational(best.count))
      }
      let middle = sorted.count / 2
      if sorted.count.isMultiple(of: 2) {
        return try sorted[middle - 1].adding(sorted[middle]).divided(by: 2)
      }
      return sorted[middle]
    }
  }

  /// The mean of what is certain to count, and of as much of the rest as raises it.
  private static func mean(_ parts: [Part]) throws(ArithmeticFailure) -> Rational? {
    var (sum, weights) = (Rational.zero, Rational.zero)
    let certain = parts.filter { !$0.isOptional }
    let optional = parts.filter(\.isOptional).sorted { $0.best > $1.best }
    for part in certain + optional {
      if part.isOptional, weights > .zero, try part.best <= sum.divided(by: weights) { continue }
      sum = try sum.adding(part.best.multiplied(by: part.weight))
      weights = try weights.adding(part.weight)
    }
    return weights > .zero ? try sum.divided(by: weights) : nil
  }
}

extension DecisionPath {
  /// The best share at any of its ends.
  fileprivate var bestEnd: Rational? {
    questions.flatMap(targets).compactMap { target in
      if case .end(let points) = target { try? scale.share(points) } else { nil }
    }.max()
  }
}

extension Question {
  fileprivate func mayDropOut(_ rule: ScoreRule) -> Bool {
    if showIf != nil { return true }
    if notApplicable != .refused, rule.notApplicable == .exclude { return true }
    if case .choices(let points) = points { return points.contains(nil) }
    // Points that wait for other answers may never come.
    return points.expression != nil
  }

  /// The best share of any answer within the limits of its kind.
  fileprivate func bestShare(_ rule: ScoreRule) -> Rational {
    if notApplicable != .refused, rule.notApplicable == .full { return 100 }
    let reachable: [Rational]
    switch points {
    case .steps(let steps): reachable = steps
    case .choices(let choices): reachable = choices.compactMap { $0 }
    case .bands(let bands, let measure):
      let reached = kind.reachable(bands.map(\.below), measure)
      reachable = zip(bands, reached).filter(\.1).map(\.0.points)
    case .unscored, .linear, .expression, .met: return 100
    }
    let shares = reachable.compactMap {
      try? scale.share(isReversed ? scale.mirrored($0) : $0)
    }
    return shares.count == reachable.count ? shares.max() ?? 100 : 100
  }
}
