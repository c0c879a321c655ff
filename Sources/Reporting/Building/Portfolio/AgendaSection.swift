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
    let agenda = portfolio.agenda
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
    if !portfolio.partners.lessons.isEmpty {
      parts.append(part(Minutes.partners, "portfolio.agenda.partners"))
    }
    parts.append(part(Minutes.closing, "portfolio.agenda.closing"))
    var rows: [[Document.Cell]] = []
    var minutes = 0
    for part in parts {
      rows.append(
        [.text(clock(minutes)), cell(part.minutes)] + part.cells)
      minutes += part.minutes
    }
    return Document.Table(
      columns: [
        .init(texts("portfolio.agenda.start"), .number),
        .init(texts("portfolio.agenda.minutes"), .number),
        .init(texts("portfolio.agenda.topic")), .init(texts("portfolio.agenda.speakers")),
        .init(texts("portfolio.agenda.learners")),
      ], rows: rows,
      footer: [[.strong(texts("portfolio.agenda.whole")), cell(minutes), "", "", ""]])
  }

  /// `0:15`: hours and minutes from the beginning.
  private func clock(_ minutes: Int) -> String {
    "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
  }

  private func speakers(_ clusters: [ComparedCluster]) -> String {
    clusters.isEmpty ? texts("portfolio.agenda.outside") : names(clusters)
  }

  fileprivate func questionTable(
    _ topic: SessionAgenda.Topic, _ model: Questionnaire
  ) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("portfolio.agenda.question")),
        .init(texts("portfolio.weak-clusters"), .number),
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
    let lessons = partners.lessons.filter { $0.capacities.contains(topic.capacity) }
      .prefix(3).map { $0.teacher.name + "\u{A0}→ " + $0.learner.name }
    let agreement =
      lessons.isEmpty
      ? [] : [(texts("portfolio.agenda.shows"), lessons.joined(separator: "; "))]
    return Document.Table(
      columns: [
        .init(texts("portfolio.agenda.decide")), .init(texts("table.clusters")),
        .init(texts("portfolio.agenda.by-whom"), .toFill),
        .init(texts("portfolio.agenda.by-when"), .toFill),
      ],
      rows: (advice + agreement).map { [.text($0), .text($1), "", ""] })
  }
}

extension PartnerFindings {
  /// What one partner could show another.
  fileprivate struct Lesson {
    let teacher: ComparedCluster
    let learner: ComparedCluster
    /// Places in `Questionnaire.capacities`: those that the section on partners names as the reason.
    let capacities: [Int]
  }

  /// From pairs and groups, the best first; in a group the teacher is who leads in the capacity.
  fileprivate var lessons: [Lesson] {
    func named(_ gains: Complementarity?) -> [Int] {
      Array((gains?.capacities ?? []).prefix(Complementarity.mostNamed))
    }
    let ofPairs = pairs.flatMap { pair in
      [
        Lesson(teacher: pair.second, learner: pair.first, capacities: named(pair.firstGains)),
        Lesson(teacher: pair.first, learner: pair.second, capacities: named(pair.secondGains)),
      ]
    }
    let ofGroups = groups.flatMap { group in
      group.members.flatMap { learner in
        group.members.filter { $0.cluster.id != learner.cluster.id }.map { teacher in
          Lesson(
            teacher: teacher.cluster, learner: learner.cluster,
            capacities: named(learner.gains).filter(teacher.leads.contains))
        }
      }
    }
    return (ofPairs + ofGroups).filter { !$0.capacities.isEmpty }
  }
}
