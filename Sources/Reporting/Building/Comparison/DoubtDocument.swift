public import Comparison
public import Documents
public import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// What `branda compare --doubt` shows: ranks with what they rest on, in a table and in words, and
  /// what moves them most.
  public static func doubt(
    _ doubt: RankDoubt, _ scope: ComparisonScope, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let clusters = TextArgument.text(
      texts("common.clusters", ["count": .count(doubt.standings.count)]))
    let title =
      scope.period.map { texts("doubt.title", ["clusters": clusters, "period": .text($0)]) }
      ?? texts("doubt.latest", ["clusters": clusters])
    var document = Document(
      title: title, language: texts.language,
      facts: [
        Definition(texts("table.questionnaire"), words.model(doubt.questionnaire)),
        Definition(texts("doubt.weights"), words.terms(doubt.terms)),
      ])
    document.add(scope, words, doubt.questionnaire)
    if doubt.standings.isEmpty {
      document.add(paragraph: texts("doubt.none"))
    } else {
      document.add(words.doubtTable(doubt))
      document.add(paragraph: texts("doubt.how-to-read"))
      document.add(heading: texts("doubt.in-words"))
      document.add(list: doubt.standings.map { words.statement($0, doubt) })
    }
    if !doubt.unranked.isEmpty {
      document.add(heading: texts("doubt.unranked"))
      document.add(list: doubt.unranked.map { [.text(words.unranked($0, doubt.terms))] })
    }
    let moving = words.movingTable(doubt)
    if !moving.rows.isEmpty {
      document.add(heading: texts("doubt.moving"))
      document.add(moving)
    }
    return document
  }
}

extension Words {
  /// `each weight up to 25 % up or down; 10 000 draws, seed 1`.
  fileprivate func terms(_ terms: RankDoubt.Terms) -> String {
    let arguments: [String: TextArgument] = [
      "draws": .text(plain(Rational(terms.draws))), "seed": .text(String(terms.seed)),
    ]
    switch terms.weights {
    case .noise(let share):
      return texts(
        "doubt.noise", arguments.merging(["share": .text(percent(share))]) { first, _ in first })
    case .dirichlet(let concentration):
      return texts(
        "doubt.dirichlet",
        arguments.merging(["number": .text(coefficient(concentration))]) { first, _ in first })
    }
  }

  fileprivate func doubtTable(_ doubt: RankDoubt) -> Document.Table {
    let hasViews = doubt.standings.contains { $0.views != nil }
    var columns: [Document.Table.Column] = [
      .init(texts("table.cluster")), .init(texts("table.total"), .number),
      .init(texts("table.rank"), .number), .init(texts("doubt.unanswered"), .number),
      .init(texts("doubt.drawn"), .number), .init(texts("doubt.one-out"), .number),
    ]
    if hasViews { columns.append(.init(texts("doubt.views"), .number)) }
    columns.append(.init(texts("doubt.level")))
    let rows = doubt.standings.map { row in
      var cells: [Document.Cell] = [
        .text(row.cluster.name), cell(row.cluster.score.total), .text(rank(row)),
        .text(places(row.rank.best, row.rank.worst)),
        .text(places(row.drawn.low, row.drawn.high)),
        .text(places(row.leavingOut.best, row.leavingOut.worst)),
      ]
      if hasViews {
        cells.append(row.views.map { .text(places($0.best, $0.worst)) } ?? .missing("–"))
      }
      cells.append(.text(levels(row, doubt.questionnaire)))
      return cells
    }
    return Document.Table(columns: columns, rows: rows)
  }

  /// `3`, or `=3` where others have the same total.
  private func rank(_ row: RankDoubt.Standing) -> String {
    (row.tiedWith.isEmpty ? "" : "=") + String(row.rank.value)
  }

  private func places(_ best: Int, _ worst: Int) -> String {
    guard best != worst else { return String(best) }
    return texts(
      "common.from-to", ["low": .text(String(best)), "high": .text(String(worst))])
  }

  private func places(_ low: Double, _ high: Double) -> String {
    // Between two ranks: the better one and the worse one enclose what was drawn.
    places(Int(low.rounded(.down)), Int(high.rounded(.up)))
  }

