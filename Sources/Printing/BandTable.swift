import Documents
import Language
import Numbers
import Questionnaire
import Wording

/// Which points an answer has by the band that it falls into.
struct BandTable {
  private let bands: [PointsRule.Band]
  private let question: Question
  private let measure: PointsRule.Measure
  private let conditions: ConditionWording
  private let words: Words

  init(
    _ bands: [PointsRule.Band], of question: Question, _ measure: PointsRule.Measure,
    in model: Questionnaire, _ words: Words
  ) {
    self.bands = bands
    self.question = question
    self.measure = measure
    self.words = words
    conditions = ConditionWording(model, words, own: question.index)
  }

  private var texts: Texts { words.texts }

  var table: Document.Table {
    Document.Table(
      columns: [.init(heading), .init(texts("table.points"), .number)],
      rows: bands.indices.map { place in
        [
          .text(band(from: place > 0 ? bands[place - 1].below : nil, below: bands[place].below)),
          words.pointsCell(question.counted(bands[place].points)),
        ]
      })
  }

  private var heading: String {
    switch measure {
    case .answer: texts("table.answer")
    case .ticked: texts("print.ticked")
    case .value(let expression): capitalized(conditions.phrase(expression))
    }
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// `3–5` where only whole numbers can be, else `from 3 to under 6`.
  private func band(from low: Rational?, below high: Rational?) -> String {
    guard isWhole else { return text(low.map(amount), below: high.map(amount)) }
    let least = low.flatMap { $0.roundedUp(places: 0) } ?? minimum
    guard let high, let greatest = try? high.roundedUp(places: 0)?.subtracting(1) else {
      return text(least.map(words.exact), below: nil)
    }
    guard let least else {
      return texts("print.band.up-to", ["high": .text(words.exact(greatest))])
    }
    if least == greatest { return words.exact(least) }
    return texts(
      "common.from-to", ["low": .text(words.exact(least)), "high": .text(words.exact(greatest))])
  }

  private func text(_ low: String?, below high: String?) -> String {
    switch (low, high) {
    case (let low?, let high?):
      texts("peers.band.between", ["low": .text(low), "high": .text(high)])
    case (nil, let high?): texts("peers.band.below", ["high": .text(high)])
    case (let low?, nil): texts("peers.band.from", ["low": .text(low)])
    case (nil, nil): texts("print.band.any")
    }
  }

  /// Whether nothing but whole numbers can be measured.
  private var isWhole: Bool {
    switch (measure, question.kind) {
    case (.ticked, _), (.answer, .integer): true
    default: false
    }
  }

  private var minimum: Rational? {
    if case .ticked = measure { 0 } else { question.kind.numberLimits?.minimum?.rational }
  }

  private func amount(_ value: Rational) -> String {
    guard case .value(let expression) = measure else {
      return words.amount(value, of: question)
    }
    return conditions.amount(value, measuredLike: expression)
  }
}

extension Words {
  /// A number as answers to the question are written.
  func amount(_ value: Rational, of question: Question) -> String {
    guard let number = DecimalNumber(exactly: value) else { return exact(value) }
    switch question.kind {
    case .percent, .money, .year: return answers.number(number, of: question.kind)
    default: return exact(value)
    }
  }
}
