import Interview
import Language
import Terminal

/// Jumps to a question by its number, its code or its identifier.
struct GoToScreen: Sendable {
  private var field = TextField(limit: 100)
  private var complaint: String?

  init() {}

  mutating func handle(_ key: Key, _ context: ScreenContext) -> ScreenAction? {
    complaint = nil
    switch key {
    case .escape: return .close
    case .enter:
      let name = field.text.trimmed
      guard !name.isEmpty else { return .close }
      switch context.interview.question(named: name, context.texts) {
      case .success(let index): return .show(index)
      case .failure(let problem): complaint = problem.text
      }
    default: _ = field.handle(key)
    }
    return nil
  }

  func page(_ context: ScreenContext, columns: Int) -> Page {
    let texts = context.texts
    var page = Page()
    page.heading = Heading(context).lines(texts("screen.go-to"), columns: columns)
    page.blocks = [
      .text(
        texts("screen.go-to.hint", ["count": .count(context.interview.progress.asked)]),
        columns: columns),
      field.block(columns: columns, rows: 1, glyphs: context.glyphs),
    ]
    if let complaint {
      page.blocks.append(
        .text(complaint, Palette.attention, columns: columns, first: context.signs.attention + " "))
    }
    page.keys = [
      KeyHint("Enter", texts("screen.key.go")), KeyHint("Esc", texts("screen.key.close")),
    ]
    return page
  }
}
