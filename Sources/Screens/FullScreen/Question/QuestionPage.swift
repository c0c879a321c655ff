import Interview
import Language
import Questionnaire
import Terminal
import Wording

/// How a question looks.
extension QuestionScreen {
  func page(_ context: ScreenContext, columns: Int) -> Page {
    let card = QuestionCard(
      index, in: context.interview, context.texts, lastRound: context.occasion.lastRound)
    var page = Page()
    page.heading = Heading(context).lines(
      section: card.section, number: card.number, count: card.count, code: card.code,
      columns: columns)
    page.top = [Block.text(card.ask, Palette.question, columns: columns, space: .none)]
    page.blocks = [reasons(card, context, columns), standing(card, context, columns)]
      .compactMap(\.self)
    page.blocks += entryBlocks(card, context, columns)
    if !complaints.isEmpty {
      var block = Block(lines: [], space: .generous, isFocus: true)
      block.lines = complaints.flatMap { complaint in
        complaint.wrapped(width: columns, first: context.signs.attention + " ")
          .map { FrameLine($0, Palette.attention) }
      }
      page.blocks.append(block)
    }
    page.scroll = scroll
    page.keys = keys(context)
    return page
  }

  /// Why it is asked and what it decides: never hidden.
  private func reasons(
    _ card: QuestionCard, _ context: ScreenContext, _ columns: Int
  ) -> Block? {
    guard stage == .answer else { return nil }
    let why = card.why.map { context.texts("plain.why", ["why": .text($0)]) }
    let lines = [why, card.weight].compactMap(\.self) + card.gates + card.checks
    return Block.texts(lines, columns: columns, first: "", space: .usual)
  }

  /// What stands already, with what is wrong with it.
  private func standing(
    _ card: QuestionCard, _ context: ScreenContext, _ columns: Int
  ) -> Block? {
    let texts = context.texts
    var lines: [FrameLine] = []
    func add(_ text: String, _ style: Style = Palette.good, first: String = "") {
      lines += text.wrapped(width: columns, first: first).map { FrameLine($0, style) }
    }
    if let returned = card.returned {
      add(returned, Palette.attention, first: context.signs.attention + " ")
    }
    if let last = card.last {
      add(
        texts(
          "screen.last",
          [
            "period": .text(last.period), "answer": .text(last.answer),
            "key": .text(Shortcut.name(.same)),
          ]), .plain)
      for sentence in card.expired { add(sentence, .plain) }
    }
    if let present = card.present, showsPresent {
      add(texts("plain.present", ["answer": .text(present)]))
    }
    if let comment = card.comment {
      add(texts("plain.present-comment", ["comment": .text(comment)]))
    }
    for evidence in card.evidence {
      add(texts("plain.present-evidence", ["evidence": .text(evidence)]))
    }
    let wording = ProblemWording(context.model, texts)
    if stage == .answer {
      for problem in context.interview.problems(of: index) where problem.code != .required {
        add(wording.sentence(problem), Palette.attention, first: context.signs.attention + " ")
      }
    }
    return lines.isEmpty ? nil : Block(lines: lines)
  }

  /// Whether the answer that stands has to be told: not where a tick or the field shows it.
  private var showsPresent: Bool {
    guard stage == .answer else { return true }
    return switch entry.form {
    case .one(let list), .several(let list): list.ticks.isEmpty || entry.isChanged
    case .text(let field): field.isEmpty || entry.isChanged
    }
  }

