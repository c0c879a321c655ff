extension Workbook {
  /// One sheet: cells in rows, and what helps to read them.
  public struct Sheet: Sendable, Hashable {
    /// On its tab.
    public var name: String
    /// The widths of the first columns, in characters; others are as wide as the program makes them.
    public var widths: [Double]
    /// From the top; a row may be shorter than others.
    public var rows: [[Cell]]
    /// How many rows stay in sight while the others are scrolled.
    public var frozenRows: Int
    /// How many columns stay in sight while the others are scrolled.
    public var frozenColumns: Int
    /// The cells that can be filtered, their headings the first row of them; `nil` for none.
    public var filter: Area?
    /// Cells that are shaded by their numbers.
    public var shadings: [Shading]
    /// Over the cells.
    public var charts: [Chart]
    /// Whether paper is used lengthwise.
    public var isLandscape: Bool

    /// By default an empty sheet of which nothing is frozen.
    public init(
      name: String, widths: [Double] = [], rows: [[Cell]] = [], frozenRows: Int = 0,
      frozenColumns: Int = 0, filter: Area? = nil, shadings: [Shading] = [],
      charts: [Chart] = [], isLandscape: Bool = false
    ) {
      self.name = SheetName.allowed(name)
      self.widths = widths
      self.rows = rows
      self.frozenRows = frozenRows
      self.frozenColumns = frozenColumns
      self.filter = filter
      self.shadings = shadings
      self.charts = charts
      self.isLandscape = isLandscape
    }
  }

  /// Numbers shaded from the lightest to the darkest tone between two ends.
  public struct Shading: Sendable, Hashable {
    /// The cells.
    public var area: Area
    /// The number of the lightest tone.
    public var from: Double
    /// The number of the darkest tone.
    public var to: Double

    /// Cells and the ends of their scale.
    public init(_ area: Area, from: Double, to: Double) {
      self.area = area
      self.from = from
      self.to = to
    }
  }

  /// A rectangle of cells, its rows and columns counted from 0.
  public struct Area: Sendable, Hashable {
    /// From the first row to the last.
    public var rows: ClosedRange<Int>
    /// From the first column to the last.
    public var columns: ClosedRange<Int>

    /// Rows and columns, both from 0.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// A picture that the program draws anew when the cells change.
  public struct Chart: Sendable, Hashable {
    /// How series are drawn.
    public enum Kind: Sendable, Hashable { case bars, radar, line }

    /// One row of values.
    public struct Series: Sendable, Hashable {
      /// The cell that holds its name.
      public var name: Area
      /// The cells that hold its values.
      public var values: Area

      /// Where name and values stand.
      public init(name: Area, values: Area) {
        self.name = name
        self.values = values
      }
    }

    /// How it is drawn.
    public var kind: Kind
    /// Above it; a text of the program's own, not of people.
    public var title: String
    /// Along the axis of values; empty where the title says it, or where the chart has no such axis.
    public var valueName: String
    /// What it shows, for those who cannot see it.
    public var description: String
    /// The cells that name the places along the axis.
    public var categories: Area
    /// Drawn in this order.
    public var series: [Series]
    /// The ends of the axis of values.
    public var scale: ClosedRange<Double>
    /// Its upper left corner.
    public var row: Int
    /// Its upper left corner.
    public var column: Int
    /// In pixels.
    public var width: Double
    /// In pixels.
    public var height: Double

    /// A chart of cells of its own sheet.
    public init(
      _ kind: Kind, title: String, valueName: String = "", description: String, categories: Area,
      series: [Series], scale: ClosedRange<Double>, row: Int, column: Int, width: Double = 560,
      height: Double = 320
    ) {
      self.kind = kind
      self.title = title
      self.valueName = valueName
      self.description = description
      self.categories = categories
      self.series = series
      self.scale = scale
      self.row = row
      self.column = column
      self.width = width
      self.height = height
    }
  }
}
