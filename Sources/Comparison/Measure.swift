public import Numbers
public import Questionnaire
public import Scoring

/// A score that clusters are compared by.
public enum Measure: Sendable, Hashable {
  case total
  /// A capacity or a part, by its place in `Questionnaire.nodes`.
  case node(Int)
  /// A scored question, by its place in `Questionnaire.questions`.
  case question(Int)

  /// The scale on which people read it; questions stand in shares of their own way from worst to best.
  public func scale(in model: Questionnaire) -> Scale {
    switch self {
    case .total: model.scoring.total.scale
    case .node(let node): model.nodes[node].rule.scale
    case .question: .share
    }
  }
}

/// Into what a comparison takes scores apart.
public enum Breakdown: String, Sendable, CaseIterable {
  /// The capacities.
  case capacity
  /// The parts right below the capacities, and capacities that have none.
  case area
  /// The scored questions, except confidential ones.
  case question

  /// What is compared beside the total, in the order of the model.
  public func measures(of model: Questionnaire) -> [Measure] {
    switch self {
    case .capacity: model.capacities.map { .node($0.node) }
    case .area:
      model.nodes.filter { node in
        node.depth == 1
          || node.depth == 0 && !model.nodes.contains { $0.parent == node.node }
      }.map { .node($0.node) }
    case .question:
      model.questions.filter { $0.isScored && !$0.isConfidential }.map { .question($0.index) }
    }
  }
}

extension AssessmentScore {
  /// The score as a share of 0–100; `nil` where there is none.
  ///
  /// Of a question only an answer that counts gives one: an open one, one that is not asked and one
  /// that is not applicable have no share.
  public func share(_ measure: Measure) -> Rational? {
    switch measure {
    case .total: total.value
    case .node(let node): nodes[node].value
    case .question(let question):
      questions[question].flatMap { $0.standing == .counted ? $0.score : nil }
    }
  }
}
