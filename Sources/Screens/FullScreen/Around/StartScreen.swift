import Interview
import Language
import Questionnaire
import Terminal
import Wording

/// The first screen: whose assessment it is, and where to begin.
struct StartScreen: Sendable {
  /// What can be done from here, line by line.
  private enum Way: Hashable {
    case question(Int)
    case command(Command)
  }

  private var list: ChoiceList
  private let ways: [Way]
  private let resumingAt: Int?
  /// How far the text above the list is scrolled, in lines.
  private var scroll = 0
  /// Whether anything is answered already.
  private let hasBegun: Bool

  init(_ interview: Interview, resumingAt: Int?, _ texts: Texts) {
    let model = interview.questionnaire
    self.resumingAt = resumingAt
    hasBegun =
      resumingAt != nil
      || model.questions.indices.contains { interview.response(to: $0) != nil }
    let first = interview.asked.first
    let last = resumingAt.flatMap { interview.isAsked($0) ? $0 : nil } ?? interview.firstOpen()
    var ways: [(Way, String)] = []
    if hasBegun {
      if let last {
        let card = QuestionCard(last, in: interview, texts)
        let place: [String: TextArgument] = [
          "number": .text(String(card.number)), "count": .text(String(card.count)),
        ]
        ways.append((.question(last), texts("screen.start.resume", place)))
      }
      ways.append((.command(.review), texts("screen.command.review")))
      ways.append((.command(.sections), texts("screen.command.sections")))
      if let first, first != last {
        ways.append((.question(first), texts("screen.start.first")))
      }
    } else if let first {
      ways.append((.question(first), texts("screen.start.begin")))
      ways.append((.command(.sections), texts("screen.command.sections")))
    }
    ways.append((.command(.language), texts("screen.command.language")))
    ways.append((.command(.quit), texts("screen.command.quit")))
    self.ways = ways.map(\.0)
    list = ChoiceList(ways.map { ChoiceList.Item($0.1) }, kind: .menu, hasFilter: false)
  }

  /// The same in another language, the marker where it was.
  func inLanguage(_ interview: Interview, _ texts: Texts) -> StartScreen {
    var screen = StartScreen(interview, resumingAt: resumingAt, texts)
    if let marker = list.marker { screen.list.moveMarker(to: marker) }
    return screen
  }

  mutating func handle(
    _ key: Key, _ context: ScreenContext, in window: WindowSize
  ) -> ScreenAction? {
    guard key == .enter else {
      switch key {
      case .pageDown:
        let page = page(context, columns: PageLayout.columns(window))
        scroll = min(scroll + 5, page.furthestScroll(in: window))
      case .pageUp: scroll = max(0, scroll - 5)
      default: _ = list.handle(key)
      }
      return nil
    }
    guard let marker = list.marker else { return nil }
    return switch ways[marker] {
    case .question(let index): .show(index)
    case .command(let command): .command(command)
    }
  }

  func page(_ context: ScreenContext, columns: Int) -> Page {
    let texts = context.texts
    var page = Page()
    page.heading = Heading(context).lines(
      context.model.title(context.language), columns: columns)
    if !hasBegun {
      if let about = context.model.about {
        page.blocks.append(.text(about(context.language), columns: columns))
      }
      page.blocks.append(
        .text(
          texts("plain.begin", ["count": .count(context.interview.asked.count)]),
          columns: columns))
    } else {
      let open = context.interview.progress.asked - context.interview.progress.answered
      page.blocks.append(
        .text(
          open == 0
            ? texts("screen.all-answered")
            : texts("fill.left", ["count": .count(open)]).asSentence,
          columns: columns))
    }
    page.blocks += circumstances(context, columns)
    page.scroll = scroll
    page.bottom = list.blocks(columns: columns, glyphs: context.glyphs, texts)
    page.keys = [
      KeyHint("Enter", texts("screen.key.choose")),
      KeyHint(context.signs.up + " " + context.signs.down, texts("screen.key.move")),
      KeyHint("F9", texts("screen.other-language")),
      KeyHint("F1", texts("screen.key.help")), KeyHint("Esc", texts("screen.key.menu")),
    ]
    return page
  }

  /// Who answers, what was returned, and what last time's answers are good for.
  private func circumstances(_ context: ScreenContext, _ columns: Int) -> [Block] {
    let texts = context.texts
    let interview = context.interview
    var blocks: [Block] = []
    if let notice = context.occasion.noticeToRater(texts) {
      blocks.append(.text(notice, columns: columns))
    }
    let returned = interview.asked.count { interview.response(to: $0)?.returned != nil }
    if returned > 0 {
      blocks.append(
        .text(
          texts("plain.returned", ["count": .count(returned)]), Palette.attention,
          columns: columns, first: context.signs.attention + " "))
    }
    guard let lastRound = context.occasion.lastRound else { return blocks }
    if !lastRound.offered.isEmpty {
      let arguments: [String: TextArgument] = [
        "period": .text(lastRound.period), "count": .count(lastRound.offered.count),
        "word": .text(Shortcut.name(.same)),
      ]
      blocks.append(.text(texts("plain.last-offered", arguments), columns: columns))
    }
    if !lastRound.unfit.isEmpty {
      let arguments: [String: TextArgument] = [
        "period": .text(lastRound.period),
        "questions": .text(context.model.names(lastRound.unfit, texts)),
      ]
      blocks.append(.text(texts("plain.last-unfit", arguments), columns: columns))
    }
    return blocks
  }
}
