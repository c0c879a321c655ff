import Interview
import Language
import Numbers
import Questionnaire
import Terminal
import Wording

/// What keys do on a question.
extension QuestionScreen {
  /// Does what a key means here; what it asks of the interview, if anything.
  mutating func handle(_ key: Key, _ context: ScreenContext) -> ScreenAction? {
    complaints = []
    scroll = nil
    switch stage {
    case .answer: return answer(key, context)
    case .meaning(let meanings, let list): return choose(key, of: meanings, list)
    case .outcome(let list): return chooseOutcome(key, list, context)
    case .reason(let field): return write(key, field, context) { .reason($0) }
    case .comment(let field): return write(key, field, context) { .comment($0) }
    case .proof(let field, let goesOn):
      return write(key, field, context) { .proof($0, goesOn: goesOn) }
    case .proofEnd(let proof, let field, let goesOn):
      return write(key, field, context) { .proofEnd(proof, $0, goesOn: goesOn) }
    }
  }

  /// Scrolls what is said about the question where it does not fit above a field; `false` for keys
  /// that mean something else.
  mutating func scroll(_ key: Key, _ context: ScreenContext, in window: WindowSize) -> Bool {
    let lines: Int
    switch key {
    case .up: lines = -1
    case .down: lines = 1
    case .pageUp: lines = -5
    case .pageDown: lines = 5
    default: return false
    }
    guard case .text(let field) = entry.form, stage == .answer,
      !field.hasLines || abs(lines) > 1
    else { return false }
    let page = page(context, columns: PageLayout.columns(window))
    let last = page.furthestScroll(in: window)
    guard last > 0 else { return false }
    let first = min(max(0, (scroll ?? last) + lines), last)
    scroll = first == last ? nil : first
    return true
  }

  /// Whether Esc has something to do here before it opens the menu.
  var takesEscape: Bool {
    switch (stage, entry.form) {
    case (.answer, .one(let list)), (.answer, .several(let list)): list.filter != nil
    case (.answer, .text): false
    default: true
    }
  }

  /// Whether characters are text here, so that none of them can be a command.
  var takesText: Bool {
    switch (stage, entry.form) {
    case (.answer, .text(let field)): !field.isEmpty
    case (.answer, .one(let list)), (.answer, .several(let list)): list.filter != nil
    case (.meaning, _), (.outcome, _): false
    case (.reason, _), (.comment, _), (.proof, _), (.proofEnd, _): true
    }
  }

  // MARK: The answer

  private mutating func answer(_ key: Key, _ context: ScreenContext) -> ScreenAction? {
    if key == .enter { return accept(context) }
    hasConfirmedNothing = false
    switch entry.form {
    case .one(var list):
      if !list.handle(key), case .character(let letter) = key,
        case .yesNo = context.model.questions[index].kind,
        let isYes = Vocabulary.all.yesNo(String(letter))
      {
        list.moveMarker(to: isYes ? 0 : 1)
      }
      entry.form = .one(list)
    case .several(var list):
      let before = list.ticks
      _ = list.handle(key)
      list.ticks = freeOfContradiction(list.ticks, before, context)
      entry.form = .several(list)
    case .text(var field):
      if key == .control("e"), field.hasLines { return .edit(field.text) }
      _ = field.handle(key)
      if field.isOverfull { complaints = [context.texts("screen.field-full")] }
      entry.form = .text(field)
    }
    return nil
  }

  /// Ticking “none of these” takes the other ticks away, and another tick takes that one away.
  private func freeOfContradiction(
    _ ticks: Set<Int>, _ before: Set<Int>, _ context: ScreenContext
  ) -> Set<Int> {
    let choices = context.model.questions[index].kind.choices
    guard let new = ticks.subtracting(before).first else { return ticks }
    func standsAlone(_ line: Int) -> Bool { choices[entry.places[line]].isAlone }
    return standsAlone(new) ? [new] : ticks.filter { !standsAlone($0) }
  }

