import DisplayWidth
import Interview
import Language
import Questionnaire

/// What a facilitator has said about an answer.
enum ReviewState: String, Equatable {
  case open, confirmed, returned
}

/// Commands about an answer, and about the whole.
extension ReviewSession {
  func state(of question: Int) -> ReviewState {
    let response = interview.response(to: question)
    if response?.returned != nil { return .returned }
    return response?.confirmation == nil ? .open : .confirmed
  }

  mutating func handle(_ line: String, at place: Int) {
    if line.isEmpty { return goOn(after: place) }
    if let (command, rest) = ReviewVocabulary.all.command(line) {
      return run(command, rest, at: place)
    }
    go(to: line)
  }

  private mutating func run(_ command: ReviewCommand, _ rest: String, at place: Int) {
    switch command {
    case .help: showHelp()
    case .confirm: confirm(place)
    case .giveBack where rest.isEmpty:
      mode = .note(place)
      lines.add(.question, texts("review.note-wanted"))
      lines.prompt()
    case .giveBack: giveBack(place, because: rest)
    case .withdraw: withdraw(place)
    case .comment: comment(rest, on: place)
    case .next: goOn(after: place)
    case .back:
      guard place > 0 else { return refuse(texts("review.first")) }
      show(place - 1)
    case .list: showList()
    case .summary: showSummary()
    case .language:
      switchLanguage(rest)
      show(place)
    case .quit: finish()
    }
  }

  mutating func goOn(after place: Int) {
    if place + 1 < questions.count { show(place + 1) } else { showSummary() }
  }

  private mutating func go(to number: String) {
    guard let target = Array(questions.indices).element(numbered: number) else {
      return refuse(texts("review.unknown", ["word": .text(number)]))
    }
    show(target)
  }

  private mutating func confirm(_ place: Int) {
    let question = questions[place]
    guard interview.response(to: question)?.answer != nil else {
      return refuse(texts("review.nothing-to-confirm"))
    }
    interview.confirm(
      Confirmation(by: occasion.reviewer, on: occasion.today), for: question)
    keep(question)
    lines.add(.notice, texts("review.answer-confirmed"))
    goOn(after: place)
  }

  mutating func giveNote(_ line: String, at place: Int) {
    if line.isEmpty { return show(place) }
    giveBack(place, because: line)
  }

  private mutating func giveBack(_ place: Int, because note: String) {
    let question = questions[place]
    guard isFit(note, for: question) else { return lines.prompt() }
    interview.giveBack(
      Return(by: occasion.reviewer, on: occasion.today, note: note), for: question)
    keep(question, because: note)
    lines.add(.notice, texts("review.answer-returned"))
    goOn(after: place)
  }

  private mutating func withdraw(_ place: Int) {
    let question = questions[place]
    switch state(of: question) {
    case .open: return refuse(texts("review.nothing-to-withdraw"))
    case .confirmed: interview.confirm(nil, for: question)
    case .returned: interview.giveBack(nil, for: question)
    }
    keep(question)
    lines.add(.notice, texts("review.withdrawn"))
    show(place)
  }

  /// A comment goes behind what whoever answered wrote, with the facilitator's name.
  private mutating func comment(_ text: String, on place: Int) {
    let question = questions[place]
    guard !text.isEmpty else { return refuse(texts("plain.comment-missing")) }
    let own = occasion.reviewer + ": " + text
    let whole = (interview.response(to: question)?.comment).map { $0 + "\n" + own } ?? own
    guard isFit(whole, for: question) else { return lines.prompt() }
    interview.setComment(whole, for: question)
    keep(question)
    lines.add(.notice, texts("plain.comment-saved"))
    lines.prompt()
  }

  private mutating func keep(_ question: Int, because reason: String? = nil) {
    let response = interview.response(to: question) ?? Response()
    effects.append(.accept(question: question, response: response, reason: reason))
  }

  private mutating func isFit(_ remark: String, for question: Int) -> Bool {
    let problems = interview.check(remark: remark, for: question)
    let wording = ProblemWording(model, texts)
    for problem in problems { lines.add(.problem, wording.sentence(problem), first: "! ") }
    return problems.isEmpty
  }

  private mutating func switchLanguage(_ name: String) {
    let all = Texts.available
    let place = all.firstIndex(of: language) ?? 0
    language =
      all.first { $0.rawValue == name.withoutMarks } ?? all[(place + 1) % all.count]
  }

  // MARK: The whole

  mutating func leaveSummary(_ line: String) {
    guard !line.isEmpty else { return finish() }
    guard let (command, rest) = ReviewVocabulary.all.command(line) else { return go(to: line) }
    switch command {
    case .quit, .next: finish()
    case .help: showHelp()
    case .list: showList()
    case .summary: showSummary()
    case .back:
      guard let last = questions.indices.last else { return refuse(texts("review.first")) }
      show(last)
    case .language:
      switchLanguage(rest)
      showSummary()
    case .confirm:
      guard count(.returned) == 0 else { return refuse(texts("review.confirm-refused")) }
      lines.add(.notice, texts("review.whole-confirmed"))
      effects.append(.confirm)
      finish()
    case .giveBack:
      guard count(.returned) > 0 else { return refuse(texts("review.return-refused")) }
      lines.add(.notice, texts("review.whole-returned"))
      effects.append(.giveBack)
      finish()
    case .withdraw, .comment:
      refuse(texts("review.needs-answer", ["word": .text(texts.word(for: command))]))
    }
  }

  func count(_ state: ReviewState) -> Int { questions.count { self.state(of: $0) == state } }
}
