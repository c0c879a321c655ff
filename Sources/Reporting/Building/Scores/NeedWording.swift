import Documents
import Language
import Planning
import Questionnaire
import Scoring
import Wording

/// What levels ask for, and why some of it cannot be met.
extension Words {
  /// What cannot be met, and why.
  func obstacle(_ obstacle: Obstacle, _ score: AssessmentScore) -> [Document.Span] {
    [.strong(need(obstacle.need, score)), .text(" – " + causes(of: obstacle, score))]
  }

  /// Why something cannot be met.
  func causes(of obstacle: Obstacle, _ score: AssessmentScore) -> String {
    var causes = Obstacle.Reason.allCases.compactMap { reason -> String? in
      let questions = obstacle.causes.filter { $0.reason == reason }.map(\.question)
      guard !questions.isEmpty else { return nil }
      return texts(
        "plan.cause.\(reason.rawValue)",
        ["questions": .text(score.questionnaire.names(questions, texts))])
    }
    if obstacle.needsEarlierRounds { causes.append(texts("score.waiting-earlier")) }
    if causes.isEmpty { causes = [texts("plan.cause-together")] }
    return causes.joined(separator: "; ")
  }

  /// What a level asks for, in the words of the model where it has any.
  func need(_ need: PlanNeed, _ score: AssessmentScore) -> String {
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
        "plan.constraint", ["question": .text(model.questions[question].name(texts))])
    }
  }
}
