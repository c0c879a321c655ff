import Interview
import Language
import Questionnaire
import Terminal

/// The last screen: what is saved and where, what is open, and the way out.
struct FinishScreen: Sendable {
  private enum Way: Hashable {
    case end, review, submit
    case question(Int)
  }

  private var list: ChoiceList
  private let ways: [Way]
  /// What stands in the way of handing in, once the person has tried.
  private let obstacles: [String]

  init(_ interview: Interview, _ texts: Texts, obstacles: [String] = []) {
    self.obstacles = obstacles
    let isComplete = interview.isComplete
    var ways: [(Way, String)] = []
    if isComplete { ways.append((.submit, texts("screen.finish.submit"))) }
    ways.append((.end, texts(isComplete ? "screen.finish.end" : "screen.finish.later")))
    if let open = interview.firstOpen() {
      ways.append((.question(open), texts("screen.finish.open")))
    }
    ways.append((.review, texts("screen.finish.review")))
    self.ways = ways.map(\.0)
    list = ChoiceList(ways.map { ChoiceList.Item($0.1) }, kind: .menu, hasFilter: false)
  }

  /// The same in another language, the marker where it was.
  func inLanguage(_ interview: Interview, _ texts: Texts) -> FinishScreen {
    let obstacles = obstacles.isEmpty ? [] : interview.obstaclesToSubmitting(in: texts)
    var screen = FinishScreen(interview, texts, obstacles: obstacles)
    if let marker = list.marker { screen.list.moveMarker(to: marker) }
    return screen
  }

  mutating func handle(_ key: Key) -> ScreenAction? {
    guard key == .enter else {
      _ = list.handle(key)
      return nil
    }
    guard let marker = list.marker else { return nil }
    return switch ways[marker] {
    case .end: .end
    case .review: .command(.review)
    case .submit: .command(.submit)
    case .question(let index): .show(index)
    }
  }

  func page(_ context: ScreenContext, columns: Int) -> Page {
    let texts = context.texts
    let interview = context.interview
    var page = Page()
    page.heading = Heading(context).lines(
      context.model.title(context.language), columns: columns)
    let signs = context.signs
    func say(_ text: String, _ style: Style = .plain, first: String = "") {
      page.blocks.append(.text(text, style, columns: columns, first: first))
    }
    if let outcomes = OutcomeTally(interview).sentenceBesideCount(texts) { say(outcomes) }
    let open = interview.progress.asked - interview.progress.answered
    if open == 0 {
      say(texts("screen.all-answered"), Palette.good, first: signs.done + " ")
    } else {
      say(texts("fill.left", ["count": .count(open)]).asSentence, first: signs.open + " ")
    }
    let remarks = interview.problems.count { $0.code != .required }
    if remarks > 0 {
      say(
        texts("plain.problems", ["count": .count(remarks)]).asSentence, Palette.attention,
        first: signs.attention + " ")
    }
    if !context.drafts.isEmpty {
      say(draftsSentence(context), Palette.attention, first: signs.attention + " ")
    }
    if !obstacles.isEmpty {
      say(texts("plain.submit-refused"), Palette.attention)
      for obstacle in obstacles { say(obstacle, Palette.attention, first: signs.attention + " ") }
    }
    if !context.occasion.file.isEmpty {
      say(texts("screen.saved-in", ["file": .text(context.occasion.file)]))
    }
    if !context.occasion.scoring.isEmpty {
      say(texts("fill.score-next", ["command": .text(context.occasion.scoring)]))
    }
    page.bottom = list.blocks(columns: columns, glyphs: context.glyphs, texts)
    page.keys = [
      KeyHint("Enter", texts("screen.key.choose")),
      KeyHint("Shift+Tab", texts("screen.key.review")),
      KeyHint("F4", texts("screen.key.profile")), KeyHint("Esc", texts("screen.key.menu")),
    ]
    return page
  }
}
