import Clusters
import Comparison
import Documents
import Language
import Questionnaire
import Scoring
import Wording

extension Document {
  /// How far assessments have come; with codes in place of names only how many are in which state. Of
  /// many, only those that have waited longest stand in a table.
  mutating func addResponses(_ portfolio: Portfolio, _ words: Words) {
    let texts = words.texts
    add(heading: texts("report.responses"), anchor: "responses")
    if portfolio.scope.isAnonymous || portfolio.isLarge {
      add(paragraph: words.states(portfolio).beginningCapital + ".")
    }
    guard !portfolio.scope.isAnonymous else { return }
    guard portfolio.isLarge else { return add(words.statusTable(portfolio.assessments)) }
    let waiting = portfolio.longestWaiting(20)
    if !waiting.isEmpty {
      var table = words.statusTable(waiting)
      table.caption = texts("portfolio.waiting", ["count": .count(waiting.count)])
      add(table)
    }
    add(paragraph: texts("portfolio.all-states"))
  }

  /// Who could learn from whom, and why.
  mutating func addPartners(_ portfolio: Portfolio, _ words: Words) {
    add(heading: words.texts("match.title"), anchor: "partners")
    addPartners(portfolio.partners, words, depth: 2)
  }

  /// A proposal for a maturity session: topics, who could speak, who would gain, how long.
  mutating func addAgenda(_ portfolio: Portfolio, _ words: Words) {
    let texts = words.texts
    let agenda = SessionAgenda(portfolio.clusters, portfolio.gaps, of: portfolio.questionnaire)
    add(heading: texts("portfolio.agenda"), anchor: "agenda", startsPage: true)
    guard !agenda.topics.isEmpty else {
      add(paragraph: texts("portfolio.agenda.none"))
      return
    }
    add(
      paragraph: texts(
        "portfolio.agenda.how", ["experience": .text(words.plain(agenda.experience))]))
    add(words.agendaTable(agenda, portfolio))
    for topic in agenda.topics where !topic.questions.isEmpty {
      add(
        heading: words(portfolio.questionnaire.capacities[topic.capacity].title), depth: 2)
      add(
        list: topic.questions.map { place in
          [.text(words.question(portfolio.questionnaire.questions[place]))]
        })
    }
  }
}

extension Portfolio {
  /// The assessments that no facilitator has confirmed, those without an answer for longest first.
  fileprivate func longestWaiting(_ most: Int) -> [AssessmentProgress] {
    let waiting = assessments.filter { !["confirmed", "locked"].contains($0.cluster.status) }
    let ordered = waiting.sorted { a, b in
      guard a.updated == b.updated else {
        guard let later = b.updated else { return false }
        return a.updated.map { $0 < later } ?? true
      }
      return (a.cluster.id, a.cluster.period) < (b.cluster.id, b.cluster.period)
    }
    return Array(ordered.prefix(most))
  }
}

extension Words {
  /// Minutes of the parts of a session.
  private enum Minutes {
    static let opening = 15
    static let topic = 40
    static let pause = 15
    static let partners = 30
    static let closing = 20
  }

  fileprivate func agendaTable(
    _ agenda: SessionAgenda, _ portfolio: Portfolio
  ) -> Document.Table {
    typealias Part = (minutes: Int, cells: [Document.Cell])
    func part(_ minutes: Int, _ name: String) -> Part {
      (minutes, [.text(texts(name)), "", ""])
    }
    var parts = [part(Minutes.opening, "portfolio.agenda.opening")]
    for (place, topic) in agenda.topics.enumerated() {
      if place == 2 { parts.append(part(Minutes.pause, "portfolio.agenda.pause")) }
      let speakers =
        topic.speakers.isEmpty ? texts("portfolio.agenda.outside") : names(topic.speakers)
      parts.append(
        (
          Minutes.topic,
          [
            .strong(self(portfolio.questionnaire.capacities[topic.capacity].title)),
            .text(speakers), .text(names(topic.learners, most: 5)),
          ]
        ))
    }
    if !portfolio.partners.pairs.isEmpty {
      parts.append(part(Minutes.partners, "portfolio.agenda.partners"))
    }
    parts.append(part(Minutes.closing, "portfolio.agenda.closing"))
    return Document.Table(
      columns: [
        .init(texts("portfolio.agenda.minutes"), .number), .init(texts("portfolio.agenda.topic")),
        .init(texts("portfolio.agenda.speakers")), .init(texts("portfolio.agenda.learners")),
      ],
      rows: parts.map { [cell($0.minutes)] + $0.cells },
      footer: [
        [
          cell(parts.reduce(0) { $0 + $1.minutes }), .strong(texts("portfolio.agenda.whole")), "",
          "",
        ]
      ])
  }
}
