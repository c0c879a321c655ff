import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let pointsMissing = Self("questionnaire.points-missing")
  static let pointsNotForKind = Self("questionnaire.points-not-for-kind")
  static let pointsCount = Self("questionnaire.points-count")
  static let pointsOutOfScale = Self("questionnaire.points-out-of-scale")
  static let bandsHole = Self("questionnaire.bands-hole")
  static let bandsOverlap = Self("questionnaire.bands-overlap")
  static let bandUnreachable = Self("questionnaire.band-unreachable")
  static let lineFlat = Self("questionnaire.line-flat")
  static let pointsConflict = Self("questionnaire.points-conflict")
}

/// Reads how the answers of one question become points.
struct PointsReader {
  let reader: ModelReader
  let scale: Scale
  let question: Int
  let draft: AnswerKindDraft

  private var kind: AnswerKind { draft.kind }

  /// - Parameter node: The value of `points`; `nil` where the model says nothing.
  func rule(_ node: Node?, _ expressions: inout ExpressionReader) -> PointsRule {
    guard let node else { return standard }
    if let scalar = node.scalar { return byChoice(scalar) }
    if node.kind == .sequence {
      if case .ladder(let steps) = kind { return stepPoints(node, count: steps.count) }
      return bands(node, of: measure(at: node))
    }
    guard var mapping = MappingReader(node, reader) else { return .unscored }
    let value = expressions.expression(mapping.node("value"), .points(question: question), reader)
    let free = expressions.expression(
      mapping.node("expression"), .points(question: question), reader)
    let bandList = mapping.node("bands")
    let line = mapping.node("linear")
    mapping.finish()
    let forms = [free?.place, bandList?.place, line?.place].compactMap { $0 }
    if forms.count > 1 || (free != nil && value != nil) {
      reader.report(.pointsConflict, at: forms.max { $0.range.lowerBound < $1.range.lowerBound })
    }
    if let free { return .expression(free) }
    // An expression with a mistake in it has its finding, and is the rule that was meant.
    if forms.isEmpty, mapping.node("expression") != nil { return .unscored }
    let measure = value.map { PointsRule.Measure.value($0) } ?? measure(at: node)
    if let bandList { return bands(bandList, of: measure) }
    if let line { return linear(line, of: measure) }
    reader.report(.missingKey, at: mapping.head, ["key": .text("bands")])
    return .unscored
  }

  /// What the kind of answer gives by itself: ladders and yes/no span the scale evenly.
  private var standard: PointsRule {
    switch kind {
    case .ladder(let steps): .steps(evenly(steps.count))
    case .yesNo: .steps([scale.from, scale.to])
    default: .unscored
    }
  }

  private func evenly(_ count: Int) -> [Rational] {
    guard count > 1 else { return Array(repeating: scale.from, count: count) }
    let span = try? scale.to.subtracting(scale.from)
    return (0..<count).map { step in
      guard let share = Rational(numerator: Int128(step), denominator: Int128(count - 1)),
        let above = try? span?.multiplied(by: share),
        let points = try? scale.from.adding(above)
      else { return scale.from }
      return points
    }
  }

  private func byChoice(_ scalar: Scalar) -> PointsRule {
    if scalar.text == "met" { return .met }
    guard case .single = kind, scalar.text == "by_choice" else {
      reportNotForKind(scalar.place)
      return .unscored
    }
    return .choices(draft.choicePoints.map { node in node.flatMap { points($0) } })
  }

  private func stepPoints(_ node: Node, count: Int) -> PointsRule {
    let values = reader.list(node).map { points($0) }
    if values.count != count {
      reader.report(
        .pointsCount, at: node.place,
        ["count": .count(count), "found": .text("\(values.count)")])
    }
    return .steps(values.map { $0 ?? scale.from })
  }

  private func measure(at node: Node) -> PointsRule.Measure {
    switch kind {
    case .multiple: return .ticked
    case .integer, .number, .percent, .money, .year: return .answer
    default:
      reportNotForKind(node.place)
      return .answer
    }
  }

  private func reportNotForKind(_ place: Place) {
    reader.report(.pointsNotForKind, at: place, ["kind": .text(kind.name)])
  }

  private func points(_ node: Node) -> Rational? { reader.points(node, on: scale) }

  private func bands(_ node: Node, of measure: PointsRule.Measure) -> PointsRule {
    var bands: [PointsRule.Band] = []
    var places: [Place] = []
    let elements = reader.list(node)
    for (index, element) in elements.enumerated() {
      guard var mapping = MappingReader(element, reader) else { continue }
      let bound = mapping.node("below")
      let worth = mapping.required("is").flatMap { points($0) }
      mapping.finish()
      let below = bound.flatMap { reader.rational($0) }
      let isLast = index == elements.count - 1
      if bound == nil, !isLast { reader.report(.bandsOverlap, at: element.place) }
      if let below, let previous = bands.last?.below, below <= previous {
        reader.report(.bandsOverlap, at: bound?.place)
      }
      if bound != nil, isLast { reader.report(.bandsHole, at: element.place) }
      bands.append(PointsRule.Band(below: below, points: worth ?? scale.from))
      places.append(bound?.place ?? element.place)
    }
    let areInOrder = zip(bands, bands.dropFirst()).allSatisfy { lower, upper in
      guard let below = lower.below else { return false }
      return upper.below.map { $0 > below } ?? true
    }
    guard areInOrder else { return .bands(bands, of: measure) }
    for (place, isReached) in zip(places, kind.reachable(bands.map(\.below), measure))
    where !isReached {
      reader.report(.bandUnreachable, .warning, at: place)
    }
    if elements.isEmpty { reader.report(.tooFew, at: node.place, ["count": .count(1)]) }
    return .bands(bands, of: measure)
  }

  private func linear(_ node: Node, of measure: PointsRule.Measure) -> PointsRule {
    guard var mapping = MappingReader(node, reader) else { return .unscored }
    let from = mapping.required("from").flatMap { reader.rational($0) }
    let to = mapping.required("to").flatMap { reader.rational($0) }
    mapping.finish()
    guard let from, let to else { return .unscored }
    if from == to { reader.report(.lineFlat, at: node.place) }
    return .linear(from: from, to: to, of: measure)
  }
}

extension ModelReader {
  /// A number of points; reports one beyond the ends of the scale.
  func points(_ node: Node, on scale: Scale) -> Rational? {
    guard let points = rational(node) else { return nil }
    if !scale.contains(points) {
      report(
        .pointsOutOfScale, at: node.place,
        ["from": .text(scale.lowest.description), "to": .text(scale.highest.description)])
    }
    return points
  }
}
