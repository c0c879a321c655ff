import Interview
import Questionnaire
import Scoring

/// Which changes of a model touch one assessment: those of whose subject something comes out
/// otherwise.
struct Reasons {
  let difference: ModelDifference
  let before: Interview
  let after: Interview
  let old: AssessmentScore
  let new: AssessmentScore

  func touches(_ change: ModelChange) -> Bool {
    let subject = change.subject
    return switch subject.kind {
    case .questionnaire, .form, .aspect, .capabilityLevel: false
    case .scoring: old.total.value != new.total.value || old.level != new.level
    case .question: touchesQuestion(subject.id, change.kind)
    case .choice: touchesQuestion(subject.owner ?? "", .changed(Property("points")))
    case .node: touchesNode(subject.id)
    case .cap: status(of: subject.id, old.caps) != status(of: subject.id, new.caps)
    case .levelCap: status(of: subject.id, old.levelCaps) != status(of: subject.id, new.levelCaps)
    case .level: isMet(subject.id, old) != isMet(subject.id, new)
    case .gate: gate(subject.id, old) != gate(subject.id, new)
    case .check, .condition:
      check(subject.owner ?? subject.id, old) != check(subject.owner ?? subject.id, new)
    case .recommendation: isRaised(subject.id, old) != isRaised(subject.id, new)
    }
  }

  private func touchesQuestion(_ id: String, _ kind: ModelChange.Kind) -> Bool {
    let newPlace = difference.new.index(of: id)
    let oldPlace = newPlace.map { difference.oldPlaces[$0] } ?? difference.old.index(of: id)
    let isAskedNow = newPlace.map(after.isAsked) ?? false
    let wasAsked = oldPlace.map(before.isAsked) ?? false
    if isAskedNow != wasAsked { return true }
    let now = newPlace.flatMap { new.questions[$0] }
    let then = oldPlace.flatMap { old.questions[$0] }
    if kind == .renamed { return false }
    if now?.score != then?.score || now?.standing != then?.standing { return true }
    // Another weight matters as soon as the answer counts.
    if case .changed(let property) = kind, ["weight", "node", "aspect"].contains(property.key) {
      return now?.standing == .counted
    }
    return false
  }

  private func touchesNode(_ id: String) -> Bool {
    let then = difference.old.nodes.first { $0.id == id }.map { old.nodes[$0.node] }
    let now = difference.new.nodes.first { $0.id == id }.map { new.nodes[$0.node] }
    if then?.value != now?.value { return true }
    // A weight in the whole changes the whole and not the part.
    return old.total.value != new.total.value && now?.value != nil
  }

  private func status(of cap: String, _ caps: [CapResult]) -> Status {
    caps.first { $0.id == cap }?.status ?? .unmet
  }

  private func isMet(_ level: String, _ score: AssessmentScore) -> Bool? {
    score.levels.first { $0.level.id == level }?.isMet
  }

  private func gate(_ id: String, _ score: AssessmentScore) -> Status {
    score.levels.lazy.flatMap(\.gates).first { $0.condition.id == id }?.status ?? .met
  }

  private func check(_ id: String, _ score: AssessmentScore) -> Status? {
    score.checks.first { $0.check.id == id }?.status
  }

  private func isRaised(_ id: String, _ score: AssessmentScore) -> Bool {
    score.recommendations.contains { $0.id == id }
  }
}
