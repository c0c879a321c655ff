import Language
import Questionnaire
import Terminal

/// Everything there is to say about a question, and the keys.
struct HelpText {
  let context: ScreenContext
  let columns: Int

  init(_ context: ScreenContext, columns: Int) {
    self.context = context
    self.columns = columns
  }

  func blocks(for index: Int?) -> [Block] {
    (index.map(about) ?? []) + [
      Block.text(context.texts("screen.keys"), Palette.heading, columns: columns)
    ]
      + keys(index)
  }

  private func about(_ index: Int) -> [Block] {
    let question = context.model.questions[index]
    let card = QuestionCard(index, in: context.interview, context.texts)
    var blocks = [Block.text(card.ask, Palette.question, columns: columns)]
    if let help = question.help { blocks.append(.text(help(context.language), columns: columns)) }
    let why = card.why.map { context.texts("plain.why", ["why": .text($0)]) }
    let counts = [why, card.weight].compactMap(\.self) + card.gates + card.checks
    if let block = Block.texts(counts, columns: columns) { blocks.append(block) }
    if let hint = question.evidence?.hint {
      blocks.append(
        .text(
          context.texts("plain.evidence-hint", ["hint": .text(hint(context.language))]),
          columns: columns))
    }
    return blocks
  }

  private func keys(_ index: Int?) -> [Block] {
    var lines: [(key: String, does: String)] = []
    if let index {
      let kind = context.model.questions[index].kind
      lines.append(("Enter", "screen.about.enter"))
      lines += Self.keys(of: kind)
    }
    let commands = Command.allCases.filter { command in
      index.map { context.model.questions[$0].allows(command) } ?? !command.isForQuestion
    }
    for command in commands {
      let names = [Shortcut.name(command), Shortcut.secondName(command)].filter { !$0.isEmpty }
      guard !names.isEmpty else { continue }
      lines.append((names.joined(separator: ", "), "screen.command.\(command.rawValue)"))
    }
    lines.append(("Esc", "screen.about.escape"))
    lines.append(("Ctrl+C", "screen.about.interrupt"))
    let width = min(18, (lines.map(\.key.count).max() ?? 0)) + 2
    return lines.map { key, does in
      let padding = String(repeating: " ", count: max(1, width - key.count))
      let wrapped = context.texts(does).wrapped(
        width: columns, first: key + padding, hanging: String(repeating: " ", count: width))
      let shown = wrapped.enumerated().map { place, line in
        place == 0
          ? FrameLine([Span(key, Palette.key), Span(String(line.dropFirst(key.count)))])
          : FrameLine(line)
      }
      return Block(lines: shown, space: .none)
    }
  }

  private static func keys(of kind: AnswerKind) -> [(key: String, does: String)] {
    switch kind {
    case .ladder, .yesNo: [("↑ ↓, 1…9", "screen.about.move")]
    case .single(let choices):
      choices.count > 7
        ? [("↑ ↓", "screen.about.move"), ("/", "screen.about.filter")]
        : [("↑ ↓, 1…9", "screen.about.move")]
    case .multiple(let choices, _):
      [("↑ ↓", "screen.about.move"), ("Space", "screen.about.tick")]
        + (choices.count > 7 ? [("/", "screen.about.filter")] : [])
    case .text(let lines, _):
      lines > 1 ? [("Ctrl+J", "screen.about.new-line"), ("Ctrl+E", "screen.about.editor")] : []
    case .integer, .number, .percent, .money, .year, .date: []
    }
  }
}
