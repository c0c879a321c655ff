extension Document {
  /// One profile: a row each with its value, what missing answers leave open, and one to compare with.
  public struct DotPlot: Sendable, Hashable {
    /// One value.
    public struct Row: Sendable, Hashable {
      /// What is measured, such as a capacity.
      public var label: String
      /// `nil` where there is no score; the row says so in `absent`.
      public var value: Reading?
      /// What missing answers leave open; `nil` where nothing is.
      public var range: ClosedRange<Double>?
      /// One to compare with, such as the median of peers or the round before.
      public var reference: Reading?
      /// Whether the row sums up the others: its texts are bold.
      public var isEmphasised: Bool

      /// By default with nothing to compare, like its neighbours.
      public init(
        _ label: String, value: Reading?, range: ClosedRange<Double>? = nil,
        reference: Reading? = nil, isEmphasised: Bool = false
      ) {
        self.label = label
        self.value = value
        self.range = range
        self.reference = reference
        self.isEmphasised = isEmphasised
      }
    }

    public var axis: Axis
    public var rows: [Row]
    /// What the values are called in the key.
    public var valueName: String
    /// What the range is called in the key.
    public var rangeName: String
    /// What the reference is called in the key; `nil` where there is none.
    public var referenceName: String?
    /// What stands where there is no value.
    public var absent: String

    /// From top to bottom.
    public init(
      axis: Axis, rows: [Row], valueName: String, rangeName: String, referenceName: String? = nil,
      absent: String
    ) {
      self.axis = axis
      self.rows = rows
      self.valueName = valueName
      self.rangeName = rangeName
      self.referenceName = referenceName
      self.absent = absent
    }
  }
}
