import Interview
import Language
import Questionnaire

/// What the screens asked for, done: the only place where answers and screens change.
extension FullScreenInterview {
  mutating func carryOut(_ action: ScreenAction) {
    switch action {
    case .open(let kind): open(kind)
    case .close: overlay = nil
    case .command(let command):
      overlay = nil
      run(command)
    case .answer(let answer): take(answer)
    case .next: goOn()
    case .comment(let comment): change { $0.setComment(comment, for: $1) }
    case .removeEvidence: change { $0.setEvidence([], for: $1) }
    case .addEvidence(let evidence, let goesOn):
      change { interview, index in
        let standing = interview.response(to: index)?.evidence ?? []
        interview.setEvidence(standing + [evidence], for: index)
      }
      if goesOn { goOn() }
    case .show(let index):
      // What is chosen in the review leads back to it; what lies over it leads on.
      if overlay == nil, case .review = base { chosenInReview = index }
      overlay = nil
      show(index)
    case .edit(let text): textToEdit = text
    case .end: end()
    }
  }

  private mutating func run(_ command: Command) {
    switch command {
    case .help: open(.help)
    case .sections: open(.sections)
    case .profile: open(.profile)
    case .goTo: open(.goTo)
    case .review: showReview()
    case .language: changeLanguage()
    case .quit: leaveFor(.finish(FinishScreen(interview, texts)))
    case .back: goBack()
    case .skip: goOn()
    case .submit: submit()
    case .clear, .same, .notApplicable, .noData, .comment, .evidence:
      if case .question(let screen) = base { run(command, on: screen) }
    }
  }

  private mutating func run(_ command: Command, on screen: QuestionScreen) {
    var screen = screen
    screen.complaints = []
    switch command {
    case .clear: return clear(screen)
    case .same:
      guard let lastRound = occasion.lastRound,
        let answer = lastRound.offer(for: screen.index)?.answer
      else {
        screen.complaints = [texts("plain.nothing-offered")]
        break
      }
      return take(answer) { $0.takeOver(lastRound, for: screen.index) }
    case .notApplicable: screen.startReason(context)
    case .comment: screen.startComment(context)
    case .evidence: screen.startProof(goesOn: false)
    case .noData:
      let action = screen.startOutcome(context)
      base = .question(screen)
      if let action { carryOut(action) }
      return
    default: break
    }
    base = .question(screen)
  }

  // MARK: Answers

  /// Keeps an answer if it may be kept, and goes on.
  ///
  /// - Parameter step: How it is recorded, where that is more than the answer.
  private mutating func take(
    _ answer: Answer, by step: ((inout Interview) -> Interview.Change?)? = nil
  ) {
    guard case .question(var screen) = base else { return }
    notices = []
    switch interview.accept(answer, for: screen.index, texts, by: step) {
    case .refused(let reasons):
      screen.complaints = reasons
      base = .question(screen)
    case .accepted(let effect, let notices):
      effects.append(effect)
      drafts[screen.index] = nil
      screen = QuestionScreen(screen.index, in: interview, texts)
      let wantsEvidence = interview.wantsEvidence(screen.index)
      if wantsEvidence { screen.startProof(goesOn: true) }
      base = .question(screen)
      if !wantsEvidence { goOn() }
      self.notices = notices
    }
  }

  /// Changes what stands beside an answer.
  private mutating func change(_ change: (inout Interview, Int) -> Void) {
    guard case .question(let screen) = base else { return }
    change(&interview, screen.index)
    effects.append(interview.kept(screen.index))
  }

  /// Takes away what stands: in the proofs those, else the answer.
  private mutating func clear(_ screen: QuestionScreen) {
    var screen = screen
    let response = interview.response(to: screen.index)
    if case .proof = screen.stage {
      guard !(response?.evidence ?? []).isEmpty else { return }
      return carryOut(.removeEvidence)
    }
    let hadAnswer = response?.answer != nil
    if hadAnswer {
      _ = interview.record(nil, for: screen.index)
      effects.append(interview.kept(screen.index))
    }
    drafts[screen.index] = nil
    screen = QuestionScreen(screen.index, in: interview, texts)
    if !hadAnswer { screen.complaints = [texts("plain.nothing-to-clear")] }
    base = .question(screen)
    notices = hadAnswer ? [AnswerNotice(text: texts("plain.cleared"), isWarning: false)] : []
  }

