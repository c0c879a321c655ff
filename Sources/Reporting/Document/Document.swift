public import Language

/// A report as a value: what a reader is told, in order, and nothing about how it looks.
///
/// Built once from scores and answers; renderers turn it into terminal lines, Markdown and other
/// formats and compute nothing. All texts are plain: whatever means something in a format is
/// escaped by its renderer, so no text can act.
public struct Document: Sendable, Hashable {
  public var title: String
  public var language: LanguageTag
  /// Facts about the document as a whole, such as the period: shown under the title.
  public var facts: [Definition]
  public var blocks: [Block]

  public init(
    title: String, language: LanguageTag, facts: [Definition] = [], blocks: [Block] = []
  ) {
    self.title = title
    self.language = language
    self.facts = facts
    self.blocks = blocks
  }

  public enum Block: Sendable, Hashable {
    /// The heading of a section (depth 1) or of a part of one (2 …); the title is above them all.
    case heading(String, depth: Int)
    case paragraph([Span])
    case list([[Span]])
    case numbered([[Span]])
    case definitions([Definition])
    case table(Table)
  }

  /// A piece of running text.
  public enum Span: Sendable, Hashable, ExpressibleByStringInterpolation {
    case text(String)
    /// Text that matters more than what surrounds it.
    case strong(String)

    public init(stringLiteral value: String) { self = .text(value) }

    public var text: String {
      switch self {
      case .text(let text), .strong(let text): text
      }
    }
  }

  /// A name and what it stands for.
  public struct Definition: Sendable, Hashable {
    public var name: String
    public var text: String

    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }
}

extension Document {
  mutating func add(heading: String, depth: Int = 1) {
    blocks.append(.heading(heading, depth: depth))
  }

  mutating func add(paragraph: String) { blocks.append(.paragraph([.text(paragraph)])) }

  /// Adds a list unless it is empty.
  mutating func add(list: [[Span]]) {
    if !list.isEmpty { blocks.append(.list(list)) }
  }

  /// Adds a table unless it has no rows.
  mutating func add(_ table: Table) {
    if !table.rows.isEmpty { blocks.append(.table(table)) }
  }
}
