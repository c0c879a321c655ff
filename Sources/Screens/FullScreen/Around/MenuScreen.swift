import Interview
import Language
import Questionnaire
import Terminal

/// What can be done from a screen, each with its key: for keyboards without function keys, and for
/// whoever does not know them.
struct MenuScreen: Sendable {
  private var list: ChoiceList
  private let commands: [Command]

  init(_ context: ScreenContext, over base: FullScreenInterview.Base) {
    commands = Self.commands(context, over: base)
    list = ChoiceList(
      commands.map { ChoiceList.Item(context.texts("screen.command.\($0.rawValue)")) },
      kind: .menu, hasFilter: false)
  }

  private static func commands(
    _ context: ScreenContext, over base: FullScreenInterview.Base
  ) -> [Command] {
    guard case .question(let screen) = base else {
      return [.sections, .review, .profile, .goTo, .submit, .language, .help, .quit]
    }
    let question = context.model.questions[screen.index]
    let hasOffer = context.occasion.lastRound?.offer(for: screen.index) != nil
    return Command.allCases.filter { command in
      question.allows(command) && command != .submit && (command != .same || hasOffer)
    }.sorted { place($0) < place($1) }
  }

  /// The way out last, what leads on first.
  private static func place(_ command: Command) -> Int {
    let order: [Command] = [
      .back, .skip, .same, .noData, .notApplicable, .comment, .evidence, .clear, .sections, .review,
      .profile, .goTo, .submit, .language, .help, .quit,
    ]
    return order.firstIndex(of: command) ?? order.count
  }

  mutating func handle(_ key: Key) -> ScreenAction? {
    switch key {
    case .escape: return .close
    case .enter: return list.marker.map { .command(commands[$0]) }
    default:
      _ = list.handle(key)
      return nil
    }
  }

  func page(_ context: ScreenContext, columns: Int) -> Page {
    let texts = context.texts
    var page = Page()
    page.heading = Heading(context).lines(texts("screen.menu"), columns: columns)
    let names = commands.map {
      [Shortcut.name($0), Shortcut.secondName($0)].filter { !$0.isEmpty }
    }
    let width = min(columns, 60)
    page.blocks = zip(
      list.blocks(columns: width, glyphs: context.glyphs, texts), names
    ).map { block, keys in
      var block = block
      if let first = block.lines.first {
        let keys = keys.joined(separator: ", ")
        block.lines[0] = .ends(first.spans, [Span(keys, Palette.key)], columns: width)
      }
      return block
    }
    page.keys = [
      KeyHint("Enter", texts("screen.key.choose")),
      KeyHint(context.signs.up + " " + context.signs.down, texts("screen.key.move")),
      KeyHint("Esc", texts("screen.key.close")),
    ]
    return page
  }
}