  // MARK: Ways

  /// Goes on from the question on the screen: to the review it was chosen in, or to the next one.
  private mutating func goOn() {
    notices = []
    guard case .question(let screen) = base else {
      return showAfter(nil)
    }
    if chosenInReview == screen.index { return showReview() }
    showAfter(screen.index)
  }

  private mutating func showAfter(_ index: Int?) {
    if let next = interview.next(after: index) { show(next) } else { showReview(isThrough: true) }
  }

  private mutating func goBack() {
    notices = []
    switch base {
    case .question(let screen):
      guard let previous = interview.previous(before: screen.index) else {
        var screen = screen
        screen.complaints = [texts("plain.first-question")]
        base = .question(screen)
        return
      }
      show(previous)
    case .start: break
    case .review:
      if let last = lastShown ?? interview.asked.last { show(last) }
    case .finish: showReview()
    }
  }

  /// The question told as the position, while it is asked.
  private var lastShown: Int? {
    (position ?? nil).flatMap { interview.isAsked($0) ? $0 : nil }
  }

  /// Shows a question as it was left.
  mutating func show(_ index: Int) {
    keepDraft()
    if position != .some(index) { effects.append(.position(question: index)) }
    position = .some(index)
    base = .question(drafts[index] ?? QuestionScreen(index, in: interview, texts))
  }

  /// - Parameter isThrough: Whether the last question has been passed.
  private mutating func showReview(isThrough: Bool = false) {
    let chosen = chosenInReview
    chosenInReview = nil
    leaveFor(.review(ReviewScreen(context, at: chosen ?? lastShown)))
    if isThrough, position != .some(nil) {
      position = .some(nil)
      effects.append(.position(question: nil))
    }
  }

  private mutating func leaveFor(_ base: Base) {
    keepDraft()
    notices = []
    self.base = base
  }

  /// What was entered and not accepted is there again when the person comes back.
  private mutating func keepDraft() {
    guard case .question(let screen) = base else { return }
    drafts[screen.index] = screen.isDraft ? screen : nil
  }

  private mutating func open(_ kind: OverlayKind) {
    switch kind {
    case .menu: overlay = .menu(MenuScreen(context, over: base))
    case .sections: overlay = .sections(SectionsScreen(context, at: questionOnScreen))
    case .help: overlay = .reading(ReadingScreen(.help(questionOnScreen)))
    case .profile: overlay = .reading(ReadingScreen(.profile(RunningProfile(interview))))
    case .goTo: overlay = .goTo(GoToScreen())
    }
  }

  var questionOnScreen: Int? {
    if case .question(let screen) = base { screen.index } else { nil }
  }

  private mutating func changeLanguage() {
    let all = Texts.available
    let place = all.firstIndex(of: language) ?? 0
    language = all[(place + 1) % all.count]
    effects.append(.language(language))
    notices = []
    let context = context
    for index in drafts.keys { drafts[index]?.changeLanguage(context) }
    switch base {
    case .question(var screen):
      screen.changeLanguage(context)
      base = .question(screen)
    case .start(let screen): base = .start(screen.inLanguage(interview, texts))
    case .review(let screen): base = .review(screen.inLanguage(context))
    case .finish(let screen): base = .finish(screen.inLanguage(interview, texts))
    }
  }

  /// Hands the assessment in, or says on the last screen what stands in the way.
  private mutating func submit() {
    let obstacles = interview.obstaclesToSubmitting(in: texts)
    guard obstacles.isEmpty else {
      return leaveFor(.finish(FinishScreen(interview, texts, obstacles: obstacles)))
    }
    effects.append(.submit)
    end()
  }

  private mutating func end() {
    isOver = true
    let isComplete = interview.isComplete
    if isComplete, position != .some(nil) {
      position = .some(nil)
      effects.append(.position(question: nil))
    }
    effects.append(.finish(complete: isComplete))
  }
}
