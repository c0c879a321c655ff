public import Comparison
public import Language
import Numbers
import Questionnaire
import Scoring

/// By what the rows of a comparison stand in order.
public enum ComparisonOrder: Sendable, Hashable {
  /// The greatest first, as all orders by number.
  case total
  case name
  case level
  /// By place in `Questionnaire.capacities`.
  case capacity(Int)
}

extension Document {
  /// What `branda compare` shows: clusters × capacities, ranks, the distribution.
  ///
  /// - Parameters:
  ///   - period: The round compared; `nil` when each cluster stands with its latest.
  ///   - leftOut: Assessments that could not be read.
  public static func comparison(
    _ table: ComparisonTable, period: String?, order: ComparisonOrder = .total,
    leftOut: [String] = [], in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let clusters = TextArgument.text(texts("common.clusters", ["count": .count(table.rows.count)]))
    let title =
      period.map { texts("compare.title", ["clusters": clusters, "period": .text($0)]) }
      ?? texts("compare.latest", ["clusters": clusters])
    var document = Document(
      title: title, language: texts.language,
      facts: [Definition(texts("table.questionnaire"), words.model(table.questionnaire))])
    document.addLeftOut(leftOut)
    if table.rows.isEmpty {
      document.add(paragraph: texts("compare.none"))
      return document
    }
    document.add(words.comparisonTable(table, showsPeriod: period == nil, order: order))
    document.addNotes(on: table, words)
    return document
  }

  /// Says which assessments could not be read, so that nobody takes the rest for the whole.
  mutating func addLeftOut(_ names: [String]) {
    guard !names.isEmpty else { return }
    add(
      paragraph: Texts.texts(language)(
        "compare.left-out", ["count": .count(names.count), "files": .list(names)]))
  }

  /// What stands below a comparison: how to read ranks, forms and short names.
  mutating func addNotes(on table: ComparisonTable, _ words: Words) {
    add(paragraph: words.texts("compare.peers-all", ["count": .count(table.peers.count)]))
    if table.hasShortForms { add(paragraph: words.texts("compare.forms")) }
    blocks.append(.definitions(words.legend(table.questionnaire)))
  }
}

extension Words {
  /// The short names of capacities and what they stand for.
  func legend(_ questionnaire: Questionnaire) -> [Document.Definition] {
    questionnaire.capacities.map { Document.Definition($0.shortName, self($0.title)) }
  }

  func comparisonTable(
    _ table: ComparisonTable, showsPeriod: Bool, order: ComparisonOrder
  ) -> Document.Table {
    let capacities = table.questionnaire.capacities
    var columns = [Document.Table.Column(texts("table.cluster"))]
    if showsPeriod { columns.append(.init(texts("table.period"))) }
    let showsForm = table.hasShortForms
    if showsForm { columns.append(.init(texts("table.form"))) }
    columns += [
      .init(texts("table.level"), .number), .init(texts("table.total"), .number),
      .init(texts("table.profile"), .picture),
    ]
    columns += capacities.map { .init($0.shortName, .number) }
    columns += [
      .init(texts("table.range"), .number), .init(texts("table.rank"), .number),
      .init(texts("table.coverage"), .number),
    ]
    let rows = table.rows(in: order).map { row in
      let score = row.cluster.score
      var cells = [Document.Cell.text(row.cluster.name)]
      if showsPeriod { cells.append(.text(row.cluster.period)) }
      if showsForm { cells.append(.text(form(of: score))) }
      cells.append(score.levelReached.map { cell($0.level.number) } ?? .missing("–"))
      cells += [cell(score.total), profile(score.capacities)]
      cells += score.capacities.map { cell($0) }
      cells.append(range(score.total).map { .text($0) } ?? .missing("–"))
      cells.append(row.rank.map { .text(rank($0)) } ?? .missing("–"))
      cells.append(.text(coverage(score.total.coverage)))
      return cells
    }
    let names = [
      texts("table.upper-quartile"), texts("table.median"), texts("table.lower-quartile"),
    ]
    let numbers: [(Distribution) -> Rational] = [\.thirdQuartile, \.median, \.firstQuartile]
    let footer = zip(names, numbers).map { name, number in
      var cells = [Document.Cell.text(name)]
      if showsPeriod { cells.append("") }
      if showsForm { cells.append("") }
      cells += ["", cell(table.total.map(number), on: table.questionnaire.scoring.total.scale)]
      cells.append(
        .profile(table.capacities.map { $0.map { number($0).doubleValue / 100 } }))
      return cells
        + zip(capacities, table.capacities).map { cell($1.map(number), on: $0.rule.scale) }
        + ["", "", ""]
    }
    return Document.Table(columns: columns, rows: rows, footer: footer)
  }

  private func cell(_ share: Rational?, on scale: Scale) -> Document.Cell {
    cell(share.flatMap { try? scale.shown($0) })
  }

  /// `3`, or `3 (2–5)` where missing answers leave other places open.
  private func rank(_ rank: Rank) -> String {
    guard rank.best != rank.worst else { return String(rank.value) }
    let interval = texts(
      "common.from-to",
      ["low": .text(String(rank.best)), "high": .text(String(rank.worst))])
    return "\(rank.value) (\(interval))"
  }
}

extension ComparisonTable {
  /// Whether any of the assessments left out questions by its form.
  var hasShortForms: Bool { rows.contains { $0.cluster.score.formUsed != nil } }

  /// The rows in another order; equals stay as they stand in the table.
  public func rows(in order: ComparisonOrder) -> [Row] {
    switch order {
    case .total: rows
    case .name: rows.sortedStably { $0.cluster.name.lowercased() < $1.cluster.name.lowercased() }
    case .level:
      rows.sortedStably { ($0.cluster.score.level ?? -1) > ($1.cluster.score.level ?? -1) }
    case .capacity(let index):
      rows.sortedStably { a, b in
        switch (a.cluster.score.capacities[index].value, b.cluster.score.capacities[index].value) {
        case (let a?, let b?): a > b
        case (_?, nil): true
        case (nil, _): false
        }
      }
    }
  }
}
