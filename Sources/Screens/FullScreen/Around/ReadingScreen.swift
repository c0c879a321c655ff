import Interview
import Language
import Questionnaire
import Terminal

/// Text to read over a screen: help, or the running profile. Arrows and page keys scroll it.
struct ReadingScreen: Sendable {
  enum Subject: Sendable {
    /// For a question, or for the keys alone.
    case help(Int?)
    case profile(RunningProfile)
  }

  private let subject: Subject
  private var scroll = 0

  init(_ subject: Subject) { self.subject = subject }

  mutating func handle(
    _ key: Key, _ context: ScreenContext, in window: WindowSize
  ) -> ScreenAction? {
    let page = page(context, columns: PageLayout.columns(window))
    let room = window.rows - page.heading.count - 4
    let last = page.furthestScroll(in: window)
    switch key {
    case .escape, .enter, .character("?"): return .close
    case .down: scroll += 1
    case .up: scroll -= 1
    case .pageDown, .character(" "): scroll += max(1, room)
    case .pageUp: scroll -= max(1, room)
    case .home: scroll = 0
    case .end: scroll = last
    default: break
    }
    scroll = min(max(0, scroll), last)
    return nil
  }

  func page(_ context: ScreenContext, columns: Int) -> Page {
    let texts = context.texts
    var page = Page()
    switch subject {
    case .help(let question):
      page.heading = Heading(context).lines(texts("screen.help"), columns: columns)
      page.blocks = HelpText(context, columns: columns).blocks(for: question)
      page.keepsSpace = true
    case .profile(let profile):
      page.heading = Heading(context).lines(texts("screen.profile"), columns: columns)
      page.blocks = ProfileText(context, columns: columns).blocks(of: profile)
    }
    page.scroll = scroll
    page.keys = [
      KeyHint("Esc", texts("screen.key.close")),
      KeyHint(context.signs.up + " " + context.signs.down, texts("screen.key.scroll")),
    ]
    return page
  }
}
