/// Which colour a number in a table stands on, and which its digits have.
public struct HeatScale: Sendable, Hashable {
  /// A step of the scale.
  public struct Shade: Sendable, Hashable {
    /// 0 for the lowest values; below `HeatScale.shades.count`. For classes of style sheets.
    public var step: Int
    /// Behind the number.
    public var background: Colour
    /// Of the number: the one of ink and paper that reads better.
    public var text: Colour
  }

  /// From the lowest values to the highest, as many as the palette has.
  public let shades: [Shade]

  /// The steps of a palette.
  public init(_ palette: Palette = .standard) {
    shades = palette.heat.enumerated().map { step, colour in
      Shade(
        step: step, background: colour, text: colour.better(of: palette.ink, palette.paper))
    }
  }

  /// The shade of a value between two ends that are cut into equal steps; what lies outside has the
  /// shade of the nearer end. `nil` for what is no number, or a scale without steps.
  public func shade(_ value: Double, on scale: ClosedRange<Double>) -> Shade? {
    guard let first = shades.first, let last = shades.last, !value.isNaN else { return nil }
    if value <= scale.lowerBound { return first }
    if value >= scale.upperBound { return last }
    let share = (value - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
    guard share.isFinite else { return nil }
    return shades[min(Int(share * Double(shades.count)), shades.count - 1)]
  }
}
