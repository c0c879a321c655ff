import CEL
import Diagnostics
import Numbers

extension Diagnostic.Code {
  static let cycle = Self("questionnaire.cycle")
  static let cycleStep = Self("questionnaire.cycle.step")
  static let nothingScored = Self("questionnaire.nothing-scored")
  static let nothingWeighs = Self("questionnaire.nothing-weighs")
  static let laterQuestion = Self("questionnaire.later-question")
  static let formEmpty = Self("questionnaire.form-empty")
}

/// Checks that need the whole model.
extension ModelReader {
  /// One error per group of questions whose visibility depends on itself, naming every step.
  func reportCycles(_ cycles: [[Int]], _ questions: [Question]) {
    for cycle in cycles {
      guard let first = cycle.first else { continue }
      let names = (cycle + [first]).map { questions[$0].id }
      report(
        .cycle, at: questions[first].showIf?.place ?? questions[first].place,
        ["path": .text(names.joined(separator: " → "))],
        notes: cycle.map { index in
          Diagnostic.Note(
            .cycleStep, at: questions[index].showIf?.place, ["name": .text(questions[index].id)])
        })
    }
  }

  func checkWhole(_ draft: Draft) {
    // By place, because a question is large to copy.
    for question in draft.questions.indices {
      guard let condition = draft.questions[question].showIf else { continue }
      for slot in condition.reads {
        guard case .answer(let other) = draft.slots.variable(in: slot), other > question
        else { continue }
        report(
          .laterQuestion, .warning, at: condition.place,
          ["name": .text(draft.questions[other].id)])
      }
    }
    checkWeights(draft)
    checkRuleCycles(draft)
    // What can be reached is asked of sound models only: mistakes would speak up twice.
    if !diagnostics.contains(where: { $0.severity == .error }) {
      checkCapabilityLevels(draft)
      checkConditions(draft)
      checkLevels(draft)
    }
    for (index, form) in draft.forms.enumerated() {
      let used = draft.questions.contains { $0.capacity != nil && $0.forms.contains(index) }
      if !used { report(.formEmpty, .warning, at: form.place, ["name": .text(form.id)]) }
    }
  }
  /// Every node and the total need something to roll up.
  private func checkWeights(_ draft: Draft) {
    let top = draft.nodes.filter { $0.depth == 0 }
    if let first = top.first, top.allSatisfy({ $0.weight == .zero }) {
      report(.nothingWeighs, at: first.place)
    }
    for node in draft.nodes where node.path == nil {
      let questions = draft.questions[node.ownQuestions].contains(where: \.isScored)
      if questions { continue }
      if node.children.isEmpty {
        if node.rule.rollUp != .path {
          report(.nothingScored, at: node.place, ["name": .text(node.id)])
        }
      } else if node.children.allSatisfy({ draft.nodes[$0].weight == .zero }) {
        report(.nothingWeighs, at: draft.nodes[node.children[0]].place)
      }
    }
  }
}
