extension Document {
  /// Change between two dates: a line each from the left value to the right one.
  public struct SlopeChart: Sendable, Hashable {
    /// One line; a side without a value has no end.
    public struct Line: Sendable, Hashable {
      public var label: String
      public var before: Reading?
      public var now: Reading?
      /// Whether the line sums up the others: it is thicker and its texts are bold.
      public var isEmphasised: Bool

      /// `nil` where there is no score.
      public init(_ label: String, before: Reading?, now: Reading?, isEmphasised: Bool = false) {
        self.label = label
        self.before = before
        self.now = now
        self.isEmphasised = isEmphasised
      }
    }

    public var axis: Axis
    /// Such as `2024`.
    public var before: String
    /// Such as `2025`.
    public var now: String
    public var lines: [Line]

    /// In the order of the table beside it.
    public init(axis: Axis, before: String, now: String, lines: [Line]) {
      self.axis = axis
      self.before = before
      self.now = now
      self.lines = lines
    }
  }

  /// Change over three dates or more: a small picture each, all on one scale.
  public struct LineCharts: Sendable, Hashable {
    /// One small picture.
    public struct Panel: Sendable, Hashable {
      public var label: String
      /// As many as there are dates; `nil` breaks the line.
      public var values: [Reading?]
      /// What lies around the values, such as the middle half: as many as there are dates, or none at
      /// all; `nil` breaks the band.
      public var band: [ClosedRange<Double>?]
      /// Whether the panel sums up the others: its texts are bold.
      public var isEmphasised: Bool

      /// One value for each date; by default without a band.
      public init(
        _ label: String, values: [Reading?], band: [ClosedRange<Double>?] = [],
        isEmphasised: Bool = false
      ) {
        self.label = label
        self.values = values
        self.band = band
        self.isEmphasised = isEmphasised
      }
    }

    public var axis: Axis
    /// From the earliest to the latest, such as `2023`.
    public var dates: [String]
    public var panels: [Panel]
    /// What stands in a panel that has no values.
    public var absent: String

    /// In the order of reading.
    public init(axis: Axis, dates: [String], panels: [Panel], absent: String) {
      self.axis = axis
      self.dates = dates
      self.panels = panels
      self.absent = absent
    }
  }
}
