extension Document {
  /// Rows under headed columns.
  public struct Table: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
      /// What a column holds decides how it stands: numbers to the right, all else to the left.
      public enum Kind: Sendable, Hashable { case text, number, picture }

      public var heading: String
      public var kind: Kind

      public init(_ heading: String, _ kind: Kind = .text) {
        self.heading = heading
        self.kind = kind
      }
    }

    public var columns: [Column]
    /// As many cells in each as there are columns.
    public var rows: [[Cell]]
    /// Rows that sum up the others, such as medians.
    public var footer: [[Cell]]
    /// How many of the first columns say what a row is about.
    public var keyColumns: Int

    public init(
      columns: [Column], rows: [[Cell]], footer: [[Cell]] = [], keyColumns: Int = 1
    ) {
      self.columns = columns
      self.rows = rows
      self.footer = footer
      self.keyColumns = keyColumns
    }
  }

  public enum Cell: Sendable, Hashable, ExpressibleByStringInterpolation {
    case text(String)
    /// Text that matters more than its neighbours.
    case strong(String)
    /// A number as the language writes it, and the number itself for renderers that draw or count.
    case number(String, value: Double)
    /// A number that is not there, and what stands in its place.
    case missing(String)
    /// A word that says how something stands.
    case state(String, Tone)
    case bar(Bar)
    /// One small bar for each part, 0…1; `nil` for one without a value.
    case profile([Double?])

    public init(stringLiteral value: String) { self = .text(value) }
  }

  /// Whether a state is good news; never the only sign of it.
  public enum Tone: Sendable, Hashable { case good, bad, open, neutral }

  /// A share of a whole with what missing answers leave open, all 0…1.
  public struct Bar: Sendable, Hashable {
    /// `nil` when there is no value.
    public var value: Double?
    public var low: Double
    public var high: Double

    public init(_ value: Double?, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }
}
