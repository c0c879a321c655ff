public import Documents
import Interview
public import Language
import Numbers
public import Planning
import Questionnaire
import Scoring
import Wording

extension Document {
  /// What `branda plan CLUSTER` shows: what to improve and why, what it leads to, other ways; or
  /// what stands against the level.
  public static func plan(
    _ plan: Plan, for assessed: AssessedCluster, in language: LanguageTag
  ) -> Document {
    let words = Words(language)
    let texts = words.texts
    let level = plan.before.questionnaire.levels[plan.target]
    var document = Document(
      title: texts(
        "plan.title",
        [
          "level": .text(words(level.title)), "cluster": .text(assessed.shownName),
          "period": .text(assessed.period),
        ]),
      language: texts.language, facts: Array(words.facts(of: assessed).dropFirst(2)))
    document.blocks.append(
      .paragraph([
        .strong(words.level(plan.before)), .text(". " + words.total(plan.before) + "."),
      ]))
    switch plan.outcome {
    case .reached: document.add(paragraph: texts("plan.reached"))
    case .undecided: document.add(paragraph: texts("plan.undecided"))
    case .impossible(let obstacles):
      document.add(paragraph: texts("plan.impossible"))
      document.add(list: obstacles.map { words.obstacle($0, plan.before) })
    case .attainable(let ways): document.add(ways, plan, words)
    }
    return document
  }

  private mutating func add(_ ways: Ways, _ plan: Plan, _ words: Words) {
    let texts = words.texts
    let best = ways.best
    if !ways.untilThen.isEmpty {
      add(paragraph: texts("plan.earliest", ["year": .text(String(ways.reportingYear))]))
      add(list: ways.untilThen.map { words.obstacle($0, plan.before) })
    }
    let effort = texts(
      "plan.effort",
      [
        "effort": .text(words.plain(best.effort)),
        "count": .text(String(best.improvements.count)),
      ])
    let proof = texts(ways.isProvedSmallest ? "plan.smallest" : "plan.not-proved")
    blocks.append(.paragraph([.strong(effort), .text(". " + proof)]))
    if !best.improvements.isEmpty {
      add(heading: texts("plan.improve"))
      add(words.improvements(best, plan))
      blocks.append(.numbered(best.improvements.map { words.detail($0, plan) }))
    }
    if !best.confirmations.isEmpty {
      add(heading: texts("plan.confirm"))
      add(
        list: best.confirmations.map {
          [.text(words.question(plan.before.questionnaire.questions[$0]))]
        })
    }
    add(heading: texts("plan.profile"))
    add(words.profile(before: plan.before, after: best.after))
    guard !ways.alternatives.isEmpty else { return }
    add(heading: texts("plan.alternatives"))
    blocks.append(
      .numbered(ways.alternatives.map { words.alternative($0, to: best, plan) }))
    if ways.mayHaveMore { add(paragraph: texts("plan.more")) }
  }
}

extension Words {
  /// Question, present answer, answer to come to, effort.
  fileprivate func improvements(_ way: Way, _ plan: Plan) -> Document.Table {
    Document.Table(
      columns: [
        .init(texts("table.question")), .init(texts("table.now")), .init(texts("table.to")),
        .init(texts("table.effort"), .number),
      ],
      rows: way.improvements.map { improved in
        let question = plan.before.questionnaire.questions[improved.question]
        return [
          .text(name(of: question)), .text(short(improved.from, of: question)),
          .text(short(.answered(improved.to), of: question)),
          .number(plain(improved.effort), value: improved.effort.doubleValue),
        ]
      },
      footer: [
        [
          .strong(texts("table.total")), "", "",
          .number(plain(way.effort), value: way.effort.doubleValue),
        ]
      ])
  }

  /// The question, the answer in full, and what needs it.
  fileprivate func detail(_ improved: ImprovedAnswer, _ plan: Plan) -> [Document.Span] {
    let question = plan.before.questionnaire.questions[improved.question]
    let answer = answers.value(improved.to, of: question.kind)
    let needs = improved.serves.map { need($0, plan.before) }
    return [
      .text(self.question(question) + " – "), .strong(answer),
      .text(
        needs.isEmpty
          ? "" : " (" + texts("plan.needed-for", ["needs": .text(listed(needs))]) + ")"),
    ]
  }

