import Documents
import Language
import Wording

extension Workbook {
  /// Adds a sheet for each section of a report whose anchor is not among those left out, with the same
  /// words and numbers.
  ///
  /// - Parameter whole: By anchor, a table in place of what a section shows only a part of.
  mutating func addSections(
    of document: Document, except anchors: Set<String>, whole: [String: Document.Table] = [:],
    _ words: Words
  ) {
    for var section in document.sections {
      let anchor = section.heading.anchor ?? ""
      guard !anchors.contains(anchor), !anchor.hasPrefix("capacity-") else { continue }
      if let table = whole[anchor], !table.rows.isEmpty { section.blocks = [.table(table)] }
      add(Sheet(section, words))
    }
  }
}

/// A heading of the first depth and what stands below it.
struct DocumentSection {
  let heading: Document.Heading
  var blocks: [Document.Block] = []
}

extension Document {
  /// The sections, in their order; what stands above the first is in none.
  var sections: [DocumentSection] {
    var sections: [DocumentSection] = []
    for block in blocks {
      if case .heading(let heading) = block, heading.depth == 1 {
        sections.append(DocumentSection(heading: heading))
      } else if let last = sections.indices.last {
        sections[last].blocks.append(block)
      }
    }
    return sections
  }
}

extension Workbook.Sheet {
  /// A section as rows, tables beside and below sentences.
  init(_ section: DocumentSection, _ words: Words) {
    let short = section.heading.anchor.flatMap { words.texts.optional("sheet.\($0)", [:]) }
    self.init(name: short ?? section.heading.text)
    rows = [[.text(section.heading.text, .title)]]
    for block in section.blocks { add(block) }
    fitWidths(firstAtLeast: 40)
    widenColumnsToFill(section.blocks.compactMap(\.table))
    isLandscape = widths.reduce(0, +) > Self.widestUpright
    keepHead(of: section)
  }

  /// In characters; what is wider goes on paper that lies.
  private static let widestUpright = 100.0
  /// Rows from which on a table is worth a filter and a head that stays.
  private static let fewestToFilter = 8
  /// Heads further down than this would take the screen with what stands above them.
  private static let lowestHead = 8

  /// In characters: room for names and days.
  private static let roomToFill = 20.0

  private mutating func widenColumnsToFill(_ tables: [Document.Table]) {
    for table in tables {
      for (place, column) in table.shownColumns.enumerated() where column.kind == .toFill {
        widths[place] = max(widths[place], Self.roomToFill)
      }
    }
  }

  /// Where a section is one long table, its head stays in sight, and its rows can be filtered.
  private mutating func keepHead(of section: DocumentSection) {
    let tables = section.blocks.compactMap(\.table)
    guard tables.count == 1, let table = tables.first, table.rows.count >= Self.fewestToFilter,
      let head = rows.firstIndex(where: { $0.first?.style == .heading }), head < Self.lowestHead
    else { return }
    frozenRows = head + 1
    filter = .init(
      rows: head...(head + table.rows.count), columns: 0...max(0, rows[head].count - 1))
  }

  /// Adds a piece of a document below what is there.
  mutating func add(_ block: Document.Block) {
    switch block {
    case .heading(let heading):
      rows += [[], [.text(heading.text, .strong)]]
    case .paragraph(let spans): rows.append([.text(spans.map(\.text).joined())])
    case .list(let items): rows += items.map { [.text("• " + $0.map(\.text).joined())] }
    case .numbered(let items):
      rows += items.enumerated().map { [.text("\($0 + 1). " + $1.map(\.text).joined())] }
    case .definitions(let definitions):
      rows += definitions.map { [.text($0.name, .strong), .text($0.text)] }
    case .table(let table): add(table)
    case .figure(let figure): add(figure)
    case .tree(let branches): add(branches, depth: 0)
    case .choices(let choices): rows += choices.map { [.text("☐ " + $0)] }
    // Room to write on stands on paper; a sheet has its empty cells.
    case .blank: rows.append([])
    }
  }

  private mutating func add(_ branches: [Document.Branch], depth: Int) {
    var waiting = branches.reversed().map { ($0, depth) }
    while let (branch, depth) = waiting.popLast() {
      let indent = String(repeating: "\u{A0}\u{A0}", count: depth)
      rows.append([.text(indent + branch.spans.map(\.text).joined())])
      waiting += branch.branches.reversed().map { ($0, depth + 1) }
    }
  }

  /// Adds the table of a figure, and of bars a chart below it.
  private mutating func add(_ figure: Document.Figure) {
    let head = rows.count + (figure.table.caption == nil ? 0 : 1)
    add(figure.table)
    guard case .bars(let bars) = figure.chart,
      let chart = Workbook.Chart(
        bars, of: figure, head: head, below: rows.count)
    else { return }
    charts.append(chart)
    // What comes next stands below the chart.
    rows += Array(repeating: [], count: Int(chart.height / 20) + 2)
  }

