import Documents
import Language
import Questionnaire
import Scoring
import Wording

/// What levels ask for beside scores and gates, and what keeps scores and levels down.
extension Words {
  func words(of need: CapabilityNeed, _ model: Questionnaire) -> String {
    texts(
      "score.need-capability",
      [
        "node": .text(self(model.nodes[need.node].title)),
        "level": .text(capability(need.needed, model)),
      ])
  }

  /// The name of a capability level.
  func capability(_ number: Int, _ model: Questionnaire) -> String {
    model.capabilityLevels.indices.contains(number - 1)
      ? self(model.capabilityLevels[number - 1].title) : texts("score.level-range-none")
  }

  func words(of need: PracticeNeed) -> String {
    guard case .quota(let strength) = need.kind else { return texts("score.need-practices") }
    return words(of: need.quota, strength)
  }

  /// The caps in force on scores.
  ///
  /// - Parameter only: The node whose caps are told; `nil` for all.
  func scoreCaps(_ score: AssessmentScore, on only: Int? = nil) -> [[Document.Span]] {
    score.caps.compactMap { cap in
      guard case .node(let node, let highest) = cap.subject, cap.status == .met,
        only == nil || only == node
      else { return nil }
      let limit = score.nodes[node].shown(highest) ?? highest
      return [
        .text(
          texts(
            words("score.cap", on: score.nodes[node].scale),
            [
              "node": .text(self(score.questionnaire.nodes[node].title)),
              "limit": .text(plain(limit)), "reason": .text(self(cap.say)),
            ]))
      ]
    }
  }

  /// Which levels open answers leave possible; `nil` where they leave one.
  ///
  /// - Parameter naming: Whether it is told what decides.
  func levelRange(_ score: AssessmentScore, naming: Bool) -> String? {
    let range = score.levelRange
    guard !range.isSettled else { return nil }
    func name(_ level: Int?) -> String {
      level.map { String(score.questionnaire.levels[$0].number) } ?? texts("score.level-range-none")
    }
    let possible = texts(
      "score.level-range",
      ["low": .text(name(range.lowest)), "high": .text(name(range.highest))])
    let waiting = naming ? waiting(for: range.decidedBy, of: score.questionnaire) : ""
    return waiting.isEmpty ? possible + "." : possible + " – " + waiting + "."
  }
}