  private func entryBlocks(
    _ card: QuestionCard, _ context: ScreenContext, _ columns: Int
  ) -> [Block] {
    let texts = context.texts
    let glyphs = context.glyphs
    func hint(_ text: String) -> Block { .text(text, columns: columns, space: .usual) }
    func field(_ field: TextField, rows: Int = 1, unit: String? = nil) -> Block {
      field.block(columns: columns, rows: rows, glyphs: glyphs, unit: unit)
    }
    func list(_ list: ChoiceList) -> [Block] {
      list.blocks(columns: columns, glyphs: glyphs, texts)
    }
    switch stage {
    case .meaning(_, let choices):
      var text = ""
      if case .text(let field) = entry.form { text = field.text.trimmed }
      return [hint(texts("plain.which-number", ["text": .text(text)]))] + list(choices)
    case .outcome(let choices): return [hint(texts("screen.outcome"))] + list(choices)
    case .reason(let reason): return [hint(texts("screen.reason")), field(reason)]
    case .comment(let comment): return [hint(texts("screen.comment")), field(comment)]
    case .proof(let proof, _):
      let suitable = context.model.questions[index].evidence?.hint.map { hint in
        texts("plain.evidence-hint", ["hint": .text(hint(context.language))])
      }
      return [
        hint([texts("plain.evidence-wanted"), suitable].compactMap(\.self).joined(separator: " ")),
        field(proof),
      ]
    case .proofEnd(let proof, let end, _):
      return [
        hint(texts("plain.present-evidence", ["evidence": .text(proof)])),
        hint(texts("screen.proof-end")), field(end),
      ]
    case .answer: break
    }
    switch entry.form {
    case .one(let choices), .several(let choices):
      var isLadder = false
      if case .ladder = context.model.questions[index].kind { isLadder = true }
      let isLong = isLadder && card.choices.contains { $0.text.count > columns - 6 }
      let blocks = choices.blocks(
        columns: columns, glyphs: glyphs, space: isLong ? .generous : .none, texts)
      return [hint(hintText(card, context))] + blocks
    case .text(let text):
      return [hint(hintText(card, context)), field(text, rows: text.hasLines ? 6 : 1)]
    }
  }

  /// What to press or to write, with limits and unit.
  private func hintText(_ card: QuestionCard, _ context: ScreenContext) -> String {
    let texts = context.texts
    let question = context.model.questions[index]
    switch entry.form {
    case .one(let list):
      return texts(list.hasFilter && !list.hasDigits ? "screen.hint.filter" : "screen.hint.choice")
    case .several:
      return [
        texts("screen.hint.choices"), QuestionWording(question, of: context.model, texts).count,
      ]
      .compactMap(\.self).joined(separator: " ")
    case .text: return question.kind.isLongText ? texts("screen.hint.long-text") : card.hint
    }
  }

  // MARK: Keys

  private func keys(_ context: ScreenContext) -> [KeyHint] {
    let texts = context.texts
    func hint(_ key: String, _ name: String) -> KeyHint {
      KeyHint(key, texts("screen.key.\(name)"))
    }
    switch stage {
    case .answer: break
    case .meaning, .outcome: return [hint("Enter", "choose"), hint("Esc", "back-to-question")]
    case .reason, .comment:
      return [hint("Enter", "save"), hint("Esc", "back-to-question")]
    case .proof(let field, let goesOn):
      if field.isEmpty, goesOn { return [hint("Enter", "later"), hint("Esc", "later")] }
      return [hint("Enter", "save"), hint("Esc", "back-to-question")]
    case .proofEnd: return [hint("Enter", "save"), hint("Esc", "back-to-question")]
    }
    var keys = [enterHint(context)]
    switch entry.form {
    case .several: keys.append(hint(texts("screen.space"), "tick"))
    case .one(let list) where list.hasFilter: keys.append(hint("/", "filter"))
    case .text(let field) where field.hasLines: keys.append(hint("Ctrl+E", "editor"))
    case .one, .text: break
    }
    let question = context.model.questions[index]
    if question.allowsNoData || question.notApplicable != .refused {
      keys.append(hint("Ctrl+N", question.allowsNoData ? "no-data" : "not-applicable"))
    }
    keys.append(hint("Shift+Tab", "back"))
    keys.append(hint(takesText ? "F1" : "?", "help"))
    keys.append(hint("Esc", "menu"))
    return keys
  }

  /// What Enter does now, so that nobody skips or answers without meaning to.
  private func enterHint(_ context: ScreenContext) -> KeyHint {
    let hasAnswer = context.interview.response(to: index)?.answer != nil
    let name =
      if entry.isChanged {
        "accept"
      } else if hasAnswer {
        "go-on"
      } else if case .several = entry.form {
        "accept"
      } else {
        "skip"
      }
    return KeyHint("Enter", context.texts("screen.key.\(name)"))
  }

  /// How wide a field is shown, which moves up and down go by.
  mutating func setColumns(_ columns: Int) {
    guard case .text(var field) = entry.form else { return }
    field.columns = max(4, columns - 2)
    entry.form = .text(field)
  }

  /// Takes the text that comes back from an editor.
  mutating func takeEdited(_ text: String) {
    guard case .text(var field) = entry.form else { return }
    field.text = text.trimmed
    entry.form = .text(field)
  }
}
