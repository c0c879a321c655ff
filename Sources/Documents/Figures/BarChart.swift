extension Document {
  /// How many or how much of each: level bars from zero, a row each.
  public struct BarChart: Sendable, Hashable {
    /// One row.
    public struct Bar: Sendable, Hashable {
      public var label: String
      /// Not below zero; `nil` where it is withheld.
      public var value: Reading?
      /// One to compare with, such as the round before; drawn as a thin mark.
      public var reference: Reading?
      /// Whether the row is the reader's own or sums up the others: its texts are bold.
      public var isEmphasised: Bool

      /// By default with nothing to compare, like its neighbours.
      public init(
        _ label: String, value: Reading?, reference: Reading? = nil, isEmphasised: Bool = false
      ) {
        self.label = label
        self.value = value
        self.reference = reference
        self.isEmphasised = isEmphasised
      }
    }

    /// From zero.
    public var axis: Axis
    public var bars: [Bar]
    /// What the values are called in the key, which is shown only where there are references.
    public var valueName: String
    /// What the references are called in the key; `nil` where there are none.
    public var referenceName: String?
    /// What stands where a value is withheld.
    public var absent: String

    /// From top to bottom.
    public init(
      axis: Axis, bars: [Bar], valueName: String, referenceName: String? = nil, absent: String
    ) {
      self.axis = axis
      self.bars = bars
      self.valueName = valueName
      self.referenceName = referenceName
      self.absent = absent
    }
  }
}