  /// The levels that came up in the draws, the most frequent first: `Developing 97 %, Mature 3 %`.
  private func levels(_ row: RankDoubt.Standing, _ questionnaire: Questionnaire) -> String {
    let frequent = row.levels.enumerated().filter { $0.element >= 0.005 }
      .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
    return frequent.map { number, share in
      levelName(number, questionnaire) + " " + percent(share)
    }.joined(separator: ", ")
  }

  /// The level with so many below it and itself reached; “none” for 0.
  func levelName(_ number: Int, _ questionnaire: Questionnaire) -> String {
    number > 0 && number <= questionnaire.levels.count
      ? self(questionnaire.levels[number - 1].title) : texts("doubt.no-level")
  }

  fileprivate func statement(
    _ row: RankDoubt.Standing, _ doubt: RankDoubt
  ) -> [Document.Span] {
    let others = doubt.standings.count - 1
    let places = Self.range(of: row)
    var arguments: [String: TextArgument] = [
      "low": .text(String(places.best)), "high": .text(String(places.worst)),
      "count": .text(String(doubt.standings.count)),
    ]
    var text = texts(
      places.best == places.worst ? "doubt.place" : "doubt.places", arguments)
    if others > 0, !row.surelyAheadOf.isEmpty {
      arguments["share"] = .text(percent(Double(row.surelyAheadOf.count) / Double(others)))
      arguments["draws"] = .text(percent(RankDoubt.sureShare))
      text += "; " + texts("doubt.ahead", arguments)
    }
    if !row.tiedWith.isEmpty {
      let names = Dictionary(
        doubt.standings.map { ($0.cluster.id, $0.cluster.name) },
        uniquingKeysWith: { first, _ in first })
      text +=
        "; " + texts("doubt.tied", ["clusters": .list(row.tiedWith.map { names[$0] ?? $0 })])
    }
    return [.strong(row.cluster.name), .text(": " + text)]
  }

  /// What the weights and the missing answers leave open, together.
  private static func range(of row: RankDoubt.Standing) -> RankRange {
    RankRange(
      best: min(row.rank.best, Int(row.drawn.low.rounded(.down))),
      worst: max(row.rank.worst, Int(row.drawn.high.rounded(.up))))
  }

  fileprivate func unranked(_ unranked: RankDoubt.Unranked, _ terms: RankDoubt.Terms) -> String {
    let name = TextArgument.text(unranked.cluster.name)
    switch unranked.exclusion {
    case .noTotal: return texts("doubt.no-total", ["cluster": name])
    case .tooLittleAnswered:
      return texts(
        "doubt.too-little",
        [
          "cluster": name, "share": .text(share(terms.leastCoverage)),
          "coverage": .text(coverage(unranked.cluster.score.total.coverage)),
        ])
    }
  }

  /// The ten questions and capacities without which ranks change most.
  fileprivate func movingTable(_ doubt: RankDoubt) -> Document.Table {
    let most = doubt.leavingOut.effects.enumerated()
      .filter { ($0.element.meanChange ?? .zero) > .zero || $0.element.levelChanges > 0 }
      .sorted { a, b in
        let (x, y) = (a.element.meanChange ?? .zero, b.element.meanChange ?? .zero)
        return x == y ? a.offset < b.offset : x > y
      }.prefix(10)
    return Document.Table(
      columns: [
        .init(texts("doubt.left-out")), .init(texts("doubt.mean-change"), .number),
        .init(texts("doubt.level-changes"), .number),
      ],
      rows: most.map { _, effect in
        let name =
          switch effect.subject {
          case .question(let place): question(doubt.questionnaire.questions[place])
          case .capacity(let place): self(doubt.questionnaire.capacities[place].title)
          }
        return [.text(name), cell(effect.meanChange), cell(effect.levelChanges)]
      })
  }

  /// A share of 0…1 in whole per cent.
  func percent(_ share: Double) -> String {
    guard share.isFinite, share.magnitude < 1e6 else { return "–" }
    return numbers.percent(DecimalNumber(Int((share * 100).rounded())))
  }

  /// A coefficient with two decimal places, halves away from zero.
  func coefficient(_ value: Double) -> String {
    guard value.magnitude < 1e12,
      let number = DecimalNumber(significand: Int64((value * 100).rounded()), scale: 2)
    else { return "–" }
    return numbers.format(number, minimumPlaces: 2, maximumPlaces: 2)
  }
}
