import DisplayWidth
import Interview
import Language
import Questionnaire
import Terminal
import Wording

/// All answers with what is open and what does not fit; each leads to its question and back.
struct ReviewScreen: Sendable {
  /// Whether only open questions and those with remarks are listed.
  private var isShort: Bool
  private var list: ChoiceList
  /// The questions on the lines of the list.
  private var questions: [Int]

  /// - Parameter question: Where the marker stands.
  init(_ context: ScreenContext, at question: Int?, isShort: Bool = false) {
    self.isShort = isShort
    let interview = context.interview
    questions = interview.asked.filter { index in
      !isShort || interview.state(of: index) == .unanswered
        || !interview.problems(of: index).isEmpty
    }
    list = ChoiceList(
      questions.map { ChoiceList.Item(interview.title(of: $0, context.texts)) }, kind: .menu,
      marker: question.flatMap(questions.firstIndex), hasFilter: true)
  }

  /// The same in another language, the marker where it was.
  func inLanguage(_ context: ScreenContext) -> ReviewScreen {
    ReviewScreen(context, at: questionMarked, isShort: isShort)
  }

  /// Whether Esc has something to do here before it opens the menu.
  var takesEscape: Bool { list.filter != nil }

  private var questionMarked: Int? { list.marker.map { questions[$0] } }

  mutating func handle(_ key: Key, _ context: ScreenContext) -> ScreenAction? {
    switch key {
    case .enter: return questionMarked.map { .show($0) }
    case .tab:
      self = ReviewScreen(context, at: questionMarked, isShort: !isShort)
    default: _ = list.handle(key)
    }
    return nil
  }

  // MARK: Page

  /// How many lines of the list can be seen on either side of the marker, at the very most.
  private static let reach = 150

  func page(_ context: ScreenContext, columns: Int) -> Page {
    let texts = context.texts
    let interview = context.interview
    var page = Page()
    page.heading = Heading(context).lines(texts("screen.review"), columns: columns)
    var summary = [OutcomeTally(interview).sentenceBesideCount(texts)].compactMap(\.self)
    let open = interview.progress.asked - interview.progress.answered
    if open > 0 { summary.append(texts("fill.left", ["count": .count(open)]).asSentence) }
    let remarks = interview.problems.count { $0.code != .required }
    if remarks > 0 {
      summary.append(texts("plain.problems", ["count": .count(remarks)]).asSentence)
    }
    page.keepsSpace = true
    if open == 0, remarks == 0 { summary.append(texts("screen.nothing-left")) }
    page.top = [.text(summary.joined(separator: " "), columns: columns, space: .none)]
    if !context.drafts.isEmpty {
      page.top.append(
        .text(
          draftsSentence(context), Palette.attention, columns: columns,
          first: context.signs.attention + " ", space: .none))
    }
    fill(&page, context, columns)
    page.keys = [
      KeyHint("Enter", texts("screen.key.go")),
      KeyHint("Tab", texts(isShort ? "screen.key.show-all" : "screen.key.show-open")),
      KeyHint("F4", texts("screen.key.profile")), KeyHint("F10", texts("screen.key.finish")),
      KeyHint("Esc", texts("screen.key.menu")),
    ]
    return page
  }

  private func fill(_ page: inout Page, _ context: ScreenContext, _ columns: Int) {
    if list.filter != nil {
      // The filter's own line, and that it leaves nothing.
      page.blocks += list.blocks(
        columns: columns, glyphs: context.glyphs, context.texts
      ).prefix(list.matches.isEmpty ? 2 : 1)
    }
    let matches = list.matches
    let middle = list.marker.flatMap(matches.firstIndex) ?? 0
    let shown = max(0, middle - Self.reach)..<min(matches.count, middle + Self.reach)
    page.leftOut = (shown.lowerBound, matches.count - shown.upperBound)
    let numbers = numbers(of: shown.map { questions[matches[$0]] }, context.interview)
    var section: Int??
    for place in shown {
      let index = questions[matches[place]]
      let part = context.model.capacity(of: index)
      var block = block(
        index, numbers[index] ?? 0, isMarked: matches[place] == list.marker, context, columns)
      if section != .some(part) {
        section = .some(part)
        let title = QuestionCard.section(of: index, in: context.model, context.texts)
        block.lines.insert(FrameLine(title, Palette.heading), at: 0)
        block.space = .usual
        block.cursor?.row += 1
      }
      page.blocks.append(block)
    }
  }

  private func numbers(of indices: [Int], _ interview: Interview) -> [Int: Int] {
    let wanted = Set(indices)
    var numbers: [Int: Int] = [:]
    for (place, index) in interview.asked.enumerated() where wanted.contains(index) {
      numbers[index] = place + 1
    }
    return numbers
  }

  private func block(
    _ index: Int, _ number: Int, isMarked: Bool, _ context: ScreenContext, _ columns: Int
  ) -> Block {
    let interview = context.interview
    let signs = context.signs
    let problems = interview.problems(of: index).filter { $0.code != .required }
    let state = interview.state(of: index)
    let digits = String(number)
    let numberWidth = String(interview.progress.asked).count
    let lead =
      (isMarked ? signs.marker : " ") + " " + sign(of: state, problems.isEmpty, signs) + " "
      + String(repeating: " ", count: max(0, numberWidth - digits.count)) + digits + ". "
    let indent = String(repeating: " ", count: lead.count)
    let room = columns - lead.count
    let style = isMarked ? Palette.marked : .plain
    var lines = [
      FrameLine(lead + interview.title(of: index, context.texts).keepingStart(columns: room), style)
    ]
    let wording = AnswerWording(context.texts, for: .reading)
    let answer = wording.state(state, of: context.model.questions[index])
    lines.append(
      FrameLine(
        indent + wording.short(answer, columns: room),
        state == .unanswered ? Palette.attention : .plain))
    let problemWording = ProblemWording(context.model, context.texts)
    for problem in problems {
      lines += problemWording.sentence(problem)
        .wrapped(width: columns, first: indent.dropLast(2) + signs.attention + " ")
        .map { FrameLine($0, Palette.attention) }
    }
    return Block(
      lines: lines, space: .none, isFocus: isMarked,
      cursor: isMarked && list.filter == nil ? Frame.Position(row: 0, column: 0) : nil)
  }

  private func sign(of state: AnswerState, _ isSound: Bool, _ signs: Signs) -> String {
    if !isSound { return signs.attention }
    return switch state {
    case .answered: signs.done
    case .notApplicable, .noData: signs.outcome
    case .unanswered, .notAsked: signs.open
    }
  }
}

/// Which questions have something entered that was not accepted.
func draftsSentence(_ context: ScreenContext) -> String {
  let asked = context.interview.asked
  let numbers = context.drafts.compactMap { asked.firstIndex(of: $0) }.map { String($0 + 1) }
  return context.texts(
    "screen.drafts", ["count": .count(numbers.count), "numbers": .list(numbers)])
}
