import Clusters
import Documents
import Language
import Planning
import Questionnaire
import Scoring
import Wording

extension Document {
  /// What the next level lacks, condition by condition, with what would meet each, and what keeps
  /// conditions undecided.
  mutating func addNextLevel(_ reported: ReportedCluster, _ words: Words) {
    let texts = words.texts
    let score = reported.assessed.score
    guard let place = score.next else {
      add(heading: texts("score.top-level"), anchor: "next-level", startsPage: true)
      if let about = score.levelReached?.level.about { add(paragraph: words(about)) }
      add(paragraph: texts("report.next-level.top"))
      return
    }
    let level = score.levels[place].level
    add(
      heading: texts("score.next-level", ["level": .text(words(level.title))]),
      anchor: "next-level", startsPage: true)
    if let about = level.about { add(paragraph: words(about)) }
    let conditions = LevelConditions(of: place, score)
    let met = conditions.all(.met).count
    if met > 0 {
      add(
        paragraph: texts(
          "report.next-level.met",
          ["met": .count(met), "all": .count(conditions.all.count)]))
    }
    add(
      Table(
        columns: [
          .init(texts("table.condition")), .init(texts("table.state")), .init(texts("table.now")),
          .init(texts("report.next-level.what-meets")),
        ],
        rows: (conditions.all(.unmet) + conditions.all(.unknown)).map { condition in
          [
            .text(words.words(of: condition, score)), words.cell(condition.status),
            .text(words.now(condition.need, reported.assessed)),
            .text(words.whatMeets(condition.need, reported)),
          ]
        }))
  }
}

extension Words {
  /// What would meet a condition, a line each: the improvements of the plan that serve it; else what it
  /// waits for or why it cannot be met.
  fileprivate func whatMeets(_ need: PlanNeed, _ reported: ReportedCluster) -> String {
    let score = reported.assessed.score
    if score.total.value != nil, let plan = reported.plan {
      let planned = plannedMeans(need, plan, score)
      if !planned.isEmpty { return lines(planned) }
    }
    let awaited = waiting(for: need, score)
    return awaited.isEmpty ? "–" : awaited
  }

  private func plannedMeans(
    _ need: PlanNeed, _ plan: Plan, _ score: AssessmentScore
  ) -> [String] {
    switch plan.outcome {
    case .reached, .undecided: return []
    case .impossible(let obstacles):
      return obstacles.filter { $0.need == need }.map { causes(of: $0, score) }
    case .attainable(let ways):
      let until = ways.untilThen.filter { $0.need == need }.map { causes(of: $0, score) }
      return until + improvements(ways.best, for: need, score)
        + confirmations(ways.best, for: need, score)
    }
  }

  /// Which answers of a plan serve a condition; of those that may not be told, how many.
  private func improvements(
    _ way: Way, for need: PlanNeed, _ score: AssessmentScore
  ) -> [String] {
    let model = score.questionnaire
    let improved = way.improvements.filter { $0.serves.contains(need) }
    let told = improved.filter { mayTell($0, of: model) }
    let lines = told.map { improvement($0, for: need, model) }
    guard told.count < improved.count else { return lines }
    return lines + [texts("plan.hidden", ["count": .count(improved.count - told.count)])]
  }

  /// `INT-01: 5 of 5`, with the present answer where the condition does not show it already.
  private func improvement(
    _ improved: ImprovedAnswer, for need: PlanNeed, _ model: Questionnaire
  ) -> String {
    let question = model.questions[improved.question]
    let line = question.name(texts) + ": " + shortTarget(of: improved, question)
    switch need {
    case .gate, .levelCap: return line
    case .threshold, .capability, .practices, .constraint:
      return texts(
        "report.next-level.improve",
        ["improved": .text(line), "now": .text(short(improved.from, of: question))])
    }
  }

  /// What a facilitator has to confirm for a must-have.
  private func confirmations(
    _ way: Way, for need: PlanNeed, _ score: AssessmentScore
  ) -> [String] {
    guard case .gate(let level, let gate) = need else { return [] }
    let planned = Set(way.confirmations)
    let needed = score.levels[level].gates[gate].waitingFor.confirmations.filter(planned.contains)
    guard !needed.isEmpty else { return [] }
    return [
      texts(
        "report.next-level.confirm",
        ["questions": .text(score.questionnaire.names(needed, texts))])
    ]
  }
}
