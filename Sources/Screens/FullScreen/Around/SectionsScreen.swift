import Language
import Terminal

/// The sections with their state; one leads to its first open question.
struct SectionsScreen: Sendable {
  private var list: ChoiceList
  private var complaint: String?

  init(_ context: ScreenContext, at question: Int?) {
    let sections = InterviewSection.all(of: context.model, context.texts)
    list = ChoiceList(
      sections.map { ChoiceList.Item($0.title) }, kind: .menu,
      marker: question.flatMap { index in sections.firstIndex { $0.questions.contains(index) } },
      hasFilter: false)
  }

  mutating func handle(_ key: Key, _ context: ScreenContext) -> ScreenAction? {
    complaint = nil
    switch key {
    case .escape: return .close
    case .enter:
      let sections = InterviewSection.all(of: context.model, context.texts)
      guard let marker = list.marker else { return .close }
      if let target = sections[marker].entry(in: context.interview) { return .show(target) }
      complaint = context.texts("plain.section-empty")
    default: _ = list.handle(key)
    }
    return nil
  }

  func page(_ context: ScreenContext, columns: Int) -> Page {
    let texts = context.texts
    var page = Page()
    page.heading = Heading(context).lines(texts("fill.sections"), columns: columns)
    let sections = InterviewSection.all(of: context.model, texts)
    let tallies = sections.map { $0.tally(in: context.interview) }
    let states = tallies.map { state(of: $0, context) }
    let items = zip(sections, tallies).map { section, tally in
      ChoiceList.Item(section.title, sign: sign(of: tally, context.signs))
    }
    var shown = ChoiceList(items, kind: .menu, marker: list.marker, hasFilter: false)
    shown.page = list.page
    let width = states.map { FrameLine($0).width }.max() ?? 0
    let isWide = columns - width >= 50
    page.blocks = zip(
      shown.blocks(
        columns: isWide ? columns - width - 2 : columns, glyphs: context.glyphs, space: .generous,
        texts), states
    ).map { block, state in
      var block = block
      if isWide {
        let padding = String(repeating: " ", count: width - FrameLine(state).width)
        block.lines[0] = .ends(
          block.lines[0].spans, state + [Span(padding)], columns: columns)
      } else {
        block.lines.append(FrameLine([Span("       ")] + state))
      }
      return block
    }
    if let complaint {
      page.blocks.append(
        .text(complaint, Palette.attention, columns: columns, first: context.signs.attention + " "))
    }
    page.keys = [
      KeyHint("Enter", texts("screen.key.go")),
      KeyHint(context.signs.up + " " + context.signs.down, texts("screen.key.move")),
      KeyHint("F3", texts("screen.key.review")), KeyHint("Esc", texts("screen.key.close")),
    ]
    return page
  }

  private func sign(of tally: InterviewSection.Tally, _ signs: Signs) -> String {
    if tally.remarks > 0 { return signs.attention }
    return tally.asked > 0 && tally.answered == tally.asked ? signs.done : signs.open
  }

  /// “7/9”, “to do” and remarks, in words and signs.
  private func state(of tally: InterviewSection.Tally, _ context: ScreenContext) -> [Span] {
    let texts = context.texts
    var spans = [Span("\(tally.answered)/\(tally.asked)  ")]
    if tally.asked == 0 {
      spans.append(Span(texts("screen.section-none")))
    } else if tally.answered == tally.asked {
      spans.append(Span(texts("screen.section-done"), Palette.good))
    } else {
      spans.append(
        Span(texts("screen.section-left", ["count": .count(tally.asked - tally.answered)])))
    }
    if tally.remarks > 0 {
      spans.append(
        Span(
          ", " + texts("screen.section-remarks", ["count": .count(tally.remarks)]),
          Palette.attention))
    }
    return spans
  }
}
