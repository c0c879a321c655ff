import Interview
import Language
import Numbers
import Questionnaire
import Scoring
import Terminal

/// The score so far, worked out when the person asks for it.
struct RunningProfile: Sendable {
  let result: AssessmentScore
  let interview: Interview

  init(_ interview: Interview) {
    self.interview = interview
    result = score(interview)
  }
}

/// The running profile in words and bars.
struct ProfileText {
  let context: ScreenContext
  let columns: Int
  private let style: NumberStyle

  init(_ context: ScreenContext, columns: Int) {
    self.context = context
    self.columns = columns
    style = .of(language: context.language)
  }

  func blocks(of profile: RunningProfile) -> [Block] {
    let rater = context.occasion.rater
    let lines = ScoreWording(context.texts, of: rater).lines(of: profile.result)
    var blocks = [Block.texts(lines, columns: columns)].compactMap(\.self)
    if rater != .manager { return blocks }
    if let range = levels(profile.result) { blocks.append(.text(range, columns: columns)) }
    let titles = context.model.capacities.map { $0.title(context.language) }
    for (title, score) in zip(titles, profile.result.capacities) {
      blocks.append(capacity(title, score))
    }
    blocks.append(.text(context.texts("screen.profile.note"), columns: columns))
    return blocks
  }

  /// Which levels the open answers leave possible.
  private func levels(_ result: AssessmentScore) -> String? {
    guard !result.levelRange.isSettled else { return nil }
    func name(_ place: Int?) -> String {
      place.map { context.model.levels[$0].title(context.language) }
        ?? context.texts("screen.profile.no-level")
    }
    return context.texts(
      "screen.profile.levels",
      [
        "low": .text(name(result.levelRange.lowest)),
        "high": .text(name(result.levelRange.highest)),
      ])
  }

  /// The title, then a bar with the score, its range and how much is answered.
  private func capacity(_ title: String, _ score: Score) -> Block {
    let figure = score.shown.map(number) ?? context.glyphs.missing
    var range = ""
    if let low = score.shownLow, let high = score.shownHigh, low != high {
      range = " (\(number(low))–\(number(high)))"
    }
    let coverage = "\(score.coverage.answered)/\(score.coverage.applicable)"
    let figures = figure + range
    let fraction = score.value?.doubleValue
    let space = max(0, 5 - figure.count)
    let lead = String(repeating: " ", count: space)
    let bar = context.glyphs.bar(fraction.map { $0 / 100 }, width: min(30, columns - 26))
    return Block(
      lines: [
        FrameLine.ends([Span(title, .bold)], [Span(coverage)], columns: min(columns, 60)),
        FrameLine([Span(bar, Palette.good), Span(" " + lead + figures)]),
      ], space: .generous)
  }

  private func number(_ value: Rational) -> String {
    value.rounded(places: 1).map { style.format($0, minimumPlaces: 1) } ?? "?"
  }
}
