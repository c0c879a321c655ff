import CEL
import Clusters
import Diagnostics
import Documents
import Explaining
import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

/// Derivations as trees of words: what it is, its value, how it takes part, by which rule, and where
/// that stands in the model.
struct DerivationWording {
  let model: Questionnaire
  let score: AssessmentScore
  let words: Words
  let interview: Interview

  var texts: Texts { words.texts }

  init(_ assessed: AssessedCluster, _ words: Words) {
    model = assessed.score.questionnaire
    score = assessed.score
    interview = assessed.interview
    self.words = words
  }

  /// A derivation with all below it.
  func branch(_ derivation: Derivation) -> Document.Branch {
    branch(derivation, of: nil)
  }

  private func branch(
    _ derivation: Derivation, of whole: Derivation.Subject?
  ) -> Document.Branch {
    let isOwnAnswer = whole.map { derivation.subject.isAnswer(of: $0) } ?? false
    let details = [
      participation(of: derivation), rule(of: derivation),
      // What waits says so itself, and all that rests on it does not.
      below(derivation).contains { !$0.waitingFor.isEmpty }
        ? "" : words.waiting(for: derivation.waitingFor, of: model),
    ].filter { !$0.isEmpty }
    var name = isOwnAnswer ? texts("table.answer") : name(of: derivation)
    if name.hasSuffix(".") { name.removeLast() }
    var text = (name.hasSuffix("?") ? " – " : ": ") + value(of: derivation)
    // The level is named by what it is.
    if derivation.subject == .level { text = "" }
    if !details.isEmpty { text += "; " + details.joined(separator: "; ") }
    if let place = derivation.place, !isOwnAnswer {
      text += " (\(place.file.shortName):\(place.start.line))"
    }
    return Document.Branch(
      [.strong(name), .text(text)],
      below(derivation).map { branch($0, of: derivation.subject) })
  }

  /// Steps that say nothing of their own are left out: the points of a question, of which its own
  /// line speaks, a condition’s only expression, the score that a threshold is held against, and what
  /// an expression names and did not matter.
  private func below(_ derivation: Derivation) -> [Derivation] {
    switch derivation.rule {
    case .threshold: []
    case .condition(nil), .cap, .levelCap, .visibility: derivation.inputs.flatMap(below)
    case .scaled: derivation.inputs.flatMap(below)
    case .expression: deciding(derivation)
    default: derivation.inputs
    }
  }

  /// The names in an expression whose values mattered.
  func deciding(_ expression: Derivation) -> [Derivation] {
    guard case .expression(let program, let explanation) = expression.rule else { return [] }
    return expression.inputs.filter { input in
      guard case .variable(let variable) = input.subject else { return true }
      return program.reads.count == 1 || explanation.names(model.name(of: variable))
    }
  }

  // MARK: Parts of a score

  private func participation(of derivation: Derivation) -> String {
    guard let part = derivation.part else { return "" }
    let weight = texts("explain.weight", ["weight": .text(words.exact(part.weight))])
    func because(_ reason: Derivation.Reason, _ effect: String) -> String {
      // That there is no score has been said as its value.
      if reason == .withoutScore { return effect }
      return texts("explain.reason.\(reason.rawValue)") + ": " + effect
    }
    return switch part.treatment {
    case .counted: weight
    case .leftOut(let reason): because(reason, texts("explain.left-out"))
    case .countedAs(let share, let reason):
      weight + "; "
        + because(reason, texts("explain.counted-as", ["share": .text(words.plain(share))]))
    case .blocks(let reason): because(reason, texts("explain.blocks"))
    }
  }
}

extension Derivation.Subject {
  /// Whether it is the answer to the very question that something is explained of.
  fileprivate func isAnswer(of other: Derivation.Subject) -> Bool {
    switch (self, other) {
    case (.answer(let own), .question(let question)), (.answer(let own), .practice(let question)):
      own == question
    default: false
    }
  }
}
