import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Wording

/// The score so far, in three lines: total with its range, level, coverage. Of members
/// and facilitators only the coverage: a cluster has a score, and their answers are not the cluster's.
struct ScoreWording {
  let texts: Texts
  let style: NumberStyle
  private let hasScore: Bool

  init(_ texts: Texts, of rater: Rater) {
    self.texts = texts
    hasScore = rater == .manager
    style = .of(language: texts.language.rawValue)
  }

  func lines(of interview: Interview) -> [String] { lines(of: score(interview)) }

  func lines(of result: AssessmentScore) -> [String] {
    let coverage = coverage(result.total.coverage)
    return hasScore ? [total(of: result), level(result), coverage] : [coverage]
  }

  private func total(of result: AssessmentScore) -> String {
    let total = result.total
    guard let value = total.shown else {
      let reason = ScoreAbsenceWording(texts, result.questionnaire)(total.absence)
      return texts("plain.score-none", ["reason": .text(reason)])
    }
    var arguments = ["score": TextArgument.text(number(value))]
    if total.scale != .share {
      arguments["from"] = .text(plain(total.scale.from))
      arguments["to"] = .text(plain(total.scale.to))
    }
    let isRange = total.low != total.high
    if isRange {
      arguments["low"] = .text(total.shownLow.map(number) ?? "?")
      arguments["high"] = .text(total.shownHigh.map(number) ?? "?")
    }
    return switch (isRange, total.scale == .share) {
    case (false, true): texts("plain.score", arguments)
    case (true, true): texts("plain.score-range", arguments)
    case (false, false): texts("plain.score-on-scale", arguments)
    case (true, false): texts("plain.score-range-on-scale", arguments)
    }
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

  private func plain(_ value: Rational) -> String {
    value.rounded(places: 1).map { style.format($0, maximumPlaces: 1) } ?? "?"
  }

  private func number(_ value: Rational) -> String {
    value.rounded(places: 1).map { style.format($0, minimumPlaces: 1) } ?? "?"
  }
}
