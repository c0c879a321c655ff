import Numbers
import Questionnaire

/// The roll-ups that look at the order of the shares. All parts weigh the same in them.
extension RollUp {
  func minimumOutcome(of parts: [Part]) -> RollUpOutcome {
    // What may drop out does so rather than be the least, unless nothing else is there.
    let certain = parts.lazy.filter { !$0.isOptional }.map(\.high).min()
    return RollUpOutcome(
      value: parts.lazy.compactMap(\.value).min(), low: parts.lazy.map(\.low).min(),
      high: certain ?? parts.lazy.map(\.high).max())
  }

  func medianOutcome(of parts: [Part]) throws(ArithmeticFailure) -> RollUpOutcome {
    RollUpOutcome(
      value: try Self.median(ofSorted: parts.compactMap(\.value).sorted()),
      low: try Self.median(.worst, of: parts), high: try Self.median(.best, of: parts))
  }

  func bestOutcome(of parts: [Part], _ count: Int) throws(ArithmeticFailure) -> RollUpOutcome {
    RollUpOutcome(
      value: try Self.mean(ofBest: count, parts.compactMap(\.value)),
      low: try Self.best(count, .worst, of: parts), high: try Self.best(count, .best, of: parts))
  }

  /// The optional parts that are worth taking are the furthest, as long as they lie beyond the
  /// median so far: such a part never moves it back, another one never on.
  private static func median(
    _ end: End, of parts: [Part]
  ) throws(ArithmeticFailure) -> Rational? {
    let (certain, optional) = parts.bounds(end)
    var shares = certain.sorted()
    for share in optional {
      if let current = try median(ofSorted: shares), !end.isFurther(share, current) { break }
      shares.insert(share, at: shares.firstIndex { $0 > share } ?? shares.count)
    }
    return try median(ofSorted: shares)
  }

  private static func median(ofSorted shares: [Rational]) throws(ArithmeticFailure) -> Rational? {
    guard let upper = shares.indices.contains(shares.count / 2) ? shares[shares.count / 2] : nil
    else { return nil }
    guard shares.count.isMultiple(of: 2) else { return upper }
    return try shares[shares.count / 2 - 1].adding(upper).divided(by: 2)
  }

  /// While there are fewer parts than count, it is the mean of all, and an optional part is worth
  /// taking as in every mean. From then on another part can only raise it: for the worst none is
  /// taken, for the best all are.
  private static func best(
    _ count: Int, _ end: End, of parts: [Part]
  ) throws(ArithmeticFailure) -> Rational? {
    let (certain, optional) = parts.bounds(end)
    var shares = certain
    var result = try mean(ofBest: count, shares)
    for share in optional {
      if let result, shares.count >= count || !end.isFurther(share, result) { break }
      shares.append(share)
      result = try mean(ofBest: count, shares)
    }
    guard end == .best, let all = try mean(ofBest: count, certain + optional) else { return result }
    return result.map { max($0, all) } ?? all
  }

  private static func mean(
    ofBest count: Int, _ shares: [Rational]
  ) throws(ArithmeticFailure) -> Rational? {
    let best = shares.count > count ? shares.sorted().suffix(max(1, count)) : shares[...]
    return best.isEmpty ? nil : try Rational.sum(best).divided(by: Rational(best.count))
  }
}
