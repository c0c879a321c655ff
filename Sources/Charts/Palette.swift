/// The colours of all figures and shaded cells, each chosen to be told from its neighbours.
///
/// Measured by WCAG 2.2 (1.4.3, 1.4.11) and under simulated protanopia, deuteranopia and tritanopia
/// (Machado and others, 2009); no sign depends on its colour alone.
public struct Palette: Sendable, Hashable {
  /// What everything stands on.
  public var paper: Colour
  /// Text and whatever must be seen first.
  public var ink: Colour
  /// Text that matters less: still 4.5 : 1 on paper.
  public var quietInk: Colour
  /// Lines of the scale, which nobody has to see in order to understand.
  public var grid: Colour
  /// The middle half of a group and other areas behind signs; everything drawn on it is ink or a
  /// series.
  public var area: Colour
  /// The first is the reader's own or the value, the second the reference, and so on: 3 : 1 on
  /// paper. At least one.
  public var series: [Colour]
  /// From the lowest to the highest value; `HeatScale` finds the text for each. At least one.
  public var heat: [Colour]

  /// Wong's colours that reach 3 : 1 on white, and a scale of blues that is even in lightness.
  public static let standard = Palette(
    paper: 0xffffff, ink: 0x1a1a1a, quietInk: 0x595959, grid: 0xd0d0d0, area: 0xdce6ef,
    series: [0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x1a1a1a],
    heat: [0xe8f1fa, 0xb9d5ee, 0x7fb0dd, 0x2f76b5, 0x0b3f75])

  /// Any colours; `Colour.contrast(_:)` says which pairs can be read.
  public init(
    paper: Colour, ink: Colour, quietInk: Colour, grid: Colour, area: Colour, series: [Colour],
    heat: [Colour]
  ) {
    self.paper = paper
    self.ink = ink
    self.quietInk = quietInk
    self.grid = grid
    self.area = area
    self.series = series
    self.heat = heat
  }

  /// The colour of a series, beginning again after the last; ink where there are none.
  public func series(_ index: Int) -> Colour {
    series.isEmpty || index < 0 ? ink : series[index % series.count]
  }
}
