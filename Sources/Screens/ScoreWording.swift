import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

/// The score so far, in three lines: total with its range, level, coverage.
struct ScoreWording {
  let texts: Texts
  let style: NumberStyle

  init(_ texts: Texts) {
    self.texts = texts
    style = .of(language: texts.language.rawValue)
  }

  func lines(of interview: Interview) -> [String] {
    let result = score(interview)
    return [total(of: result), level(result), coverage(result.total.coverage)]
  }

  private func total(of result: AssessmentScore) -> String {
    let total = result.total
    guard let value = total.value else {
      let reason = ScoreAbsenceWording(texts, result.questionnaire)(total.absence)
      return texts("plain.score-none", ["reason": .text(reason)])
    }
    guard let low = total.low, let high = total.high, low != high else {
      return texts("plain.score", ["score": .text(number(value))])
    }
    return texts(
      "plain.score-range",
      [
        "score": .text(number(value)), "low": .text(number(low)), "high": .text(number(high)),
      ])
  }

  private func level(_ result: AssessmentScore) -> String {
    guard let level = result.levelReached?.level else { return texts("score.level-none") }
    let levels = result.questionnaire.levels
    return texts(
      "plain.level",
      [
        "number": .text(String(level.number)), "count": .text(String(levels.count)),
        "level": .text(level.title(texts.language.rawValue)),
      ])
  }

  private func coverage(_ coverage: Coverage) -> String {
    texts(
      "plain.coverage",
      [
        "answered": .text(String(coverage.answered)),
        "applicable": .text(String(coverage.applicable)),
      ])
  }

  private func number(_ value: Rational) -> String {
    value.rounded(places: 1).map { style.format($0, minimumPlaces: 1) } ?? "?"
  }
}
