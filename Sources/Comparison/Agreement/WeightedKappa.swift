/// How far two raters agree on steps beyond chance, far disagreements counting more.
public enum WeightedKappa {
  /// Cohen's weighted kappa with squared distances; `nil`, “undefined”, without pairs or where each
  /// rater gives one step only, and the same.
  ///
  /// κ = 1 − Σ v·o / Σ v·e, with v the weight of a disagreement, o the share of the pairs, and e what
  /// the raters' own shares would give by chance (Cohen, “Weighted kappa”, 1968). Pairs without one of
  /// the ratings are left out beforehand.
  ///
  /// - Parameters:
  ///   - pairs: The two raters' steps, each of `0..<steps`; others are left out.
  ///   - steps: How many the declared scale has.
  public static func value(_ pairs: [(Int, Int)], steps: Int) -> Double? {
    value(pairs, steps: steps) { Double(($0 - $1) * ($0 - $1)) }
  }

  /// The same with weights of one's own for disagreements; 0 for agreement.
  public static func value(
    _ pairs: [(Int, Int)], steps: Int, weight: (Int, Int) -> Double
  ) -> Double? {
    let scale = 0..<max(0, steps)
    let pairs = pairs.filter { scale.contains($0.0) && scale.contains($0.1) }
    var first = Array(repeating: 0.0, count: scale.count)
    var second = first
    var observed = 0.0
    for (a, b) in pairs {
      first[a] += 1
      second[b] += 1
      observed += weight(a, b)
    }
    var expected = 0.0
    for a in scale {
      for b in scale { expected += first[a] * second[b] * weight(a, b) }
    }
    guard expected > 0 else { return nil }
    return 1 - observed * Double(pairs.count) / expected
  }
}
