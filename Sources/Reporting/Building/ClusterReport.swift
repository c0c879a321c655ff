public import Documents
public import Language
public import Numbers
import Questionnaire
import Scoring

extension Document {
  /// The report of one cluster about itself, with its answers: page one to act on, then the profile,
  /// the next level, changes, capacity by capacity, checks, advice, method and privacy.
  ///
  /// - Parameter date: When the report is made, `2026-11-23`; `nil` leaves it out, so that the same
  ///   answers give the same bytes.
  public static func clusterReport(
    of reported: ReportedCluster, date: Day? = nil, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let assessed = reported.assessed
    let score = assessed.score
    var document = Document(
      title: texts("report.title-cluster", ["cluster": .text(assessed.shownName)]),
      language: texts.language, facts: words.facts(of: assessed))
    if let date {
      let text = texts.date(year: date.year, month: date.month, day: date.day)
      document.facts.append(Definition(texts("report.made"), text))
    }
    if assessed.isInvented { document.add(paragraph: texts("report.invented")) }
    document.addSummary(score, words)

    document.add(heading: texts("report.profile"))
    document.add(words.capacityTable(score))
    document.add(list: words.scoreCaps(score))
    let next = words.nextLevel(score)
    document.add(heading: next.heading)
    if let table = next.table { document.add(table) }
    if let earlier = assessed.earlier.first { document.addChanges(earlier, score, words) }

    document.addAnswers(of: assessed, words)
    if !score.checks.isEmpty {
      document.add(heading: texts("score.checks"))
      document.add(words.checkTable(score))
    }
    document.add(heading: texts("score.recommendations"))
    if score.recommendations.isEmpty {
      document.add(paragraph: texts("score.recommendations-none"))
    }
    document.add(list: words.advice(score))
    document.addExplanation(of: assessed, words)
    document.addMethod(score.questionnaire, words)
    document.add(heading: texts("report.privacy"))
    document.add(paragraph: texts("report.privacy.own"))
    return document
  }

  /// Page one: the level in words, strengths, gaps, next steps.
  private mutating func addSummary(_ score: AssessmentScore, _ words: Words) {
    let texts = words.texts
    add(heading: texts("report.summary"))
    var spans: [Span] = [.strong(words.level(score)), .text(". " + words.total(score) + ".")]
    if let about = score.levelReached?.level.about { spans.append(.text(" " + words(about))) }
    blocks.append(.paragraph(spans))
    if let range = words.levelRange(score) { add(paragraph: range) }
    let extremes = Extremes(score)
    for (heading, capacities) in [
      (texts("report.strengths"), extremes.strengths), (texts("report.gaps"), extremes.gaps),
    ] where !capacities.isEmpty {
      add(heading: heading, depth: 2)
      add(
        list: capacities.map { index, value in
          let capacity = score.questionnaire.capacities[index]
          let shown = score.nodes[capacity.node].shown ?? value
          return [.text(words(capacity.title) + ": "), .strong(words.score(shown))]
        })
    }
    let steps = words.byPriority(score.recommendations).prefix(3)
    if !steps.isEmpty {
      add(heading: texts("report.next-steps"), depth: 2)
      blocks.append(
        .numbered(steps.map { [.strong(words($0.title)), .text(". " + words($0.say))] }))
    }
  }

  private mutating func addChanges(
    _ earlier: AssessedCluster.EarlierRound, _ score: AssessmentScore, _ words: Words
  ) {
    let texts = words.texts
    guard let changes = Changes(from: earlier.score, to: score) else { return }
    add(heading: texts("report.changes", ["period": .text(earlier.period)]))
    if !changes.isSameModel { add(paragraph: texts("report.changes.other-model")) }
    func row(_ name: Cell, _ change: Changes.Row) -> [Cell] {
      [name, words.cell(change.before), words.cell(change.now), words.cell(change: change.change)]
    }
    add(
      Table(
        columns: [
          .init(texts("table.capacity")), .init(earlier.period, .number),
          .init(texts("table.now"), .number), .init(texts("table.change"), .number),
        ],
        rows: zip(score.questionnaire.capacities, changes.capacities).map { capacity, change in
          row(.text(words(capacity.title)), change)
        },
        footer: [row(.strong(texts("table.total")), changes.total)]))
  }
}
