import Documents
import Language
import Questionnaire
import Scoring
import Wording

/// What levels ask for beside scores and gates, and what keeps scores and levels down.
extension Words {
  /// A condition of the next level as a row: what it asks, how it stands, what there is.
  typealias Need = (words: String, status: Status, now: String)

  /// Capability levels and practices that a level asks for.
  func practiceNeeds(of level: LevelResult, _ score: AssessmentScore) -> [Need] {
    let model = score.questionnaire
    let capabilities = level.capabilities.map { need -> Need in
      (words(of: need, model), need.status, need.now.map { capability($0.level, model) } ?? "")
    }
    let practices = level.practices.map { need -> Need in
      (words(of: need), need.status, part(need.met, of: need.counted))
    }
    return capabilities + practices
  }

  func words(of need: CapabilityNeed, _ model: Questionnaire) -> String {
    texts(
      "score.need-capability",
      [
        "node": .text(self(model.nodes[need.node].title)),
        "level": .text(capability(need.needed, model)),
      ])
  }

  private func capability(_ number: Int, _ model: Questionnaire) -> String {
    model.capabilityLevels.indices.contains(number - 1)
      ? self(model.capabilityLevels[number - 1].title) : texts("score.level-range-none")
  }

  func words(of need: PracticeNeed) -> String {
    guard case .quota(let strength) = need.kind else { return texts("score.need-practices") }
    return words(of: need.quota, strength)
  }

  /// Caps that keep an assessment below a level, or may come to.
  func levelCaps(_ score: AssessmentScore, below next: Level) -> [Need] {
    score.levelCaps.compactMap { cap in
      guard case .level(let number) = cap.subject, number < next.number, cap.status != .unmet
      else { return nil }
      let highest =
        number > 0
        ? self(score.questionnaire.levels[number - 1].title) : texts("score.level-range-none")
      let words = texts(
        "score.level-cap", ["level": .text(highest), "reason": .text(self(cap.say))])
      return (
        words, cap.status == .met ? .unmet : .unknown,
        waiting(for: cap.waitingFor, of: score.questionnaire)
      )
    }
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

  /// Which levels open answers leave possible and what decides; `nil` where they leave one.
  func levelRange(_ score: AssessmentScore) -> String? {
    let range = score.levelRange
    guard !range.isSettled else { return nil }
    func name(_ level: Int?) -> String {
      level.map { String(score.questionnaire.levels[$0].number) } ?? texts("score.level-range-none")
    }
    let possible = texts(
      "score.level-range",
      ["low": .text(name(range.lowest)), "high": .text(name(range.highest))])
    let waiting = waiting(for: range.decidedBy, of: score.questionnaire)
    return waiting.isEmpty ? possible + "." : possible + " – " + waiting + "."
  }
}
