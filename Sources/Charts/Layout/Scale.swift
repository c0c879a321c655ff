internal import Documents

/// From values to places along a line.
struct Scale: Sendable {
  private let low: Double
  private let high: Double
  private let start: Double
  private let end: Double

  /// - Parameter end: Before `start` where greater values stand higher on the page.
  init(_ axis: Document.Axis, from start: Double, to end: Double) {
    (low, high, self.start, self.end) = (axis.low, axis.high, start, end)
  }

  /// Where a value stands; one outside the axis stands at its end, what is no number at the start.
  func place(_ value: Double) -> Double {
    let share = (value - low) / (high - low)
    return start + (end - start) * (share.isFinite ? min(max(share, 0), 1) : value >= high ? 1 : 0)
  }
}
