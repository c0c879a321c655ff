import Clusters
import Documents
import Interview
import Language
import Planning
import Questionnaire
import Scoring
import Wording

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

  /// Those that stand so.
  func all(_ status: Status) -> [Condition] { all.filter { $0.status == status } }
}

extension Words {
  /// What the next level asks for, and how the assessment stands to it: what is not met first.
  func nextLevel(_ assessed: AssessedCluster) -> (heading: String, table: Document.Table?) {
    let score = assessed.score
    guard let place = score.next else { return (texts("score.top-level"), nil) }
    let conditions = LevelConditions(of: place, score)
    let rows = [Status.unmet, .unknown, .met].flatMap { status in
      conditions.all(status).map { condition -> [Document.Cell] in
        let awaited = status == .unknown ? waiting(for: condition.need, score) : ""
        return [
          .text(words(of: condition, score)), cell(status),
          .text(awaited.isEmpty ? now(condition.need, assessed) : awaited),
        ]
      }
    }
    return (
      texts("score.next-level", ["level": .text(self(score.levels[place].level.title))]),
      Document.Table(
        columns: [
          .init(texts("table.condition")), .init(texts("table.state")), .init(texts("table.now")),
        ], rows: rows)
    )
  }

  /// What a condition asks for; of a cap, how high it lets the level be, and why.
  func words(of condition: LevelConditions.Condition, _ score: AssessmentScore) -> String {
    guard case .levelCap(let place) = condition.need else { return need(condition.need, score) }
    let cap = score.levelCaps[place]
    guard case .level(let number) = cap.subject else { return self(cap.say) }
    let highest =
      number > 0
      ? self(score.questionnaire.levels[number - 1].title) : texts("score.level-range-none")
    return texts("score.level-cap", ["level": .text(highest), "reason": .text(self(cap.say))])
  }

  /// What there is of what a condition asks for: the score compared, the answers that a must-have
  /// reads, how many practices there are.
  func now(_ need: PlanNeed, _ assessed: AssessedCluster) -> String {
    let score = assessed.score
    switch need {
    case .threshold(let level, let kind):
      return score.levels[level].thresholds.first { $0.kind == kind }.map { now($0, score) } ?? "–"
    case .capability(let level, let node):
      let result = score.levels[level].capabilities.first { $0.node == node }
      return result?.now.map { capability($0.level, score.questionnaire) } ?? "–"
    case .practices(let level, let kind):
      let result = score.levels[level].practices.first { $0.kind == kind }
      return result.map { part($0.met, of: $0.counted) } ?? "–"
    case .gate(let level, let gate):
      return answersRead(by: score.questionnaire.levels[level].gates[gate].expressions, assessed)
    case .levelCap(let cap):
      return answersRead(by: [score.questionnaire.levelCaps[cap].condition], assessed)
    case .constraint: return "–"
    }
  }

  /// The score; where nothing of a capacity applies, so that its threshold is met, that.
  private func now(_ threshold: ThresholdResult, _ score: AssessmentScore) -> String {
    if let shown = threshold.shownScore { return self.score(shown) }
    guard case .node(let node) = threshold.kind, score.nodes[node].isEmpty else { return "–" }
    return ScoreAbsenceWording(texts, score.questionnaire)(score.nodes[node].absence)
  }

  /// `CAP-01: 2 of 5; HUM-03: yes`, of many only the first.
  private func answersRead(by expressions: [Expression], _ assessed: AssessedCluster) -> String {
    let model = assessed.score.questionnaire
    let parts = model.questionsRead(by: expressions).map { place in
      let question = model.questions[place]
      let state = assessed.interview.state(of: place)
      return question.name(texts) + ": " + short(state, of: question)
    }
    return parts.isEmpty ? "–" : listed(parts, atMost: 4)
  }

  /// What keeps a condition undecided, or which practices it lacks; empty where nothing is known.
  func waiting(for need: PlanNeed, _ score: AssessmentScore) -> String {
    let model = score.questionnaire
    switch need {
    case .threshold(let level, let kind):
      let threshold = score.levels[level].thresholds.first { $0.kind == kind }
      return threshold.map { waiting(for: $0.waitingFor, of: model) } ?? ""
    case .gate(let level, let gate):
      return waiting(for: score.levels[level].gates[gate].waitingFor, of: model)
    case .levelCap(let cap): return waiting(for: score.levelCaps[cap].waitingFor, of: model)
    case .capability(let level, let node):
      let result = score.levels[level].capabilities.first { $0.node == node }
      return lacking(result?.now?.lacking ?? [], model)
    case .practices(let level, let kind):
      let result = score.levels[level].practices.first { $0.kind == kind }
      return lacking(result?.lacking ?? [], model)
    case .constraint: return ""
    }
  }

  private func lacking(_ questions: [Int], _ model: Questionnaire) -> String {
    questions.isEmpty
      ? ""
      : texts("report.next-level.practices", ["questions": .text(model.names(questions, texts))])
  }
}
