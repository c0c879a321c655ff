/// A coefficient with the interval in which it lies at 95 %.
public struct Estimate: Sendable, Hashable {
  /// At most 1; below 0 where there is less agreement than chance gives.
  public let value: Double
  /// Never above `value`.
  public let low: Double
  /// Never below `value`.
  public let high: Double

  init(_ value: Double, _ low: Double, _ high: Double) {
    self.value = value
    self.low = min(low, value)
    self.high = max(high, value)
  }
}

/// How much of the variance of ratings is that of the rated: absolute agreement, raters at random.
public struct IntraclassCorrelation: Sendable, Hashable {
  /// ICC(2,1): how far a single rater can be relied on.
  public let single: Estimate
  /// ICC(2,k): how far the mean of these raters can.
  public let mean: Estimate

  /// By a two-way analysis of variance: ICC(2,1) and ICC(2,k) of Shrout and Fleiss, “Intraclass
  /// correlations: uses in assessing rater reliability” (1979), with their intervals at 95 %.
  ///
  /// `nil`, “undefined”, for fewer than two units or raters, without variance, and where raters agree so
  /// much less than by chance that the estimated variances, or an end of an interval, make no sense.
  /// Units that lack a rating are to be left out beforehand.
  ///
  /// - Parameter ratings: By unit, then rater; all of one length.
  public init?(_ ratings: [[Double]]) {
    let (n, k) = (Double(ratings.count), Double(ratings.first?.count ?? 0))
    guard n > 1, k > 1, ratings.allSatisfy({ Double($0.count) == k }) else { return nil }
    let mean = ratings.joined().reduce(0, +) / (n * k)
    func squares(_ means: [Double]) -> Double {
      means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let units = k * squares(ratings.map { $0.reduce(0, +) / k })
    let raters =
      n * squares((0..<Int(k)).map { rater in ratings.reduce(0) { $0 + $1[rater] } / n })
    let all = squares(Array(ratings.joined()))
    guard all > 0 else { return nil }
    let betweenUnits = units / (n - 1)
    let betweenRaters = raters / (k - 1)
    let rest = max(0, all - units - raters) / ((n - 1) * (k - 1))
    let bottom = betweenUnits + (k - 1) * rest + k * (betweenRaters - rest) / n
    // The variance of the mean of raters, and with it all below, is above zero.
    guard bottom > 0, betweenUnits + (betweenRaters - rest) / n > 0 else { return nil }
    let single = (betweenUnits - rest) / bottom
    func ofMean(_ single: Double) -> Double { k * single / (1 + (k - 1) * single) }
    guard rest > all * 1e-12 else {
      // Raters who differ by nothing, or by the same everywhere, leave nothing to doubt.
      self.single = Estimate(single, single, single)
      self.mean = Estimate(ofMean(single), ofMean(single), ofMean(single))
      return
    }
    let ratio = betweenRaters / rest
    let part = n * (1 + (k - 1) * single) - k * single
    let top = k * single * ratio + part
    let freedom =
      (k - 1) * (n - 1) * top * top
      / ((n - 1) * k * k * single * single * ratio * ratio + part * part)
    let upper = FDistribution.quantile(0.975, n - 1, freedom)
    let lower = FDistribution.quantile(0.975, freedom, n - 1)
    let others = k * betweenRaters + (k * n - k - n) * rest
    let low = n * (betweenUnits - upper * rest) / (upper * others + n * betweenUnits)
    let high = n * (lower * betweenUnits - rest) / (others + n * lower * betweenUnits)
    guard low.isFinite, high.isFinite, 1 + (k - 1) * low > 0, 1 + (k - 1) * high > 0 else {
      return nil
    }
    self.single = Estimate(single, low, high)
    self.mean = Estimate(ofMean(single), ofMean(low), ofMean(high))
  }
}