  private func listed(_ needs: [String]) -> String {
    let shown = needs.prefix(4).joined(separator: "; ")
    guard needs.count > 4 else { return shown }
    return shown + " " + texts("common.more", ["count": .count(needs.count - 4)])
  }

  private func name(of question: Question) -> String { question.code ?? self(question.ask) }

  /// A step by its number, anything else in its words.
  private func short(_ state: AnswerState, of question: Question) -> String {
    if case .answered(.step(let step)) = state, case .ladder(let steps) = question.kind {
      return part(step, of: steps.count)
    }
    return answers.state(state, of: question)
  }

  /// Node by node and in all: now, then, by how much.
  fileprivate func profile(
    before: AssessmentScore, after: AssessmentScore
  ) -> Document.Table {
    func cells(_ before: Score, _ after: Score) -> [Document.Cell] {
      let difference = after.shown.flatMap { later in
        before.shown.flatMap { try? later.subtracting($0) }
      }
      return [cell(before.shown), cell(after.shown), cell(change: difference)]
    }
    return Document.Table(
      columns: [
        .init(texts("table.capacity")), .init(texts("table.now"), .number),
        .init(texts("table.then"), .number), .init(texts("table.change"), .number),
      ],
      rows: before.questionnaire.capacities.map { capacity in
        [.text(self(capacity.title))]
          + cells(before.nodes[capacity.node], after.nodes[capacity.node])
      },
      footer: [[.strong(texts("table.total"))] + cells(before.total, after.total)])
  }

  /// How another way differs from the one told first.
  fileprivate func alternative(
    _ way: Way, to best: Way, _ plan: Plan
  ) -> [Document.Span] {
    func words(_ improvements: [ImprovedAnswer]) -> String {
      improvements.map { improved in
        let question = plan.before.questionnaire.questions[improved.question]
        return name(of: question) + " → " + short(.answered(improved.to), of: question)
      }.joined(separator: ", ")
    }
    func isIn(_ way: Way, _ improved: ImprovedAnswer) -> Bool {
      way.improvements.contains { $0.question == improved.question && $0.to == improved.to }
    }
    let removed = best.improvements.filter { !isIn(way, $0) }
    let added = way.improvements.filter { !isIn(best, $0) }
    guard !removed.isEmpty, !added.isEmpty else { return [.text(words(way.improvements))] }
    return [
      .text(
        texts(
          "plan.alternative", ["removed": .text(words(removed)), "added": .text(words(added))]))
    ]
  }

  /// What cannot be met, and why.
  fileprivate func obstacle(
    _ obstacle: Obstacle, _ score: AssessmentScore
  ) -> [Document.Span] {
    var causes = Obstacle.Reason.allCases.compactMap { reason -> String? in
      let questions = obstacle.causes.filter { $0.reason == reason }.map(\.question)
      guard !questions.isEmpty else { return nil }
      return texts(
        "plan.cause.\(reason.rawValue)",
        ["questions": .text(score.questionnaire.names(questions, texts))])
    }
    if obstacle.needsEarlierRounds { causes.append(texts("score.waiting-earlier")) }
    if causes.isEmpty { causes = [texts("plan.cause-together")] }
    return [
      .strong(need(obstacle.need, score)), .text(" – " + causes.joined(separator: "; ")),
    ]
  }

  /// What a level asks for, in the words of the model where it has any.
  private func need(_ need: PlanNeed, _ score: AssessmentScore) -> String {
    let model = score.questionnaire
    switch need {
    case .threshold(let level, let kind):
      let result = score.levels[level].thresholds.first { $0.kind == kind }
      return result.map { threshold($0, of: score) } ?? ""
    case .gate(let level, let gate): return self(model.levels[level].gates[gate].say)
    case .capability(let level, let node):
      let result = score.levels[level].capabilities.first { $0.node == node }
      return result.map { words(of: $0, model) } ?? ""
    case .practices(let level, let kind):
      let result = score.levels[level].practices.first { $0.kind == kind }
      return result.map { words(of: $0) } ?? ""
    case .levelCap(let cap): return self(model.levelCaps[cap].say)
    case .constraint(let question):
      return texts(
        "plan.constraint", ["question": .text(name(of: model.questions[question]))])
    }
  }
}
