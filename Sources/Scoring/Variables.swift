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

  mutating func set(_ slot: Slot, _ value: Value) {
    if values.indices.contains(slot.index) { values[slot.index] = value }
  }

  mutating func set(_ variable: Variable, _ value: Rational?) {
    guard let value else { return }
    values[slots.slot(of: variable).index] = .double(value.doubleValue)
  }

  /// `points.ID` of all questions.
  mutating func set(_ questions: [QuestionScore?]) {
    for (index, score) in questions.enumerated() { set(.points(index), score?.points) }
  }

  /// `capability.ID`: the level that is certain.
  mutating func set(_ capabilities: [CapabilityResult?]) {
    for (node, result) in capabilities.enumerated() {
      set(.capability(node: node), result.map { .int(Int64($0.level)) })
    }
  }

  /// `score.ID`, `capacity.ID`, `total`, each as people read it, and `completeness`: 100 × answered /
  /// applicable, unknown where nothing applies.
  mutating func set(_ scores: NodeScores, _ questionnaire: Questionnaire) {
    for (index, score) in scores.nodes.enumerated() {
      set(.score(node: index, aspect: nil), score.shown)
      for (aspect, score) in scores.aspects[index].enumerated() {
        set(.score(node: index, aspect: aspect), score?.shown)
      }
    }
    for (index, capacity) in questionnaire.capacities.enumerated() {
      set(.capacityScore(index), scores.nodes[capacity.node].shown)
    }
    set(.total, scores.total.shown)
    let coverage = scores.total.coverage
    guard coverage.applicable > 0 else { return }
    set(.completeness, .double(100 * Double(coverage.answered) / Double(coverage.applicable)))
  }

  /// What members answered.
  mutating func set(_ background: Background) {
    for (question, mean) in background.membersMeans where question < slots.questions {
      set(.membersMean(question), .double(mean))
    }
  }

  /// How the total has moved, as people read it; unknown where a round or a total is missing.
  mutating func set(_ background: Background, total: Score) {
    guard !background.previousTotals.isEmpty else { return }
    let totals = [total.shown] + background.previousTotals.map { total.shown($0) }
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
