extension Document {
  /// Rows under headed columns.
  public struct Table: Sendable, Hashable {
    /// A heading and the way the cells below it stand.
    public struct Column: Sendable, Hashable {
      /// What a column holds decides how it stands: numbers to the right, all else to the left.
      public enum Kind: Sendable, Hashable {
        case text, number, picture
        /// Nothing yet: room to write into.
        case toFill
      }

      /// Plain text on one line.
      public var heading: String
      /// The same for all cells of the column, whatever they hold.
      public var kind: Kind
      /// The ends of the scale by which renderers that can shade the column's numbers; `nil` for none.
      public var shading: ClosedRange<Double>?

      /// By default of text, without shading.
      public init(_ heading: String, _ kind: Kind = .text, shading: ClosedRange<Double>? = nil) {
        self.heading = heading
        self.kind = kind
        self.shading = shading
      }
    }

    /// What the table shows, for those who cannot take it in at a glance; `nil` where the heading above
    /// it says so.
    public var caption: String?
    /// From left to right, those that say what a row is about first.
    public var columns: [Column]
    /// As many cells in each as there are columns.
    public var rows: [[Cell]]
    /// Rows that sum up the others, such as medians.
    public var footer: [[Cell]]
    /// How many of the first columns say what a row is about.
    public var keyColumns: Int
    /// The sentence in its place on paper, where it would fill many pages that nobody reads; `nil` where
    /// paper has the table.
    public var onPaper: String?

    /// By default without a footer, each row named by its first cell, on paper as everywhere.
    public init(
      caption: String? = nil, columns: [Column], rows: [[Cell]], footer: [[Cell]] = [],
      keyColumns: Int = 1, onPaper: String? = nil
    ) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
      self.footer = footer
      self.keyColumns = keyColumns
      self.onPaper = onPaper
    }
  }

  /// What stands in one row and column, with the value behind it where a renderer draws one.
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

    /// Text without emphasis.
    public init(stringLiteral value: String) { self = .text(value) }
  }

  /// Whether a state is good news; never the only sign of it.
  public enum Tone: Sendable, Hashable { case good, bad, open, neutral }

  /// A share of a whole with what missing answers leave open, all 0…1.
  public struct Bar: Sendable, Hashable {
    /// `nil` when there is no value.
    public var value: Double?
    /// The share with the worst answers to what is open; never above `high`.
    public var low: Double
    /// The share with the best answers to what is open.
    public var high: Double

    /// Shares of 0…1, not scores of 0–100.
    public init(_ value: Double?, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }
}
