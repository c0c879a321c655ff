import CEL
import Interview
import Questionnaire

/// The points of a question whose bands measure several answers: a column of its own, in which each
/// byte is one of the outcomes that the rule can have.
///
/// Beside what is no answer, bytes are the bands, then “not scored”, “failed”, “waits for answers
/// that may come”, “waits for what will not come”.
final class ColumnPoints: Sendable {
  /// The most bands that leave room for other bytes.
  private static let mostBands = 240

  let scored: ScoredQuestion
  /// Different worths of the bands.
  let worths: [Worth]
  /// The columns that the rule reads, the question's own among them.
  private let expression: Expression

  /// `nil` where the rule is no such thing.
  init?(_ scored: ScoredQuestion) {
    guard case .bands(let bands, .value(let expression)) = scored.table.rule,
      bands.count <= Self.mostBands
    else { return nil }
    self.scored = scored
    self.expression = expression
    var worths: [Worth] = []
    for case .worth(let worth) in bands.map(\.outcome)
    where !worths.contains(where: { $0.points == worth.points }) {
      worths.append(worth)
    }
    self.worths = worths
  }

  /// What gives the column.
  func part(_ dictionary: [AnswerValue], _ sources: ColumnSources) -> ColumnPart {
    let question = scored.index
    let columns = (sources.columns(of: expression.reads) + [question]).ascendingOnce
    let own = columns.firstIndex(of: question) ?? 0
    let (scored, worths) = (scored, worths)
    return ColumnPart(columns, sources) { bytes, variables in
      guard dictionary.indices.contains(Int(bytes[own])) else { return (bytes[own], 0) }
      sources.set(columns, bytes, &variables)
      let outcome = scored.table.outcome(of: dictionary[Int(bytes[own])], variables)
      let first = UInt8(worths.count)
      switch outcome {
      case .worth(let worth):
        let place = worths.firstIndex { $0.points == worth.points }
        return (place.map { UInt8($0) } ?? first + 1, 0)
      case .unscored: return (first, 0)
      case .failed, .waitingForPractice: return (first + 1, 0)
      case .waiting(let unknown):
        return (sources.isToCome(unknown, columns, bytes) ? first + 2 : first + 3, 0)
      }
    }
  }
}
