import Documents
import Language

/// A document as templates see it, by `branda.document/1`.
struct DocumentContext {
  let format: any DocumentFormat

  private var tables = 0
  private var figures = 0

  init(_ format: any DocumentFormat) { self.format = format }

  mutating func value(_ document: Document) -> [String: TemplateValue] {
    let outline = Outline(document)
    let intro = outline.intro.map { value($0) }
    let sections = outline.sections.map { value($0) }
    var byAnchor: [String: TemplateValue] = [:]
    for (section, value) in zip(outline.sections, sections) { byAnchor[section.id] = value }
    let texts = Texts.texts(document.language)
    return [
      "schema": .text(TemplateNames.schema),
      "language": .text(document.language.rawValue),
      "in": .object([document.language.rawValue: .present]),
      "title": .text(format.line(document.title)),
      "facts": definitions(document.facts),
      "contents": items(outline.sections.map(entry)),
      "intro": .list(intro),
      "sections": .list(sections),
      "section": .object(byAnchor),
      "words": .object([
        "skip": .text(format.line(texts("page.skip"))),
        "contents": .text(format.line(texts("page.contents"))),
      ]),
    ]
  }

  // MARK: Sections

  /// What the list of contents says about a section.
  private func entry(_ section: Outline.Section) -> TemplateValue {
    .object([
      "anchor": .text(section.id), "heading": .text(format.line(section.heading.text)),
      "parts": items(
        section.blocks.compactMap { block in
          guard case .heading(let heading, _, let id) = block, heading.anchor != nil else {
            return nil
          }
          return .object(["anchor": .text(id), "heading": .text(format.line(heading.text))])
        }),
    ])
  }

  private mutating func value(_ section: Outline.Section) -> TemplateValue {
    .object([
      "anchor": .text(section.id), "is": .object([section.id: .present]),
      "heading": .text(format.line(section.heading.text)),
      "startsPage": TemplateValue(section.heading.startsPage),
      "isWide": TemplateValue(section.blocks.contains(where: Self.isWide)),
      "blocks": .list(section.blocks.map { value($0) }),
    ])
  }

  /// Whether paper has to be turned for it.
  private static func isWide(_ block: Outline.Block) -> Bool {
    switch block {
    case .other(.table(let table), _): table.columns.count > 9
    case .other(.figure(let figure), _): figure.table.columns.count > 9
    default: false
    }
  }

  // MARK: Blocks

  private mutating func value(_ block: Outline.Block) -> TemplateValue {
    var members = Self.noKind
    let (kind, value) =
      switch block {
      case .heading(let heading, let level, let id): ("heading", value(heading, level, id))
      case .other(let block, let about): value(block, about)
      }
    members[kind] = value
    return .object(members)
  }

  /// A block is of one kind and says of all others that it is not: else a template that asks would be
  /// told what the section around it has of that name.
  private static let noKind: [String: TemplateValue] = Dictionary(
    uniqueKeysWithValues: [
      "heading", "paragraph", "list", "numbered", "definitions", "table", "figure", "tree",
      "choices", "blank",
    ].map { ($0, .absent) })

  private func value(_ heading: Document.Heading, _ level: Int, _ id: String) -> TemplateValue {
    .object([
      "anchor": .text(id), "text": .text(format.line(heading.text)),
      "level": .text(String(level)),
      "marks": .text(String(repeating: "#", count: min(max(heading.depth, 1) + 1, 6))),
      "startsPage": TemplateValue(heading.startsPage),
      "isWhole": TemplateValue(heading.isWhole),
    ])
  }

  /// - Parameter about: The id of the heading above it.
  private mutating func value(
    _ block: Document.Block, _ about: String
  ) -> (kind: String, value: TemplateValue) {
    switch block {
    // The outline has taken these out.
    case .heading: ("heading", .absent)
    case .paragraph(let spans):
      ("paragraph", .object(["text": .text(format.paragraph(spans))]))
    case .list(let list):
      ("list", items(list.map { .object(["text": .text(format.item($0, indentation: 2))]) }))
    case .numbered(let list):
      (
        "numbered",
        items(
          list.enumerated().map { index, spans in
            let number = String(index + 1)
            return .object([
              "number": .text(number),
              "text": .text(format.item(spans, indentation: number.utf8.count + 2)),
            ])
          })
      )
    case .definitions(let list): ("definitions", definitions(list))
    case .table(let table): ("table", value(table, about))
    case .figure(let figure): ("figure", value(figure))
    case .tree(let branches):
      ("tree", .object(["text": .text(format.tree(branches))]))
    case .choices(let choices):
      (
        "choices",
        items(choices.map { .object(["text": .text(format.item([.text($0)], indentation: 4))]) })
      )
    case .blank(let blank):
      (
        "blank",
        .object([
          "text": .text(format.line(blank.label)),
          "unit": TemplateValue(blank.unit.map(format.line)),
          "items": .list(Array(repeating: .object([:]), count: max(1, blank.lines))),
          "alternatives": .list(
            blank.alternatives.map { .object(["text": .text(format.line($0))]) }),
        ])
      )
    }
  }

  private static func unlessEmpty(_ text: String) -> TemplateValue {
    text.isEmpty ? .absent : .text(text)
  }

  private func items(_ values: [TemplateValue]) -> TemplateValue {
    values.isEmpty ? .absent : .object(["items": .list(values)])
  }

  private func definitions(_ definitions: [Document.Definition]) -> TemplateValue {
    items(
      definitions.map {
        .object([
          "name": .text(format.line($0.name)), "text": .text(format.definition($0.text)),
        ])
      })
  }

  private mutating func value(_ table: Document.Table, _ about: String) -> TemplateValue {
    tables += 1
    let rows = format.table(table)
    return .object([
      "id": .text("table-\(tables)"),
      // What names it where it has no caption of its own.
      "label": .text(about),
      "caption": TemplateValue(table.caption.map { format.paragraph([.text($0)]) }),
      // Two columns of text fit every screen, since their words may break.
      "isScrolling": TemplateValue(table.columns.count > 2),
      "head": .text(rows.head), "body": Self.unlessEmpty(rows.body),
      "foot": Self.unlessEmpty(rows.foot),
    ])
  }

  private mutating func value(_ figure: Document.Figure) -> TemplateValue {
    figures += 1
    let id = "figure-\(figures)"
    return .object([
      "id": .text(id), "text": .text(format.paragraph([.strong(figure.title)])),
      "heading": .text(format.line(figure.title)),
      "description": .text(format.paragraph([.text(figure.description)])),
      "picture": TemplateValue(format.picture(figure, id: id)),
      "table": value(figure.table, id + "-title"),
    ])
  }
}
