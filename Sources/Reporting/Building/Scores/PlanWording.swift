import Clusters
import Documents
import Interview
import Language
import Numbers
import Planning
import Questionnaire
import Scoring
import Wording

extension Words {
  /// Question, present answer, answer to come to, what it does to the total, effort.
  ///
  /// - Parameter isHandedOn: Whether it stands in a report. Then questions and answers are told in full,
  ///   with what needs each; improvements that would give a confidential answer away are only counted,
  ///   and what others of confidential questions bring is left out.
  func improvements(_ way: Way, _ plan: Plan, isHandedOn: Bool) -> Document.Table {
    let gains = PlanGains(way, from: plan.before)
    var columns: [Document.Table.Column] = [
      .init(texts("table.question")), .init(texts("table.now")), .init(texts("table.to")),
    ]
    if isHandedOn { columns.append(.init(texts("table.needed-for"))) }
    if !gains.isEmpty { columns.append(.init(texts("table.gain"), .number)) }
    columns.append(.init(texts("table.effort"), .number))
    func cells(
      _ start: [Document.Cell], _ gain: Rational?, _ effort: Rational?
    ) -> [Document.Cell] {
      let gap = Array(repeating: Document.Cell.text(""), count: (isHandedOn ? 4 : 3) - start.count)
      let gain = cell(change: plan.before.total.shown(change: gain))
      let effort = effort.map { Document.Cell.number(plain($0), value: $0.doubleValue) }
      return start + gap + (gains.isEmpty ? [] : [gain]) + [effort ?? .missing("–")]
    }
    let told = told(way, plan, isHandedOn: isHandedOn)
    var rows = told.map { improved in
      let question = plan.before.questionnaire.questions[improved.question]
      let tellsAll = !isHandedOn || question.pointsMayBeTold
      return cells(
        isHandedOn
          ? inFull(improved, question, plan)
          : [
            .text(name(of: question)), .text(short(improved.from, of: question)),
            .text(shortTarget(of: improved, question)),
          ], tellsAll ? gains[improved.question] : nil, tellsAll ? improved.effort : nil)
    }
    let hidden = way.improvements.count - told.count
    if hidden > 0 {
      rows.append(cells([.text(texts("plan.hidden", ["count": .count(hidden)]))], nil, nil))
    }
    let all = try? Rational.sum(way.improvements.map { gains[$0.question] })
    return Document.Table(
      columns: columns, rows: rows,
      footer: [cells([.strong(texts("table.total"))], all, way.effort)])
  }

  private func inFull(
    _ improved: ImprovedAnswer, _ question: Question, _ plan: Plan
  ) -> [Document.Cell] {
    [
      .text(leading(question, in: plan.before.questionnaire)),
      .text(short(improved.from, of: question)), .text(target(of: improved, question)),
      .text(listed(improved.serves.map { need($0, plan.before) }, atMost: 4)),
    ]
  }

  /// The improvements of a plan that may be told.
  func told(_ way: Way, _ plan: Plan, isHandedOn: Bool) -> [ImprovedAnswer] {
    way.improvements.filter {
      !isHandedOn || mayTell($0, of: plan.before.questionnaire)
    }
  }

  /// The question, the answer in full, and what needs it.
  func detail(_ improved: ImprovedAnswer, _ plan: Plan) -> [Document.Span] {
    let question = plan.before.questionnaire.questions[improved.question]
    let answer = target(of: improved, question)
    let needs = improved.serves.map { need($0, plan.before) }
    return [
      .text(leading(question, in: plan.before.questionnaire) + " – "), .strong(answer),
      .text(
        needs.isEmpty
          ? "" : " (" + texts("plan.needed-for", ["needs": .text(listed(needs, atMost: 4))]) + ")"),
    ]
  }

  /// The first few, and how many more there are.
  func listed(_ parts: [String], atMost limit: Int) -> String {
    let shown = parts.prefix(limit).joined(separator: "; ")
    guard parts.count > limit else { return shown }
    return shown + " " + texts("common.more", ["count": .count(parts.count - limit)])
  }

  /// The number or the text, in a cell of its own.
  private func name(of question: Question) -> String { question.code ?? self(question.ask) }

  /// The question, before the answer to it on the same line; with the part that it belongs to where
  /// another one is asked in the same words.
  func leading(_ question: Question, in model: Questionnaire) -> String {
    let text = self.question(question).withoutFullStop
    let isRepeated = model.questions.contains {
      $0.index != question.index && self.question($0) == self.question(question)
    }
    guard isRepeated,
      let part = model.nodes.first(where: { $0.ownQuestions.contains(question.index) })
    else { return text }
    return self(part.title) + ": " + text
  }

  /// The answer to come to in full. Where it is enough that there is one, none is better than another.
  func target(of improved: ImprovedAnswer, _ question: Question) -> String {
    isAnyAnswer(improved, question)
      ? texts("plan.any-answer") : answers.value(improved.to, of: question.kind)
  }

  /// The same, a step by its number.
  func shortTarget(of improved: ImprovedAnswer, _ question: Question) -> String {
    isAnyAnswer(improved, question)
      ? texts("plan.any-answer") : short(to: improved.to, of: question)
  }

  /// Whether a practice that is only suggested asks for an answer, whatever it is.
  private func isAnyAnswer(_ improved: ImprovedAnswer, _ question: Question) -> Bool {
    guard question.practice?.strength == .suggested else { return false }
    if case .answered(_) = improved.from { return false }
    return true
  }

  /// An answer to come to: a step by its number, anything else in its words. Nobody has given it, so
  /// it gives nobody away.
  private func short(to value: AnswerValue, of question: Question) -> String {
    if case .step(let step) = value, case .ladder(let steps) = question.kind {
      return part(step, of: steps.count)
    }
    return answers.value(value, of: question.kind)
  }

  /// The capacities whose scores change, and the total: now, then, by how much.
  func profile(before: AssessmentScore, after: AssessmentScore) -> Document.Table {
    func cells(_ before: Score, _ after: Score) -> [Document.Cell] {
      let difference = after.shown.flatMap { later in
        before.shown.flatMap { try? later.subtracting($0) }
      }
      return [cell(before.shown), cell(after.shown), cell(change: difference)]
    }
    let changed = before.questionnaire.capacities.filter {
      before.nodes[$0.node].value != after.nodes[$0.node].value
    }
    return Document.Table(
      columns: [
        .init(texts("table.capacity")), .init(texts("table.now"), .number),
        .init(texts("table.then"), .number), .init(texts("table.change"), .number),
      ],
      rows: changed.map { capacity in
        [.text(self(capacity.title))]
          + cells(before.nodes[capacity.node], after.nodes[capacity.node])
      },
      footer: [[.strong(texts("table.total"))] + cells(before.total, after.total)])
  }

  /// How another way differs from the one told first.
  func alternative(
    _ way: Way, to best: Way, _ plan: Plan, isHandedOn: Bool
  ) -> [Document.Span] {
    func words(_ improvements: [ImprovedAnswer]) -> String {
      let model = plan.before.questionnaire
      let told = improvements.filter { !isHandedOn || mayTell($0, of: model) }
      let hidden = improvements.count - told.count
      return
        (told.map { improved in
          let question = model.questions[improved.question]
          return question.name(texts) + " → " + shortTarget(of: improved, question)
        } + (hidden == 0 ? [] : [texts("plan.hidden", ["count": .count(hidden)])]))
        .joined(separator: ", ")
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
}
