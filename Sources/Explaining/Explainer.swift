import CEL
public import Interview
import Numbers
public import Questionnaire
public import Scoring

/// Explains the results of one assessment.
///
/// Derivations are built from what the scorer gave and from the model; nothing is scored here.
public struct Explainer: Sendable {
  /// The model whose rules are shown.
  public let questionnaire: Questionnaire
  let interview: Interview
  let score: AssessmentScore
  let trials: Trials

  /// Prepares to explain a score.
  ///
  /// - Parameter background: The one that was scored with.
  public init(_ interview: Interview, background: Background = .none) {
    let scorer = Scorer(interview.questionnaire)
    questionnaire = interview.questionnaire
    self.interview = interview
    score = scorer.score(interview, background: background)
    trials = scorer.trials(on: interview, background: background)
  }

  /// What the rules make of the assessment.
  public var assessment: AssessmentScore { score }

  /// The total, from the capacities down to answers.
  public var total: Derivation {
    let rule = questionnaire.scoring.total
    let parts = questionnaire.capacities.map {
      part($0.node, weight: $0.weight, missing: .block)
    }
    return Derivation(
      .total, .rollUp(rule.rollUp, scale: rule.scale, minimumCoverage: .zero), parts,
      outcome(of: score.total), at: nil)
  }

  func outcome(of score: Score) -> Derivation.Outcome {
    score.value.map(Derivation.Outcome.share) ?? .none
  }

  /// Everything that has a derivation of its own: the total, nodes, questions, levels, checks,
  /// recommendations, with all that stands below them.
  public var all: [Derivation] {
    [total, level] + questionnaire.nodes.indices.map { node($0) }
      + questionnaire.nodes.indices.compactMap { capability(of: $0) }
      + questionnaire.levels.indices.map { conditions(ofLevel: $0) }
      + questionnaire.levelCaps.indices.map { levelCap($0) }
      + questionnaire.checks.indices.map { check($0) }
      + questionnaire.recommendations.indices.map { recommendation($0) }
      + questionnaire.questions.indices.flatMap { derivations(ofQuestion: $0) }
  }
}
