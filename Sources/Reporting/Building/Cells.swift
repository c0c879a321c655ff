import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

extension Words {
  /// The cell of a score, as the model's scale shows it.
  func cell(_ score: Score) -> Document.Cell { cell(score.shown) }

  /// The cell of a number that is shown as it is.
  func cell(_ value: Rational?) -> Document.Cell {
    value.map { .number(score($0), value: $0.doubleValue) } ?? .missing("–")
  }

  func cell(change value: Rational?) -> Document.Cell {
    value.map { .number(change($0), value: $0.doubleValue) } ?? .missing("–")
  }

  /// Several things in one cell, a line each.
  func lines(_ items: [String]) -> String {
    items.count > 1 ? items.map { "• " + $0 }.joined(separator: "\n") : items.joined()
  }

  func cell(_ count: Int) -> Document.Cell { .number(String(count), value: Double(count)) }

  func cell(_ status: Status) -> Document.Cell {
    .state(texts("condition.\(status.rawValue)"), Document.Tone(status))
  }

  /// The cell of a bar; nothing to draw where nothing applies.
  func bar(_ score: Score) -> Document.Cell {
    guard let low = score.low, let high = score.high else { return .missing("–") }
    return .bar(
      Document.Bar(
        score.value.map { $0.doubleValue / 100 }, low: low.doubleValue / 100,
        high: high.doubleValue / 100))
  }

  /// The cell of a profile: one small bar for each capacity.
  func profile(_ capacities: [Score]) -> Document.Cell {
    .profile(capacities.map { $0.value.map { $0.doubleValue / 100 } })
  }
}

extension Document.Tone {
  init(_ status: Status) {
    self =
      switch status {
      case .met: .good
      case .unmet: .bad
      case .unknown: .open
      }
  }
}

extension Question {
  /// What names it in a list of many.
  var shortName: String { code ?? id }
}
