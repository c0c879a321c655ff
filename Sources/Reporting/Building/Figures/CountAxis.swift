import Documents
import Numbers
import Wording

/// Scales of counts, and numbers as they are.
extension Words {
  /// A number as it is.
  func reading(_ number: Rational) -> Document.Reading { .init(number.doubleValue, plain(number)) }

  /// From zero to a round number not below the greatest of these, in at most five steps.
  func axis(upTo numbers: [Double]) -> Document.Axis {
    let greatest = max(1, numbers.max() ?? 1)
    var step = 1.0
    var factors = [2.0, 2.5, 2.0]
    while step * 5 < greatest {
      // 1, 2, 5, 10, 20, 50 …
      step *= factors[0]
      factors = [factors[1], factors[2], factors[0]]
    }
    let steps = Int((greatest / step).rounded(.up))
    return Document.Axis(
      low: 0, high: Double(steps) * step,
      ticks: (0...steps).map { place in
        let value = Double(place) * step
        let shown = DecimalNumber(rounding: value, places: 0).map { self.numbers.format($0) }
        return .init(value, shown ?? "…")
      })
  }
}
