import Comparison
import Numbers
import Questionnaire

/// Five numbers of a group. In what may be told to others they are the middles of bands, `width`
/// wide, and those that are not told are missing.
struct EncodedDistribution: Encodable, Sendable {
  let n: Int
  @OrNull var min: Double?
  @OrNull var q1: Double?
  @OrNull var median: Double?
  @OrNull var q3: Double?
  @OrNull var max: Double?
  /// Absent where the numbers are exact.
  let width: Double?

  /// - Parameter scale: On which the numbers are written.
  init(_ distribution: Distribution, on scale: Scale) {
    func shown(_ share: Rational) -> Double { ((try? scale.shown(share)) ?? share).doubleValue }
    n = distribution.count
    min = shown(distribution.minimum)
    q1 = shown(distribution.firstQuartile)
    median = shown(distribution.median)
    q3 = shown(distribution.thirdQuartile)
    max = shown(distribution.maximum)
    width = nil
  }

  init(_ published: PublishedDistribution, on scale: Scale) {
    func middle(_ bounds: ScoreBounds?) -> Double? {
      bounds.flatMap { bounds in
        try? scale.shown(bounds.low.adding(bounds.high).divided(by: 2)).doubleValue
      }
    }
    n = published.count
    min = nil
    q1 = middle(published.spread?.firstQuartile)
    median = middle(published.median)
    q3 = middle(published.spread?.thirdQuartile)
    max = middle(published.spread?.best)
    let whole = (try? scale.to.subtracting(scale.from))?.magnitude.doubleValue ?? 100
    width = Double(ScoreBand.width) / 100 * whole
  }
}
