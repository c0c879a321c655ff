import Numbers
import Questionnaire

/// The scores that answers to a question can have, whatever the answers to others.
struct PossibleScores: Sendable {
  /// 0–100.
  let low: Rational
  let high: Rational
  /// Whether an answer can be without points.
  let mayBeUnscored: Bool

  /// The range within the limits of the answer's kind.
  ///
  /// Rules over an expression range over all their bands, or over the whole scale; the question's
  /// constraints narrow nothing. Where a limit is missing or a computation fails, the range is the
  /// wider one.
  init(_ table: PointsTable, of question: Question) {
    let outcomes: [PointsOutcome] =
      switch table.rule {
      case .unscored: []
      case .steps(let outcomes), .choices(let outcomes): outcomes
      case .bands(let bands, .answer):
        Self.reachable(bands, within: question.kind.numberLimits).map(\.outcome)
      case .bands(let bands, .ticked):
        Self.counts(question.kind).map { PointsTable.outcome(of: Rational($0), in: bands) }
      case .bands(let bands, .value): bands.map(\.outcome)
      case .line(let line, .answer):
        Self.ends(of: line, within: question.kind.numberLimits).map {
          table.outcome(of: $0, on: line)
        }
      case .line(let line, .ticked):
        Self.counts(question.kind).map { table.outcome(of: Rational($0), on: line) }
      case .practice(let met, let unmet): [met, unmet]
      case .line(_, .value), .expression: []
      }
    var scores: [Rational] = []
    var unscored = false
    for outcome in outcomes {
      switch outcome {
      case .worth(let worth): scores.append(worth.score)
      case .unscored: unscored = true
      case .waiting, .waitingForPractice, .failed: scores += [0, 100]
      }
    }
    low = scores.min() ?? 0
    high = scores.max() ?? 100
    mayBeUnscored = unscored
  }

  /// The bands that hold a value of the kind, which has `limits.places` decimal places.
  private static func reachable(
    _ bands: [PointsTable.Band], within limits: NumberLimits?
  ) -> [PointsTable.Band] {
    guard let limits else { return bands }
    var reachable: [PointsTable.Band] = []
    // The least value that the bands so far do not hold.
    var from = limits.minimum?.rational
    for band in bands {
      let first = from.map { $0.roundedUp(places: limits.places) ?? $0 }
      if let first, let maximum = limits.maximum, first > maximum.rational { break }
      guard let below = band.below else { return reachable + [band] }
      if let first, first >= below { continue }
      reachable.append(band)
      from = below
    }
    return reachable
  }

  /// A line is monotone, so its extremes stand at the ends of what may be answered.
  private static func ends(of line: Line, within limits: NumberLimits?) -> [Rational] {
    [
      limits?.minimum?.rational ?? min(line.from, line.to),
      limits?.maximum?.rational ?? max(line.from, line.to),
    ]
  }

  /// How many choices can be ticked.
  private static func counts(_ kind: AnswerKind) -> [Int] {
    guard case .multiple(let choices, let allowed) = kind else { return [] }
    let others = choices.count { !$0.isAlone }
    let some = (0...others).filter { allowed.contains($0) }
    return others < choices.count && !some.contains(0) ? [0] + some : some
  }
}
