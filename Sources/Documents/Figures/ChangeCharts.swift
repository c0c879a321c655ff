extension Document {
  /// Change between two dates: a line each from the left value to the right one.
  public struct SlopeChart: Sendable, Hashable {
    /// One line; a side without a value has no end.
    public struct Line: Sendable, Hashable {
      public var label: String
      public var before: Reading?
      public var now: Reading?

      /// `nil` where there is no score.
      public init(_ label: String, before: Reading?, now: Reading?) {
        self.label = label
        self.before = before
        self.now = now
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

      /// One value for each date.
      public init(_ label: String, values: [Reading?]) {
        self.label = label
        self.values = values
      }
    }

    public var axis: Axis
    /// From the earliest to the latest, such as `2023`.
    public var dates: [String]
    public var panels: [Panel]

    /// In the order of reading.
    public init(axis: Axis, dates: [String], panels: [Panel]) {
      self.axis = axis
      self.dates = dates
      self.panels = panels
    }
  }
}
