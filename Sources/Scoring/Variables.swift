import CEL
import Interview
import Numbers
import Questionnaire

/// The values of all variables of a model's expressions, filled stage by stage while an assessment
/// is scored. What has no value yet is unknown by its own name.
struct Variables {
  private(set) var values: [Value]
  private let slots: SlotTable

  /// - Parameter template: Every slot, unknown by its own name.
  init(_ template: [Value], _ slots: SlotTable, _ interview: Interview) {
    values = interview.values
    self.slots = slots
    values += template.dropFirst(values.count)
  }

  /// The value of a variable; `nil` leaves it unknown.
  mutating func set(_ variable: Variable, _ value: Value?) {
    guard let value else { return }
    values[slots.slot(of: variable).index] = value
  }

  mutating func set(_ variable: Variable, _ value: Rational?) {
    guard let value else { return }
    values[slots.slot(of: variable).index] = .double(value.doubleValue)
  }

  /// `completeness`: 100 × answered / applicable; unknown where nothing applies.
  mutating func set(_ coverage: Coverage) {
    guard coverage.applicable > 0 else { return }
    set(.completeness, .double(100 * Double(coverage.answered) / Double(coverage.applicable)))
  }

  /// What members answered and how the total has moved; unknown where a round or a total is missing.
  mutating func set(_ background: Background, total: Rational?) {
    for (question, mean) in background.membersMeans where question < slots.questions {
      set(.membersMean(question), .double(mean))
    }
    let totals = [total] + background.previousTotals
    for (place, variable) in [Variable.changeOfTotal, .previousChangeOfTotal].enumerated() {
      guard place + 1 < totals.count, let later = totals[place], let earlier = totals[place + 1]
      else { continue }
      let change = try? later.subtracting(earlier).doubleValue
      set(variable, .double(change ?? later.doubleValue - earlier.doubleValue))
    }
  }

  /// Every slot of a model, unknown by its own name.
  static func template(_ slots: SlotTable) -> [Value] {
    (0..<slots.count).map { .unknown(UnknownSet(Slot(index: $0))) }
  }
}
