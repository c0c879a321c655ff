public import Documents

/// Draws figures as SVG to stand in a page: text as text, nothing that acts, the same bytes for
/// the same figure everywhere.
public struct ChartRenderer: Sendable {
  /// How much room there is.
  public enum Layout: Sendable, Hashable, CaseIterable {
    /// For paper and for windows of 640 pixels and more.
    case wide
    /// For telephones and for pages enlarged to 400 %: labels stand above what they name.
    case narrow
  }

  /// The colours that stand in the picture.
  public let palette: Palette

  /// By default the house's own colours.
  public init(palette: Palette = .standard) {
    self.palette = palette
  }

  /// The picture of a figure as one `<svg>` element, which may also stand alone as a file.
  ///
  /// - Parameter id: Begins every id in the picture; unique on the page, of ASCII letters, digits
  ///   and dashes. Whatever else is in it becomes a dash.
  public func svg(_ figure: Document.Figure, id: String, layout: Layout = .wide) -> String {
    ""
  }

  /// The picture in both layouts, of which `styles` shows one: readers and screen readers meet it
  /// once. A piece of HTML to put before the figure's table.
  public func html(_ figure: Document.Figure, id: String) -> String {
    ""
  }

  /// What a page with figures needs in its style sheet: which layout is shown, and the system's
  /// colours where a reader has forced them.
  public static let styles = ""
}
