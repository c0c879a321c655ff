import DisplayWidth
import Interview
import Language
import Terminal

/// The two lines at the top: where the person is, how far they have come, that all is saved.
struct Heading {
  private let context: ScreenContext

  init(_ context: ScreenContext) { self.context = context }

  /// Over a question.
  func lines(
    section: String, number: Int, count: Int, code: String?, columns: Int
  ) -> [FrameLine] {
    let place = context.texts(
      "fill.position", ["number": .text(String(number)), "count": .text(String(count))])
    return [
      line(section, columns),
      progress(place + (code.map { " \(context.signs.separator) \($0)" } ?? ""), columns),
    ]
  }

  /// Over everything else.
  func lines(_ title: String, columns: Int) -> [FrameLine] {
    let progress = context.interview.progress
    let place = context.texts(
      "plain.counts",
      ["answered": .text(String(progress.answered)), "count": .count(progress.asked)])
    return [line(title, columns), self.progress(place, columns)]
  }

  private func line(_ title: String, _ columns: Int) -> FrameLine {
    let whose = "\(context.occasion.cluster) \(context.signs.separator) \(context.occasion.period)"
    return .ends(
      [Span(title.keepingStart(columns: columns), Palette.heading), Span(" ")],
      [Span(whose)], columns: columns)
  }

  /// How many of the questions asked have an outcome, as a bar between where one is and when it was
  /// saved.
  private func progress(_ place: String, _ columns: Int) -> FrameLine {
    let signs = context.signs
    let saved = context.savedAt.map { time in
      signs.done + " " + context.texts("screen.saved-at", ["time": .text(time)])
    }
    let taken = place.displayWidth + 2 + (saved.map { $0.displayWidth + 2 } ?? 0)
    let width = min(columns - taken, 40)
    guard width >= 5 else {
      return .ends([Span(place)], saved.map { [Span($0, Palette.good)] } ?? [], columns: columns)
    }
    let progress = context.interview.progress
    let passed = progress.asked == 0 ? 0 : width * progress.answered / progress.asked
    let bar = [
      Span(place + "  "), Span(String(repeating: signs.passed, count: passed), Palette.good),
      Span(String(repeating: signs.ahead, count: width - passed), Palette.rule),
    ]
    return .ends(bar, saved.map { [Span($0, Palette.good)] } ?? [], columns: columns)
  }
}