  /// Enter: takes what is entered, or goes on where that is what stands already.
  private mutating func accept(_ context: ScreenContext) -> ScreenAction? {
    let question = context.model.questions[index]
    let hasAnswer = context.interview.response(to: index)?.answer != nil
    switch entry.form {
    case .one(let list):
      guard let line = list.marker, entry.isChanged || !hasAnswer else { return .next }
      return .answer(.value(value(of: entry.places[line], for: question.kind)))
    case .several(let list):
      if !entry.isChanged, hasAnswer { return .next }
      return acceptTicks(list.ticks, question, context)
    case .text(let field):
      guard entry.isChanged else { return .next }
      guard !entry.isEmpty else {
        complaints = [context.texts("screen.emptied")]
        return nil
      }
      return read(field.text.trimmed, question, context)
    }
  }

  private func value(of place: Int, for kind: AnswerKind) -> AnswerValue {
    switch kind {
    case .ladder: .step(place + 1)
    case .yesNo: .yesNo(place == 0)
    default: .choice(place)
    }
  }

  /// An empty set is an answer only once it has been confirmed.
  private mutating func acceptTicks(
    _ ticks: Set<Int>, _ question: Question, _ context: ScreenContext
  ) -> ScreenAction? {
    let places = ticks.map { entry.places[$0] }.sorted()
    guard places.isEmpty, !hasConfirmedNothing else {
      return .answer(.value(.choices(places)))
    }
    if let alone = question.kind.choices.first(where: { $0.isAlone && !$0.isRetired }) {
      complaints = [
        context.texts(
          "screen.nothing-ticked-alone", ["choice": .text(alone.text(context.language))])
      ]
    } else if case .multiple(_, let count) = question.kind, count.lowerBound > 0 {
      complaints = [context.texts("screen.tick-some", ["count": .count(count.lowerBound)])]
    } else {
      hasConfirmedNothing = true
      complaints = [context.texts("screen.nothing-ticked")]
    }
    return nil
  }

  private mutating func read(
    _ text: String, _ question: Question, _ context: ScreenContext
  ) -> ScreenAction? {
    switch AnswerReader(context.texts).read(text, for: question) {
    case .problem(let words):
      complaints = [words.asSentence]
      return nil
    case .value(let value): return .answer(.value(value))
    case .ambiguous(let meanings):
      let wording = AnswerWording(context.texts)
      let items = meanings.map { ChoiceList.Item(wording.number($0, of: question.kind)) }
      stage = .meaning(meanings, ChoiceList(items, startsMarked: false))
      return nil
    }
  }

  private mutating func choose(
    _ key: Key, of meanings: [DecimalNumber], _ list: ChoiceList
  ) -> ScreenAction? {
    switch key {
    case .escape: stage = .answer
    case .enter:
      guard let marker = list.marker else { return nil }
      stage = .answer
      return .answer(.value(.number(meanings[marker])))
    default:
      var list = list
      if list.handle(key) { stage = .meaning(meanings, list) }
    }
    return nil
  }

  // MARK: No value

  /// Asks which outcome without a value is meant, where there are two.
  mutating func startOutcome(_ context: ScreenContext) -> ScreenAction? {
    let question = context.model.questions[index]
    let texts = context.texts
    switch (question.allowsNoData, question.notApplicable != .refused) {
    case (true, false): return .answer(.noData)
    case (false, true): startReason(context)
    case (false, false): complaints = [texts("screen.answer-needed")]
    case (true, true):
      stage = .outcome(
        ChoiceList(
          ["no-data", "not-applicable"].map { ChoiceList.Item(texts("screen.outcome.\($0)")) }))
    }
    return nil
  }

  mutating func startReason(_ context: ScreenContext) {
    guard context.model.questions[index].notApplicable != .refused else {
      complaints = [context.texts("answer.not-applicable-refused").asSentence]
      return
    }
    var reason = ""
    if case .notApplicable(let given?) = context.interview.response(to: index)?.answer {
      reason = given
    }
    stage = .reason(TextField(reason, limit: Self.remarkLimit))
  }

  private mutating func chooseOutcome(
    _ key: Key, _ list: ChoiceList, _ context: ScreenContext
  ) -> ScreenAction? {
    switch key {
    case .escape: stage = .answer
    case .enter:
      stage = .answer
      if list.marker == 0 { return .answer(.noData) }
      startReason(context)
    default:
      var list = list
      if list.handle(key) { stage = .outcome(list) }
    }
    return nil
  }
}
