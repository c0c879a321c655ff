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

extension Array {
  /// Sorted so that equals keep their order, which the library's sort does not promise.
  func sortedStably(by precedes: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { a, b in
      if precedes(a.element, b.element) { return true }
      return precedes(b.element, a.element) ? false : a.offset < b.offset
    }.map(\.element)
  }
}
