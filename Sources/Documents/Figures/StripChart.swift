extension Document {
  /// How many stand where: a row each with a dot for each one, the middle half, the median and,
  /// where it is somebody's own report, its own mark. Reads alike for 5 and for 500.
  public struct StripChart: Sendable, Hashable {
    /// One distribution.
    public struct Row: Sendable, Hashable {
      /// What is measured, such as a capacity.
      public var label: String
      /// One for each of those shown singly, in any order; empty where single values are not for
      /// the reader.
      public var dots: [Double]
      /// The lower and the upper quartile; `nil` where they are withheld or there are none.
      public var middleHalf: ClosedRange<Double>?
      /// `nil` where it is withheld.
      public var median: Reading?
      /// The reader's own; `nil` in a report on all or where there is none.
      public var own: Reading?
      /// Whether the row sums up the others: its texts are bold.
      public var isEmphasised: Bool

      /// By default nothing is known but the name.
      public init(
        _ label: String, dots: [Double] = [], middleHalf: ClosedRange<Double>? = nil,
        median: Reading? = nil, own: Reading? = nil, isEmphasised: Bool = false
      ) {
        self.label = label
        self.dots = dots
        self.middleHalf = middleHalf
        self.median = median
        self.own = own
        self.isEmphasised = isEmphasised
      }
    }

    /// What the signs are called in the key; only those that occur are shown.
    public struct Key: Sendable, Hashable {
      public var dot: String
      public var middleHalf: String
      public var median: String
      public var own: String

      /// The words for each sign.
      public init(dot: String, middleHalf: String, median: String, own: String) {
        self.dot = dot
        self.middleHalf = middleHalf
        self.median = median
        self.own = own
      }
    }

    public var axis: Axis
    public var rows: [Row]
    public var key: Key
    /// What stands where a median or an own value is withheld or there is none.
    public var absent: String

    /// From top to bottom.
    public init(axis: Axis, rows: [Row], key: Key, absent: String) {
      self.axis = axis
      self.rows = rows
      self.key = key
      self.absent = absent
    }
  }
}
