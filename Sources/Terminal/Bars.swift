extension Glyphs {
  /// A horizontal bar, always `width` columns wide.
  ///
  /// An empty bar means nothing and a full one means all: any fraction between fills at least the
  /// smallest part of a cell and leaves at least that free.
  ///
  /// - Parameters:
  ///   - fraction: 0…1, clamped; `nil` and not-a-number draw the sign for a missing value.
  ///   - width: In columns; none for zero and below.
  public func bar(_ fraction: Double?, width: Int) -> String {
    guard width > 0 else { return "" }
    guard let fraction, !fraction.isNaN else {
      return missing + String(repeating: " ", count: width - 1)
    }
    let steps = width * cells.count
    let clamped = min(max(fraction, 0), 1)
    var filled = Int((clamped * Double(steps)).rounded())
    if clamped > 0 { filled = max(filled, 1) }
    if clamped < 1 { filled = min(filled, steps - 1) }
    let (full, part) = filled.quotientAndRemainder(dividingBy: cells.count)
    let bar = String(repeating: cells[cells.count - 1], count: full)
    let rest = String(repeating: empty, count: width - full - (part > 0 ? 1 : 0))
    return bar + (part > 0 ? cells[part - 1] : "") + rest
  }

  /// One cell for each value, its height in steps of equal size; missing values have their own sign.
  ///
  /// - Parameter fractions: 0…1, clamped; `nil` and not-a-number are missing.
  public func sparkBars(_ fractions: [Double?]) -> String {
    fractions.map { fraction in
      guard let fraction, !fraction.isNaN else { return missing }
      let step = Int(min(max(fraction, 0), 1) * Double(sparks.count))
      return sparks[min(step, sparks.count - 1)]
    }.joined()
  }
}
