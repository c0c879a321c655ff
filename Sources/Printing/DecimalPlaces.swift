import Language
import Questionnaire
import Wording

/// How many decimal places answers may have. What all shares, or all amounts, have in common is said
/// once, at the beginning; the rest at each question.
struct DecimalPlaces {
  /// Of all shares; `nil` where they differ, and without any.
  private let ofShares: Int?
  /// Likewise of all amounts.
  private let ofAmounts: Int?
  private let texts: Texts

  init(_ questions: [Question], _ texts: Texts) {
    func common(_ places: [Int]) -> Int? { Set(places).count == 1 ? places[0] : nil }
    ofShares = common(
      questions.compactMap { if case .percent(let limits) = $0.kind { limits.places } else { nil } }
    )
    ofAmounts = common(
      questions.compactMap {
        if case .money(let limits, _) = $0.kind { limits.places } else { nil }
      })
    self.texts = texts
  }

  /// What is said once; empty where there is nothing to say.
  var said: [String] {
    [("print.places.shares", ofShares), ("print.places.amounts", ofAmounts)].compactMap {
      name, places in places.map { words(name, $0) }
    }
  }

  /// What is left to be said at a question; `nil` where that is nothing.
  ///
  /// - Parameter name: Where the words stand.
  func said(of question: Question, as name: String) -> String? {
    switch question.kind {
    case .number(let limits): words(name, limits.places)
    case .percent(let limits): ofShares == nil ? words(name, limits.places) : nil
    case .money(let limits, _): ofAmounts == nil ? words(name, limits.places) : nil
    case .ladder, .single, .multiple, .yesNo, .integer, .year, .date, .text: nil
    }
  }

  private func words(_ name: String, _ places: Int) -> String {
    places == 0 ? texts(name + ".none") : texts(name, ["count": .count(places)])
  }
}
