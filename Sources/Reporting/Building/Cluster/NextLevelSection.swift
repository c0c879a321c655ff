import Clusters
import Documents
import Interview
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
      return
    }
    let level = score.levels[place].level
    add(
      heading: texts("score.next-level", ["level": .text(words(level.title))]),
      anchor: "next-level", startsPage: true)
    if let about = level.about { add(paragraph: words(about)) }
    let conditions = LevelConditions(of: place, score)
    let open = conditions.all.filter { $0.status != .met }
    let met = conditions.all.count - open.count
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
        rows: [Status.unmet, .unknown].flatMap { status in
          open.filter { $0.status == status }.map { condition in
            [
              .text(words.words(of: condition, score)), words.cell(condition.status),
              .text(words.now(condition, reported)),
              .text(words.whatMeets(condition, reported)),
            ]
          }
        }))
  }
}

/// The conditions of one level: thresholds, capability levels and practices, gates, caps on the level.
struct LevelConditions {
  struct Condition {
    let need: PlanNeed
    let status: Status
  }

  let all: [Condition]

  init(of place: Int, _ score: AssessmentScore) {
    let level = score.levels[place]
    var all = level.thresholds.map {
      Condition(need: .threshold(level: place, $0.kind), status: $0.status)
    }
    all += level.capabilities.map {
      Condition(need: .capability(level: place, node: $0.node), status: $0.status)
    }
    all += level.practices.map {
      Condition(need: .practices(level: place, $0.kind), status: $0.status)
    }
    all += level.gates.enumerated().map {
      Condition(need: .gate(level: place, gate: $0), status: $1.status)
    }
    for (cap, result) in score.levelCaps.enumerated() {
      guard case .level(let number) = result.subject, number < level.level.number,
        result.status != .unmet
      else { continue }
      all.append(Condition(need: .levelCap(cap), status: result.status == .met ? .unmet : .unknown))
    }
    self.all = all
  }
}

extension Words {
  fileprivate func words(
    of condition: LevelConditions.Condition, _ score: AssessmentScore
  ) -> String {
    need(condition.need, score)
  }

  /// The score compared, the answers that a gate reads, how many practices there are.
  fileprivate func now(
    _ condition: LevelConditions.Condition, _ reported: ReportedCluster
  ) -> String {
    let score = reported.assessed.score
    switch condition.need {
    case .threshold(let level, let kind):
      let result = score.levels[level].thresholds.first { $0.kind == kind }
      return result?.shownScore.map(self.score) ?? "–"
    case .capability(let level, let node):
      return practiceNeeds(of: score.levels[level], score).first {
        $0.words == need(.capability(level: level, node: node), score)
      }?.now ?? "–"
    case .practices(let level, let kind):
      let result = score.levels[level].practices.first { $0.kind == kind }
      return result.map { part($0.met, of: $0.counted) } ?? "–"
    case .gate(let level, let gate):
      let expressions = score.questionnaire.levels[level].gates[gate].expressions
      return answersRead(by: expressions, reported)
    case .levelCap(let cap):
      return answersRead(by: [score.questionnaire.levelCaps[cap].condition], reported)
    case .constraint: return "–"
    }
  }

  /// `CAP-01: 2 of 5; HUM-03: yes`, of many only the first.
  private func answersRead(
    by expressions: [Expression], _ reported: ReportedCluster
  ) -> String {
    let model = reported.assessed.score.questionnaire
    var questions: [Int] = []
    for slot in expressions.flatMap(\.reads) {
      guard case .answer(let place)? = model.slots.variable(in: slot), !questions.contains(place)
      else { continue }
      questions.append(place)
    }
    let parts = questions.map { place in
      let question = model.questions[place]
      let state = reported.assessed.interview.state(of: place)
      return question.name(texts) + ": " + short(state, of: question)
    }
    return parts.isEmpty ? "–" : listed(parts, atMost: 4)
  }

  /// The improvements of the plan that serve the condition; else what it waits for or why it cannot be
  /// met.
  fileprivate func whatMeets(
    _ condition: LevelConditions.Condition, _ reported: ReportedCluster
  ) -> String {
    let score = reported.assessed.score
    var parts: [String] = []
    if score.total.value != nil, let plan = reported.plan {
      parts = plannedMeans(condition, plan, score)
    }
    if parts.isEmpty { parts = awaitedMeans(condition, score) }
    return parts.isEmpty ? "–" : parts.joined(separator: "; ")
  }

  private func plannedMeans(
    _ condition: LevelConditions.Condition, _ plan: Plan, _ score: AssessmentScore
  ) -> [String] {
    switch plan.outcome {
    case .reached, .undecided: return []
    case .impossible(let obstacles):
      return obstacles.filter { $0.need == condition.need }.map { causes(of: $0, score) }
    case .attainable(let ways):
      let until = ways.untilThen.filter { $0.need == condition.need }.map { causes(of: $0, score) }
      let improved = ways.best.improvements.filter { $0.serves.contains(condition.need) }
      let model = score.questionnaire
      let told = improved.filter { mayTell($0, of: model) }
      var parts = until + told.map { improvement($0, model) }
      if told.count < improved.count {
        parts.append(texts("plan.hidden", ["count": .count(improved.count - told.count)]))
      }
      if case .gate(let level, let gate) = condition.need {
        let confirmations = Set(ways.best.confirmations)
        let needed = score.levels[level].gates[gate].waitingFor.confirmations
          .filter(confirmations.contains)
        if !needed.isEmpty {
          parts.append(
            texts(
              "report.next-level.confirm",
              ["questions": .text(score.questionnaire.names(needed, texts))]))
        }
      }
      return parts
    }
  }

  /// `INT-01: step 5 of 5 (now 3 of 5)`.
  private func improvement(_ improved: ImprovedAnswer, _ model: Questionnaire) -> String {
    let question = model.questions[improved.question]
    return texts(
      "report.next-level.improve",
      [
        "question": .text(question.name(texts)),
        "to": .text(short(to: improved.to, of: question)),
        "now": .text(short(improved.from, of: question)),
      ])
  }

  private func awaitedMeans(
    _ condition: LevelConditions.Condition, _ score: AssessmentScore
  ) -> [String] {
    var awaited: Awaited?
    switch condition.need {
    case .threshold(let level, let kind):
      awaited = score.levels[level].thresholds.first { $0.kind == kind }?.waitingFor
    case .gate(let level, let gate): awaited = score.levels[level].gates[gate].waitingFor
    case .levelCap(let cap): awaited = score.levelCaps[cap].waitingFor
    case .capability(let level, let node):
      let need = score.levels[level].capabilities.first { $0.node == node }
      return lacking(need?.now?.lacking ?? [], score)
    case .practices(let level, let kind):
      let need = score.levels[level].practices.first { $0.kind == kind }
      return lacking(need?.lacking ?? [], score)
    case .constraint: break
    }
    return awaited.map { waiting(for: $0, of: score.questionnaire) }.map { $0.isEmpty ? [] : [$0] }
      ?? []
  }

  private func lacking(_ questions: [Int], _ score: AssessmentScore) -> [String] {
    questions.isEmpty
      ? []
      : [
        texts(
          "report.next-level.practices",
          ["questions": .text(score.questionnaire.names(questions, texts))])
      ]
  }
}
