import Comparison
import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Document {
  /// A proposal for a maturity session: when what is talked about, who could speak, who would gain, and
  /// what to decide.
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
    for topic in agenda.topics { addTopic(topic, portfolio, words) }
  }

  /// What to talk about, with whom, and what to decide.
  private mutating func addTopic(
    _ topic: SessionAgenda.Topic, _ portfolio: Portfolio, _ words: Words
  ) {
    add(heading: words(portfolio.questionnaire.capacities[topic.capacity].title), depth: 2)
    if !topic.questions.isEmpty { add(words.questionTable(topic, portfolio.questionnaire)) }
    let decisions = words.decisions(topic, portfolio.partners)
    if !decisions.rows.isEmpty { add(decisions) }
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

  /// One row for each part of the session, from its beginning on.
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
      parts.append(
        (
          Minutes.topic,
          [
            .strong(self(portfolio.questionnaire.capacities[topic.capacity].title)),
            .text(speakers(topic.speakers)), .text(names(topic.learners, most: 5)),
          ]
        ))
    }
    if !portfolio.partners.pairs.isEmpty {
      parts.append(part(Minutes.partners, "portfolio.agenda.partners"))
    }
    parts.append(part(Minutes.closing, "portfolio.agenda.closing"))
    var rows: [[Document.Cell]] = []
    var minutes = 0
    for part in parts {
      rows.append(
        [.text(time(minutes, minutes + part.minutes)), cell(part.minutes)] + part.cells)
      minutes += part.minutes
    }
    return Document.Table(
      columns: [
        .init(texts("portfolio.agenda.time")), .init(texts("portfolio.agenda.minutes"), .number),
        .init(texts("portfolio.agenda.topic")), .init(texts("portfolio.agenda.speakers")),
        .init(texts("portfolio.agenda.learners")),
      ], rows: rows,
      footer: [[.strong(texts("portfolio.agenda.whole")), cell(minutes), "", "", ""]])
  }

  /// `0:15–0:55`, in hours and minutes from the beginning.
  private func time(_ from: Int, _ to: Int) -> String {
    func clock(_ minutes: Int) -> String {
      "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
    }
    return texts("common.from-to", ["low": .text(clock(from)), "high": .text(clock(to))])
  }

  private func speakers(_ clusters: [ComparedCluster]) -> String {
    clusters.isEmpty ? texts("portfolio.agenda.outside") : names(clusters)
  }

  fileprivate func questionTable(
    _ topic: SessionAgenda.Topic, _ model: Questionnaire
  ) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("portfolio.agenda.question")), .init(texts("portfolio.weak-clusters")),
        .init(texts("portfolio.agenda.speakers")), .init(texts("portfolio.agenda.learners")),
      ],
      rows: topic.questions.map { question in
        [
          .text(self.question(model.questions[question.question])),
          .text(part(question.weak.count, of: question.scored)),
          .text(speakers(question.speakers)), .text(names(question.weak, most: 5)),
        ]
      })
  }

  /// What is advised, and which partners could begin with it; who does it and by when stays open.
  fileprivate func decisions(
    _ topic: SessionAgenda.Topic, _ partners: PartnerFindings
  ) -> Document.Table {
    let advice = topic.advice.map { advice in
      (self(advice.recommendation.title), names(advice.clusters, most: 5))
    }
    let pairs = partners.pairs.filter { pair in
      // The reasons that the section on partners names.
      [pair.firstGains, pair.secondGains].contains { gains in
        gains?.capacities.prefix(3).contains(topic.capacity) ?? false
      }
    }.prefix(3).map { $0.first.name + " + " + $0.second.name }
    let agreement =
      pairs.isEmpty ? [] : [(texts("portfolio.agenda.pair"), pairs.joined(separator: "; "))]
    return Document.Table(
      columns: [
        "portfolio.agenda.decide", "table.clusters", "portfolio.agenda.by-whom",
        "portfolio.agenda.by-when",
      ].map { .init(texts($0)) },
      rows: (advice + agreement).map { [.text($0), .text($1), "", ""] })
  }
}