  /// Adds a table without its pictures, its numbers as numbers.
  mutating func add(_ table: Document.Table) {
    let shown = table.columns.indices.filter { table.columns[$0].kind != .picture }
    if let caption = table.caption { rows.append([.text(caption, .strong)]) }
    rows.append(shown.map { .text(table.columns[$0].heading, .heading) })
    let first = rows.count
    rows += table.rows.map { row in shown.map { Workbook.Cell(row[$0]) } }
    for (column, place) in shown.enumerated() {
      guard let scale = table.columns[place].shading, rows.count > first else { continue }
      shadings.append(
        Workbook.Shading(
          .init(rows: first...(rows.count - 1), columns: column...column), from: scale.lowerBound,
          to: scale.upperBound))
    }
    rows += table.footer.map { row in
      shown.map { place in
        var cell = Workbook.Cell(row[place])
        cell.style = .strong
        return cell
      }
    }
    rows.append([])
  }

  /// Makes columns as wide as their texts, within reason, and the first wide enough for sentences,
  /// unless it has numbers.
  mutating func fitWidths(firstAtLeast least: Double, most: Double = 44) {
    let count = rows.lazy.map(\.count).max() ?? 0
    let isCounting = count > 1 && rows.contains { $0.count > 1 && $0[0].isNumber }
    widths = (0..<count).map { column in
      let longest =
        rows.lazy.filter { $0.count > column && ($0.count > 1 || column > 0) }
        .map { $0[column].width }.max() ?? 0
      return min(most, max(column == 0 && !isCounting ? least : 8, longest + 2))
    }
  }
}

extension Document.Table {
  /// Those that a sheet has: no pictures.
  fileprivate var shownColumns: [Column] { columns.filter { $0.kind != .picture } }
}

extension Document.Block {
  /// The table that it is or that goes with it.
  fileprivate var table: Document.Table? {
    switch self {
    case .table(let table): table
    case .figure(let figure): figure.table
    default: nil
    }
  }
}

extension Workbook.Chart {
  /// Bars of the numbers in the last column of a table; `nil` where that does not hold them.
  ///
  /// - Parameters:
  ///   - head: The row of the table's heads.
  ///   - row: Where it stands.
  fileprivate init?(
    _ bars: Document.BarChart, of figure: Document.Figure, head: Int, below row: Int
  ) {
    let table = figure.table
    let last = table.columns.count - 1
    let isDrawn = zip(table.rows, bars.bars).allSatisfy { $0.last?.reading == $1.value }
    let isWhole = table.columns.allSatisfy { $0.kind != .picture }
    guard last > 0, table.rows.count == bars.bars.count, !table.rows.isEmpty, isDrawn, isWhole
    else {
      return nil
    }
    let rows = (head + 1)...(head + table.rows.count)
    self.init(
      .bars, title: figure.title, valueName: bars.valueName, description: figure.description,
      categories: .init(rows: rows, columns: 0...0),
      series: [
        .init(
          name: .init(rows: head...head, columns: last...last),
          values: .init(rows: rows, columns: last...last))
      ], scale: bars.axis.low...bars.axis.high, row: row, column: 0, width: 560,
      height: 120 + 32 * Double(table.rows.count))
  }
}

extension Workbook.Cell {
  fileprivate var isNumber: Bool {
    if case .number = value { true } else { false }
  }

  /// How wide it is, in characters.
  fileprivate var width: Double {
    switch value {
    case .empty: 0
    case .text(let text), .link(let text, _):
      Double(
        text.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0)
        * (style == .title ? 0 : 1)
    case .number, .formula: 8
    case .day: 10
    }
  }

  /// A cell of a document: a number where there is one, nothing where one is missing.
  init(_ cell: Document.Cell) {
    switch cell {
    case .text(let text): self = text.isEmpty ? .empty : .text(text)
    case .strong(let text): self = .text(text, .strong)
    case .number(let text, let value): self = .number(value, .init(of: text, value))
    case .missing(let text): self = text == "–" ? .empty : .text(text, .note)
    case .state(let text, _): self = .text(text)
    case .bar(let bar): self = .number(bar.value, .percent(0))
    case .profile: self = .empty
    }
  }
}

extension Workbook.NumberFormat {
  /// The format by which a number looks as it has been written: with as many places, its sign, and
  /// per cent where it is a share.
  init(of text: String, _ value: Double) {
    if text.contains("%") {
      let number = text.filter { $0.isNumber || $0 == "." || $0 == "," }
      let places = number.lastIndex { !$0.isNumber }.map { number[$0...].count - 1 } ?? 0
      let shown = Double(number.replacing(",", with: ".")) ?? 0
      // Some are told in per cent and counted in hundredths, others in per cent.
      self = abs(abs(value) * 100 - shown) < 1 ? .percent(places) : .decimal(places)
      return
    }
    let digits = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }.last
    if text.first == "+" || text.first == "-" || text.first == "−" {
      self = .change
    } else if let digits, digits.count < text.count, digits.allSatisfy(\.isNumber) {
      // Three digits behind a comma may be thousands.
      self = digits.count == 3 ? .general : .decimal(digits.count)
    } else {
      self = .general
    }
  }
}
