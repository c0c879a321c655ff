public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// What `branda compare` shows: clusters × capacities or parts, ranks, the distributions; or
  /// questions × clusters.
  public static func comparison(
    _ table: ComparisonTable, _ scope: ComparisonScope, order: ComparisonOrder = .total,
    in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let clusters = TextArgument.text(texts("common.clusters", ["count": .count(table.rows.count)]))
    let title =
      scope.period.map { texts("compare.title", ["clusters": clusters, "period": .text($0)]) }
      ?? texts("compare.latest", ["clusters": clusters])
    var document = Document(
      title: title, language: texts.language,
      facts: [Definition(texts("table.questionnaire"), words.model(table.questionnaire))])
    if table.grouping == .field, let classifier = words.classifier(table.questionnaire) {
      document.facts.append(Definition(texts("peers.classifier"), classifier))
    }
    document.add(scope, words, table.questionnaire)
    if table.rows.isEmpty {
      document.add(paragraph: texts("compare.none"))
      return document
    }
    let rows = table.rows(in: order)
    let showsPeriod = scope.period == nil
    document.add(words.comparisonTable(table, rows, showsPeriod: showsPeriod))
    if table.grouping != .all { document.addPeers(of: rows, in: table, words) }
    if !table.detail.isEmpty { document.addDetail(of: rows, in: table, words) }
    document.addNotes(on: table, words)
    if scope.selection != nil { document.add(paragraph: texts("compare.ranks-within")) }
    return document
  }

  /// Says what is not as it might seem: clusters selected, codes in place of names, assessments left
  /// out.
  mutating func add(_ scope: ComparisonScope, _ words: Words, _ model: Questionnaire) {
    if let selection = scope.selection {
      facts.append(
        Definition(words.texts("compare.selected"), words.text(of: selection, in: model)))
    }
    if scope.isAnonymous { add(paragraph: words.texts("compare.anonymous")) }
    addLeftOut(scope.leftOut)
    addVersions(scope.answeredVersions, on: model, words)
  }

  /// Says which assessments could not be read, so that nobody takes the rest for the whole.
  mutating func addLeftOut(_ names: [String]) {
    guard !names.isEmpty else { return }
    add(
      paragraph: Texts.texts(language)(
        "compare.left-out", ["count": .count(names.count), "files": .list(names)]))
  }

  /// What stands below a comparison: how to read ranks, forms and short names.
  ///
  /// - Parameter first: What is to be said before.
  mutating func addNotes(on table: ComparisonTable, after first: String? = nil, _ words: Words) {
    let texts = words.texts
    var notes = [first].compactMap(\.self)
    if table.rows.contains(where: { $0.rank.map { $0.best != $0.worst } ?? false }) {
      notes.append(texts("compare.ranks"))
    }
    if table.everyone == nil {
      notes.append(
        texts(
          "compare.too-few",
          ["count": .count(table.rows.count), "minimum": .text("\(table.groups.minimum)")]))
    } else {
      notes.append(texts("compare.quartiles"))
    }
    if table.hasShortForms { notes.append(texts("compare.forms")) }
    add(paragraph: notes.joined(separator: " "))
    let legend = words.legend(table.questionnaire)
    if !legend.isEmpty { add(paragraph: legend) }
  }
}

extension Words {
  /// `level: Formed; by size: 10–19, 20 and more`.
  fileprivate func text(
    of selection: ComparisonScope.Selection, in model: Questionnaire
  ) -> String {
    var parts: [String] = []
    if !selection.levels.isEmpty {
      let levels = selection.levels.map { self(model.levels[$0].title) }
      parts.append(
        texts("compare.selected-level", ["levels": .text(levels.joined(separator: ", "))]))
    }
    var facts: [PeerGrouping] = []
    for group in selection.groups where !facts.contains(group.grouping) {
      facts.append(group.grouping)
    }
    for fact in facts {
      let groups = selection.groups.filter { $0.grouping == fact }.map { group($0, in: model) }
      parts.append(
        texts(
          "compare.selected-group",
          ["by": .text(grouping(fact, in: model)), "groups": .text(groups.joined(separator: ", "))])
      )
    }
    if !selection.tags.isEmpty {
      parts.append(
        texts(
          "compare.selected-tag", ["tags": .text(selection.tags.joined(separator: ", "))]))
    }
    if !selection.statuses.isEmpty {
      let statuses = selection.statuses.map { texts("status.\($0)") }
      parts.append(
        texts("compare.selected-status", ["statuses": .text(statuses.joined(separator: ", "))]))
    }
    return parts.joined(separator: "; ")
  }

  /// The short names of capacities and what they stand for, in a line; empty where they have none.
  fileprivate func legend(_ questionnaire: Questionnaire) -> String {
    let names = questionnaire.capacities.compactMap { capacity in
      capacity.code.map { $0 + "\u{A0}– " + self(capacity.title) }
    }
    return names.isEmpty ? "" : names.joined(separator: "; ") + "."
  }

  func comparisonTable(
    _ table: ComparisonTable, _ rows: [ComparisonTable.Row], showsPeriod: Bool
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
    columns += capacities.map { .init(shortName(of: $0), .number) }
    columns += [
      .init(texts("table.range"), .number), .init(texts("table.rank"), .number),
      .init(texts("table.coverage"), .number),
    ]
    let cells = rows.map { row in
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
    let before = Array(
      repeating: Document.Cell.text(""), count: columns.count - capacities.count - 7)
    let footer = distributionNumbers(table.everyone).map { name, number in
      [.text(name)] + before + ["", cell(number(.total), on: .total, table.questionnaire)]
        + [
          .profile(
            capacities.map { number(.node($0.node)).map { $0.doubleValue / 100 } })
        ]
        + capacities.map {
          cell(number(.node($0.node)), on: .node($0.node), table.questionnaire)
        } + ["", "", ""]
    }
    return Document.Table(columns: columns, rows: cells, footer: footer)
  }

  /// The lines of a distribution, from the best down: a name, and the number for each measure.
  func distributionNumbers(
    _ profile: GroupProfile?
  ) -> [(String, (Measure) -> Rational?)] {
    guard let profile else { return [] }
    let names = ["table.best", "table.upper-quartile", "table.median", "table.lower-quartile"]
    let numbers: [(Distribution) -> Rational] = [
      \.maximum, \.thirdQuartile, \.median, \.firstQuartile,
    ]
    return zip(names, numbers).map { name, number in
      (texts(name), { profile.distribution(of: $0).map(number) })
    }
  }

  /// A share on the scale of what it measures.
  func cell(_ share: Rational?, on measure: Measure, _ model: Questionnaire) -> Document.Cell {
    cell(share.flatMap { try? measure.scale(in: model).shown($0) })
  }

  /// `3`, or `3 (2–5)` where missing answers leave other places open.
  func rank(_ rank: Rank) -> String {
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
}
