import Documents
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

/// The scale on which a figure draws scores: theirs where they share one, else shares of the way from
/// worst to best.
struct ScoreAxis {
  private let scale: Scale
  /// Whether every score is drawn as what people read.
  let isShared: Bool

  /// The axis for scores on these scales.
  init(of scales: [Scale]) {
    isShared = scales.allSatisfy { $0 == scales.first }
    scale = isShared ? scales.first ?? .share : .share
  }

  /// Where a share of a score stands, and how the score is written on its own scale.
  func reading(
    _ share: Rational?, on own: Scale, _ words: Words
  ) -> Document.Reading? {
    guard let share, let value = value(share) else { return nil }
    return Document.Reading(value, words.score((try? own.shown(share)) ?? share))
  }

  /// Where a score stands, and how it is written.
  func reading(_ score: Score, _ words: Words) -> Document.Reading? {
    reading(score.value, on: score.scale, words)
  }

  /// Where a share of 0–100 stands.
  func value(_ share: Rational) -> Double? { (try? scale.shown(share))?.doubleValue }

  /// What missing answers leave open; `nil` where nothing is.
  func range(_ score: Score) -> ClosedRange<Double>? {
    guard let low = score.low.flatMap(value), let high = score.high.flatMap(value), low != high
    else { return nil }
    return min(low, high)...max(low, high)
  }

  /// From the lesser end to the greater, with a tick at every round number of a handful.
  ///
  /// - Parameter model: Whose thresholds of the total are marked; `nil` for none.
  func axis(_ words: Words, thresholdsOf model: Questionnaire? = nil) -> Document.Axis {
    Document.Axis(
      low: scale.lowest.doubleValue, high: scale.highest.doubleValue, ticks: ticks(words),
      marks: model.map { marks($0, words) } ?? [])
  }

  private func ticks(_ words: Words) -> [Document.Axis.Mark] {
    guard let span = try? scale.highest.subtracting(scale.lowest), let step = Self.step(of: span)
    else { return [] }
    var ticks: [Document.Axis.Mark] = []
    var next: Rational? = scale.lowest
    while let value = next, value <= scale.highest {
      let text =
        isShared
        ? words.plain(value) : words.share(value)
      ticks.append(Document.Axis.Mark(value.doubleValue, text))
      next = try? value.adding(step)
    }
    return ticks
  }

  /// 1, 2, 2.5 or 5 times a power of ten, so that there are five steps at most; `nil` for a scale beyond
  /// all measure.
  private static func step(of span: Rational) -> Rational? {
    guard var power = Rational(numerator: 1, denominator: 1000) else { return nil }
    let factors = [Rational(1), Rational(2), Rational(numerator: 5, denominator: 2), Rational(5)]
    for _ in 0..<12 {
      for factor in factors.compactMap(\.self) {
        guard let step = try? power.multiplied(by: factor),
          let whole = try? step.multiplied(by: 5)
        else { return nil }
        if whole >= span { return step }
      }
      guard let next = try? power.multiplied(by: 10) else { return nil }
      power = next
    }
    return nil
  }

  /// The least totals of levels; levels that ask for the same share one mark.
  private func marks(_ model: Questionnaire, _ words: Words) -> [Document.Axis.Mark] {
    var marks: [Document.Axis.Mark] = []
    for level in model.levels {
      guard let total = level.total, total > .zero, let value = value(total) else { continue }
      if marks.last?.value == value {
        marks[marks.count - 1].label += ", " + words(level.title)
      } else {
        marks.append(Document.Axis.Mark(value, words(level.title)))
      }
    }
    return marks.sorted { $0.value < $1.value }
  }
}

extension Words {
  /// Says what the marks on an axis are, after another sentence; nothing where there are none.
  func note(onMarksOf axis: Document.Axis) -> String {
    axis.marks.isEmpty ? "" : " " + texts("report.axis.marks")
  }
}
