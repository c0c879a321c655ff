extension Document {
  /// A picture of numbers, and the table that says the same.
  ///
  /// Renderers that draw show both; those that cannot show the table. Numbers in the picture are
  /// those of the table.
  public struct Figure: Sendable, Hashable {
    /// What is to be seen, on one line.
    public var title: String
    /// What the picture tells, in a sentence or two, for those who do not see it.
    public var description: String
    /// What is drawn.
    public var chart: Chart
    /// A second picture of the same numbers, such as a radar; `nil` for none.
    public var companion: Companion?
    /// The same numbers as rows.
    public var table: Table

    /// A picture with its table; by default the only one.
    public init(
      title: String, description: String, chart: Chart, companion: Companion? = nil, table: Table
    ) {
      self.title = title
      self.description = description
      self.chart = chart
      self.companion = companion
      self.table = table
    }
  }

  /// A second picture beside a figure's own, with words for those who do not see it.
  public struct Companion: Sendable, Hashable {
    /// What is to be seen, on one line.
    public var title: String
    /// What the picture tells beside the figure's own.
    public var description: String
    /// What is drawn.
    public var chart: Chart

    /// A picture and its words.
    public init(title: String, description: String, chart: Chart) {
      self.title = title
      self.description = description
      self.chart = chart
    }
  }

  /// The kinds of picture. Which suits which question is told in `docs/reports.md`.
  public enum Chart: Sendable, Hashable {
    case strip(StripChart)
    case dots(DotPlot)
    case slope(SlopeChart)
    case lines(LineCharts)
    case bars(BarChart)
    case radar(RadarChart)
  }

  /// A scale from its low to its high end.
  public struct Axis: Sendable, Hashable {
    /// A value with a line and a word of its own, such as the threshold of a level.
    public struct Mark: Sendable, Hashable {
      /// Within the axis.
      public var value: Double
      /// One line of plain text.
      public var label: String

      /// A value and its word.
      public init(_ value: Double, _ label: String) {
        self.value = value
        self.label = label
      }
    }

    /// What it measures and in which unit, such as “points”; `nil` where the title says so.
    public var name: String?
    /// Below every value that stands on it; what lies outside is drawn at the end.
    public var low: Double
    /// Above `low`.
    public var high: Double
    /// Where the scale is written: from low to high.
    public var ticks: [Mark]
    /// What is marked besides, such as thresholds: from low to high.
    public var marks: [Mark]

    /// By default nothing is marked besides the scale.
    public init(
      _ name: String? = nil, low: Double, high: Double, ticks: [Mark], marks: [Mark] = []
    ) {
      self.name = name
      self.low = low
      self.high = high
      self.ticks = ticks
      self.marks = marks
    }
  }

  /// A number and how the document's language writes it.
  public struct Reading: Sendable, Hashable {
    /// At full precision.
    public var value: Double
    /// Rounded, as in the text.
    public var shown: String

    /// A number and its digits.
    public init(_ value: Double, _ shown: String) {
      self.value = value
      self.shown = shown
    }
  }
}
