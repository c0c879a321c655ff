import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let withoutEffect = Self("questionnaire.without-effect")
}

/// What an answer is worth, and to which scores.
struct QuestionScoringDraft {
  var weight = Rational.zero
  var scale: Scale
  var points = PointsRule.unscored
  var isReversed = false
  var aspect = 0
  var practice: Practice?
}

extension QuestionDraft {
  /// The keys of a question that only scoring knows.
  func scoring(
    _ mapping: inout MappingReader, _ context: Context, _ expressions: inout ExpressionReader
  ) -> QuestionScoringDraft {
    let reader = mapping.reader
    let weight = mapping.node("weight")
    let points = mapping.node("points")
    let scale = mapping.node("scale")
    let reverse = mapping.bool("reverse")
    let aspect = mapping.scalar("aspect")
    let practice = mapping.node("practice")
    var draft = QuestionScoringDraft(scale: context.points)
    guard let rule = context.rule else {
      let stated = [weight, points, scale, mapping.stated("reverse"), practice, leadsTo]
      let first = stated.compactMap { $0 }.first ?? mapping.stated("aspect")
      if let first { reader.report(.profilePoints, at: first.place) }
      return draft
    }
    let kind = kind ?? AnswerKindDraft(kind: .text(lines: 1, maximum: 2000))
    if rule.rollUp == .path {
      for key in ["weight", "points", "scale", "reverse", "aspect"] {
        guard let node = mapping.stated(key) else { continue }
        reader.report(.pathConflict, at: node.place, ["key": .text(key)])
      }
    } else {
      draft.weight = reader.weight(weight)
      draft.scale =
        scale.flatMap { reader.pointsScale($0, standard: context.points) } ?? draft.scale
      let rules = PointsReader(
        reader: reader, scale: draft.scale, question: context.index, draft: kind)
      draft.points = rules.rule(points, &expressions)
      if case .unscored = draft.points, draft.weight > .zero, self.kind != nil, points == nil {
        reader.report(.pointsMissing, at: place, ["kind": .text(kind.kind.name)])
      }
      draft.isReversed = reverse ?? false
      draft.aspect = aspect.flatMap { context.aspects.resolve($0, "reference.aspect", reader) } ?? 0
      if draft.weight == .zero {
        for key in ["reverse", "aspect"] {
          guard let node = mapping.stated(key) else { continue }
          reader.report(.withoutEffect, .warning, at: node.place, ["key": .text(key)])
        }
      }
      if rule.rollUp == .sum { measure(&draft, reader) }
    }
    draft.practice = practice.flatMap {
      context.practices.practice($0, of: context.index, points: draft.points, &expressions)
    }
    if case .met = draft.points, practice == nil {
      reader.report(.metWithoutPractice, at: points?.place)
    }
    return draft
  }

  /// In a sum a question weighs as much as its points can move it.
  private func measure(_ draft: inout QuestionScoringDraft, _ reader: ModelReader) {
    do throws(ArithmeticFailure) {
      draft.weight = try draft.weight.multiplied(
        by: draft.scale.highest.subtracting(draft.scale.lowest))
    } catch {
      reader.report(.numberTooLong, at: place)
    }
  }
}

extension MappingReader {
  /// The value of a key that has been asked for already.
  func stated(_ key: String) -> Node? { node[key] }
}
