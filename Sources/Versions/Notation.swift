import Numbers
import Questionnaire

/// How the model file writes what is no number, word or expression by itself.
enum Notation {
  /// A decimal number where there is one, else a fraction.
  static func number(_ number: Rational) -> String {
    guard let decimal = number.rounded(places: 12), Rational(decimal) == number else {
      return number.description
    }
    return decimal.description
  }

  static func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  static func scale(_ scale: Scale) -> String {
    "{from: \(number(scale.from)), to: \(number(scale.to))}"
  }

  static func rollUp(_ rollUp: RollUp) -> String {
    if case .best(let count) = rollUp { return "{best: \(count)}" }
    return rollUp.name
  }

  static func quota(_ quota: Quota) -> String {
    switch quota {
    case .count(let count): "{at_least: \(count)}"
    case .share(let share): number(share) + " %"
    }
  }

  static func improvement(_ improvement: Improvement) -> String? {
    switch improvement {
    case .none: "none"
    case .effort(let effort): effort == 1 ? nil : "{effort: \(number(effort))}"
    case .steps(let steps): "{effort: \(list(steps.map(number)))}"
    case .perYear(let growth): "{per_year: \(number(growth))}"
    }
  }

  /// The rule of points; points of choices stand at the choices.
  static func points(_ rule: PointsRule) -> Value? {
    switch rule {
    case .unscored: nil
    case .steps(let steps): .word(list(steps.map(number)))
    case .choices: .word("by_choice")
    case .bands(let bands, let measure):
      .word(
        within(
          measure,
          list(
            bands.map { band in
              let below = band.below.map { "below: \(number($0)), " } ?? ""
              return "{\(below)is: \(number(band.points))}"
            }), "bands"))
    case .linear(let from, let to, let measure):
      .word(within(measure, "{from: \(number(from)), to: \(number(to))}", "linear"))
    case .expression(let expression): .expression(expression.source)
    case .met: .word("met")
    }
  }

  private static func within(
    _ measure: PointsRule.Measure, _ text: String, _ key: String
  ) -> String {
    switch measure {
    case .value(let expression): "{value: \(expression.source), \(key): \(text)}"
    case .answer, .ticked: key == "bands" ? text : "{\(key): \(text)}"
    }
  }

  /// A weight as the file declares it, where the whole is a sum and the loader has multiplied it by
  /// the length of the part's scale.
  static func declared(_ weight: Rational, _ scale: Scale) -> Rational {
    let length = try? scale.to.subtracting(scale.from)
    return length.flatMap { try? weight.divided(by: $0) } ?? weight
  }
}
