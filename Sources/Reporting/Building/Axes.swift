import Comparison
import Documents
import Numbers
import Questionnaire

/// Scales of pictures, and numbers on them.
extension Words {
  /// The scale on which the total and all capacities can stand in one picture: their own where they
  /// share one that rises, else that of shares.
  func commonScale(of model: Questionnaire) -> Scale {
    let scale = model.scoring.total.scale
    let isShared = model.capacities.allSatisfy { $0.rule.scale == scale }
    return isShared && scale.from < scale.to ? scale : .share
  }

  /// From the worst to the best, written at every quarter.
  func axis(_ scale: Scale) -> Document.Axis {
    let (low, high) = (scale.lowest, scale.highest)
    let ticks = (0...4).compactMap { quarter in
      try? low.adding(high.subtracting(low).multiplied(by: Rational(quarter)).divided(by: 4))
    }
    return Document.Axis(
      low: low.doubleValue, high: high.doubleValue,
      ticks: ticks.map { .init($0.doubleValue, plain($0)) })
  }

  /// A share as it is read on a scale.
  func reading(_ share: Rational?, on scale: Scale) -> Document.Reading? {
    share.flatMap { try? scale.shown($0) }.map { .init($0.doubleValue, score($0)) }
  }

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
        return .init(value, self.numbers.format(DecimalNumber(Int(value))))
      })
  }
}
