import Numbers

extension AnswerKind {
  /// Which bands, by their bounds, some answer falls into.
  ///
  /// Of a number that is the answer itself both limits and decimal places count; of the value of an
  /// expression nothing is known, so every band may be reached.
  func reachable(_ bounds: [Rational?], _ measure: PointsRule.Measure) -> [Bool] {
    var (from, maximum, places): (Rational?, Rational?, Int)
    switch measure {
    case .answer:
      guard let limits = numberLimits else { return bounds.map { _ in true } }
      (from, maximum, places) = (limits.minimum?.rational, limits.maximum?.rational, limits.places)
    case .ticked:
      guard case .multiple(let choices, let count) = self else { return bounds.map { _ in true } }
      let most = min(count.upperBound, choices.count { !$0.isAlone })
      let least = choices.contains(where: \.isAlone) ? 0 : count.lowerBound
      (from, maximum, places) = (Rational(least), Rational(most), 0)
    case .value: return bounds.map { _ in true }
    }
    return bounds.map { below in
      // The least answer that the bands before do not hold.
      let first = from.map { $0.roundedUp(places: places) ?? $0 }
      if let below { from = from.map { max($0, below) } ?? below }
      guard let first else { return true }
      if let maximum, first > maximum { return false }
      return below.map { first < $0 } ?? true
    }
  }
}
