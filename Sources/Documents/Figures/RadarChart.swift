extension Document {
  /// The picture that many know from benchmarking reports; a second picture beside a dot plot, never the
  /// only one: areas and the order of the spokes mislead.
  public struct RadarChart: Sendable, Hashable {
    /// One spoke, in the order of the model.
    public struct Spoke: Sendable, Hashable {
      public var label: String
      /// `nil` breaks the line.
      public var value: Double?
      /// The one to compare with; `nil` breaks its line.
      public var reference: Double?

      /// By default with nothing to compare.
      public init(_ label: String, value: Double?, reference: Double? = nil) {
        self.label = label
        self.value = value
        self.reference = reference
      }
    }

    /// The rings are its ticks.
    public var axis: Axis
    /// Three to eight.
    public var spokes: [Spoke]
    /// What the values are called in the key.
    public var valueName: String
    /// What the reference is called in the key; `nil` where there is none.
    public var referenceName: String?
    /// What stands under the name of a spoke without a value.
    public var absent: String

    /// Clockwise from the top.
    public init(
      axis: Axis, spokes: [Spoke], valueName: String, referenceName: String? = nil, absent: String
    ) {
      self.axis = axis
      self.spokes = spokes
      self.valueName = valueName
      self.referenceName = referenceName
      self.absent = absent
    }
  }
}
