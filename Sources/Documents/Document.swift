public import Language

/// A report as a value: what a reader is told, in order, and nothing about how it looks.
///
/// Built once from scores and answers; renderers turn it into terminal lines, Markdown and other
/// formats and compute nothing. All texts are plain: whatever means something in a format is
/// escaped by its renderer, so no text can act.
public struct Document: Sendable, Hashable {
  /// One line of plain text, above all headings.
  public var title: String
  /// The language that its texts are in, which may be another than was asked for.
  public var language: LanguageTag
  /// Facts about the document as a whole, such as the period: shown under the title.
  public var facts: [Definition]
  /// The body, in the order of reading.
  public var blocks: [Block]

  /// By default without facts and body.
  public init(
    title: String, language: LanguageTag, facts: [Definition] = [], blocks: [Block] = []
  ) {
    self.title = title
    self.language = language
    self.facts = facts
    self.blocks = blocks
  }

  /// A piece of the body, set apart from those around it.
  public enum Block: Sendable, Hashable {
    case heading(Heading)
    case paragraph([Span])
    case list([[Span]])
    case numbered([[Span]])
    case definitions([Definition])
    case table(Table)
    case figure(Figure)
    case tree([Branch])
    /// What may be ticked by hand, a box before each.
    case choices([String])
    case blank(Blank)

    /// A heading without an anchor, in the run of the text.
    public static func heading(_ text: String, depth: Int) -> Block {
      .heading(Heading(text, depth: depth))
    }
  }

  /// What begins a section or a part of one.
  public struct Heading: Sendable, Hashable {
    /// One line of plain text.
    public var text: String
    /// 1 for a section, 2 … for a part of one; the title is above them all.
    public var depth: Int
    /// The same in every language and unique in the document, of lower-case letters, digits and
    /// dashes: for links, outlines and templates. `nil` for a part that nobody points at.
    public var anchor: String?
    /// Whether paper begins a page here.
    public var startsPage: Bool
    /// Whether paper keeps all that follows, up to the next heading, on one page where it fits.
    public var isWhole: Bool

    /// By default in the run of the text, without an anchor.
    public init(
      _ text: String, depth: Int = 1, anchor: String? = nil, startsPage: Bool = false,
      isWhole: Bool = false
    ) {
      self.text = text
      self.depth = depth
      self.anchor = anchor
      self.startsPage = startsPage
      self.isWhole = isWhole
    }
  }

  /// Room to write into by hand.
  public struct Blank: Sendable, Hashable {
    /// What is to be written.
    public var label: String
    /// How many empty lines; at least 1.
    public var lines: Int
    /// What stands behind a number; `nil` for none.
    public var unit: String?
    /// What may be ticked instead of writing, a box before each.
    public var alternatives: [String]

    /// By default one line, and nothing else.
    public init(
      _ label: String, lines: Int = 1, unit: String? = nil, alternatives: [String] = []
    ) {
      self.label = label
      self.lines = lines
      self.unit = unit
      self.alternatives = alternatives
    }
  }

  /// A line of a tree, with what hangs below it.
  public struct Branch: Sendable, Hashable {
    /// Running text, as long as it has to be.
    public var spans: [Span]
    /// In the order of reading; empty at the end of a branch.
    public var branches: [Branch]

    /// By default the end of a branch.
    public init(_ spans: [Span], _ branches: [Branch] = []) {
      self.spans = spans
      self.branches = branches
    }
  }

  /// A piece of running text.
  public enum Span: Sendable, Hashable, ExpressibleByStringInterpolation {
    case text(String)
    /// Text that matters more than what surrounds it.
    case strong(String)

    /// Text without emphasis.
    public init(stringLiteral value: String) { self = .text(value) }

    /// What is to be read, without the emphasis.
    public var text: String {
      switch self {
      case .text(let text), .strong(let text): text
      }
    }
  }

  /// A name and what it stands for.
  public struct Definition: Sendable, Hashable {
    /// Without a colon: renderers add what sets it apart.
    public var name: String
    /// Plain; it may have several lines.
    public var text: String

    /// A name, then what it stands for.
    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }
}

extension Document {
  /// Adds a heading.
  public mutating func add(
    heading: String, depth: Int = 1, anchor: String? = nil, startsPage: Bool = false,
    isWhole: Bool = false
  ) {
    blocks.append(
      .heading(
        Heading(
          heading, depth: depth, anchor: anchor, startsPage: startsPage, isWhole: isWhole)))
  }

  /// Adds a paragraph without emphasis.
  public mutating func add(paragraph: String) { blocks.append(.paragraph([.text(paragraph)])) }

  /// Adds a list unless it is empty.
  public mutating func add(list: [[Span]]) {
    if !list.isEmpty { blocks.append(.list(list)) }
  }

  /// Adds a table unless it has no rows.
  public mutating func add(_ table: Table) {
    if !table.rows.isEmpty { blocks.append(.table(table)) }
  }

  /// Adds a figure unless its table has no rows.
  public mutating func add(_ figure: Figure) {
    if !figure.table.rows.isEmpty { blocks.append(.figure(figure)) }
  }
}
