import Diagnostics
import Numbers
import YAML

/// The section `scoring`: what holds for the whole model.
struct ScoringDraft {
  var policy = ScoringPolicy()
  var aspects: [Aspect] = []
  var aspectIdentifiers = IdentifierTable()
}

extension ModelReader {
  func scoring(_ node: Node) -> ScoringDraft {
    var draft = ScoringDraft()
    guard var mapping = MappingReader(node, self) else { return draft }
    if let node = mapping.node("points") {
      draft.policy.points = pointsScale(node, standard: .points) ?? draft.policy.points
    }
    draft.policy.nodes = scoreRule(&mapping, inheriting: ScoreRule()).rule
    draft.policy.total = draft.policy.nodes
    draft.policy.total.rollUp = mapping.node("total").flatMap { rollUp($0) } ?? .mean
    if let node = mapping.node("aspects") { aspects(node, into: &draft) }
    if let node = mapping.node("practices"), var practices = MappingReader(node, self) {
      let standard = PracticePolicy()
      draft.policy.practices = PracticePolicy(
        notApplicable: practices.option("not_applicable") ?? standard.notApplicable,
        justification: practices.node("justification").flatMap { count($0) }
          ?? standard.justification)
      practices.finish()
    }
    mapping.finish()
    return draft
  }

  /// A scale of points, on which more is better.
  func pointsScale(_ node: Node, standard: Scale) -> Scale? {
    guard let (from, to) = ends(node, standard) else { return nil }
    if from < to, let scale = Scale(from: from, to: to) { return scale }
    report(.scaleReversed, at: node.place)
    return nil
  }

  /// A scale of reporting, the worst first.
  func reportingScale(_ node: Node) -> Scale? {
    guard let (from, to) = ends(node, .share) else { return nil }
    if let scale = Scale(from: from, to: to) { return scale }
    report(.lineFlat, at: node.place)
    return nil
  }

  private func ends(_ node: Node, _ standard: Scale) -> (from: Rational, to: Rational)? {
    guard var mapping = MappingReader(node, self) else { return nil }
    let from = mapping.number("from").map { Rational($0) } ?? standard.from
    let to = mapping.number("to").map { Rational($0) } ?? standard.to
    mapping.finish()
    return (from, to)
  }

  private func aspects(_ node: Node, into draft: inout ScoringDraft) {
    guard var mapping = MappingReader(node, self) else { return }
    for element in mapping.required("of").map({ list($0) }) ?? [] {
      guard var item = MappingReader(element, self) else { continue }
      let identifier = item.requiredScalar("id")
      draft.aspects.append(
        Aspect(
          id: draft.aspectIdentifiers.add(identifier, self), title: item.requiredText("title"),
          place: identifier?.place ?? item.head))
      item.finish()
    }
    var weights = Array(repeating: Rational.one, count: draft.aspects.count)
    draft.policy.aspects = .mean(weights)
    if let combine = mapping.node("combine") {
      if combine.kind == .mapping {
        weights = Array(repeating: .zero, count: draft.aspects.count)
        for entry in combine.entries {
          guard let key = entry.key.scalar,
            let aspect = draft.aspectIdentifiers.resolve(key, "reference.aspect", self)
          else { continue }
          weights[aspect] = weight(entry.value)
        }
        draft.policy.aspects = .mean(weights)
        if weights.allSatisfy({ $0 == .zero }) { report(.nothingWeighs, at: combine.place) }
      } else if let scalar = scalar(combine) {
        let word: CombinationWord? = option(scalar)
        if word == .minimum { draft.policy.aspects = .minimum }
      }
    }
    mapping.finish()
  }
}

private enum CombinationWord: String, CaseIterable { case mean, minimum }
