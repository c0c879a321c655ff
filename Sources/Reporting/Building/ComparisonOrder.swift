public import Comparison
import Questionnaire
import Scoring

/// By what the rows of a comparison stand in order.
public enum ComparisonOrder: Sendable, Hashable {
  /// The greatest first, as all orders by number.
  case total
  case name
  case level
  /// By place in `Questionnaire.capacities`.
  case capacity(Int)
}

extension ComparisonTable {
  /// The rows in another order; equals stay as they stand in the table.
  public func rows(in order: ComparisonOrder) -> [Row] {
    switch order {
    case .total: rows
    case .name: rows.sortedStably { $0.cluster.name.lowercased() < $1.cluster.name.lowercased() }
    case .level:
      rows.sortedStably { ($0.cluster.score.level ?? -1) > ($1.cluster.score.level ?? -1) }
    case .capacity(let index):
      rows.sortedStably { a, b in
        switch (a.cluster.score.capacities[index].value, b.cluster.score.capacities[index].value) {
        case (let a?, let b?): a > b
        case (_?, nil): true
        case (nil, _): false
        }
      }
    }
  }
}
