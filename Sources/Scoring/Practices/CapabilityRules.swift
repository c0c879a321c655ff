import Questionnaire

/// The capability levels of a model's nodes.
struct CapabilityRules: Sendable {
  private struct Node: Sendable {
    /// The practices of the node and of all below, by question, with their levels.
    let practices: [(question: Int, level: Int)]
    let hasLowest: Bool
  }

  private let nodes: [Node]
  private let highest: Int

  init(_ questionnaire: Questionnaire) {
    highest = questionnaire.capabilityLevels.count
    guard highest > 0 else {
      nodes = []
      return
    }
    nodes = questionnaire.nodes.map { node in
      let practices = questionnaire.questions[node.questions].compactMap { question in
        if case .capability(let level)? = question.practice?.level {
          (question: question.index, level: level)
        } else {
          nil
        }
      }
      return Node(practices: practices, hasLowest: practices.contains { $0.level == 1 })
    }
  }

  /// By place in `Questionnaire.nodes`, `nil` for a node in which no practice counts; empty where
  /// the model has no capability levels.
  func results(_ practices: [PracticeResult?]) -> [CapabilityResult?] {
    nodes.map { node in
      let counted = node.practices.compactMap { practice in
        practices[practice.question].flatMap { result in
          result.isLeftOut ? nil : (result: result, level: practice.level)
        }
      }
      guard !counted.isEmpty else { return nil }
      guard node.hasLowest else {
        return CapabilityResult(level: 0, highestPossible: 0, lacking: [], waitingFor: [])
      }
      let lacking = counted.filter { $0.result.status != .met }
      let surely = (lacking.map(\.level).min() ?? highest + 1) - 1
      let unmet = lacking.filter { $0.result.status == .unmet }
      let possibly = (unmet.map(\.level).min() ?? highest + 1) - 1
      return CapabilityResult(
        level: surely, highestPossible: possibly,
        lacking: lacking.filter { $0.level <= surely + 1 }.map(\.result.question),
        waitingFor: lacking.filter { $0.level <= possibly }.flatMap(\.result.waitingFor)
          .ascendingOnce)
    }
  }
}
