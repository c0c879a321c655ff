import DisplayWidth
import Interview
import Language
import Questionnaire
import Terminal

/// Commands, and the way from question to question.
extension PlainInterview {
  mutating func run(_ command: Command, _ rest: String, at index: Int) {
    switch command {
    case .help: showHelp(index)
    case .back:
      returnsToSummary = false
      guard let previous = interview.previous(before: index) else {
        return refuse(texts("plain.first-question"))
      }
      show(previous)
    case .skip: leave(index)
    case .clear: clear(index)
    case .same: takeOver(index)
    case .submit: submit()
    case .notApplicable: setNotApplicable(rest, for: index)
    case .noData: give(.noData, to: index)
    case .comment: setComment(rest, for: index)
    case .evidence: setEvidence(rest, for: index)
    case .sections: showSections(from: index)
    case .review: showReview()
    case .profile: showProfile()
    case .goTo: go(to: rest, from: index)
    case .language:
      guard switchLanguage(rest) else { return }
      show(index)
    case .quit: finish()
    }
  }

  /// Goes on without a new answer.
  mutating func leave(_ index: Int) {
    if case .unanswered = interview.state(of: index) {
      lines.add(.notice, texts("plain.skipped"))
    }
    goOn(after: index)
  }

  mutating func goOn(after index: Int) {
    if !returnsToSummary, let next = interview.next(after: index) { return show(next) }
    showSummary()
  }

  private mutating func clear(_ index: Int) {
    guard interview.response(to: index)?.answer != nil else {
      return refuse(texts("plain.nothing-to-clear"))
    }
    _ = interview.record(nil, for: index)
    keep(index)
    lines.add(.notice, texts("plain.cleared"))
    show(index)
  }

  private mutating func setNotApplicable(_ reason: String, for index: Int) {
    if reason.isEmpty, model.questions[index].notApplicable == .withReason {
      askForReason(index)
    } else {
      give(.notApplicable(reason: reason.isEmpty ? nil : reason), to: index)
    }
  }

  /// Jumps to a question by its number, its code or its identifier.
  mutating func go(to name: String, from index: Int?) {
    let name = name.trimmed
    guard !name.isEmpty else {
      return refuse(
        texts("plain.go-how", ["word": .text(texts.word(for: .goTo, slash: false))]))
    }
    switch interview.question(named: name, texts) {
    case .failure(let problem): refuse(problem.text)
    case .success(let target):
      returnsToSummary = index == nil
      show(target)
    }
  }

  /// Changes to the language named, or to the next one; `false` where there is no such language.
  mutating func switchLanguage(_ name: String) -> Bool {
    let all = Texts.available
    if name.isEmpty {
      let place = all.firstIndex(of: language) ?? 0
      language = all[(place + 1) % all.count]
    } else if let named = all.first(where: {
      name.withoutMarks == $0.rawValue
        || Texts.texts($0).languageName.withoutMarks.hasPrefix(name.withoutMarks)
    }) {
      language = named
    } else {
      refuse(
        texts(
          "exit.unknown-language",
          ["language": .text(name), "languages": .list(all.map(\.rawValue))]))
      return false
    }
    section = nil
    effects.append(.language(language))
    return true
  }

  // MARK: Sections

  mutating func showSections(from index: Int?) {
    mode = .sections(index)
    lines.space()
    lines.add(.heading, texts("fill.sections"))
    for (place, part) in sections.enumerated() {
      let tally = part.tally(in: interview)
      var state = texts(
        "plain.section-state",
        ["answered": .text(String(tally.answered)), "count": .count(tally.asked)])
      if tally.remarks > 0 {
        state += ", " + texts("plain.problems", ["count": .count(tally.remarks)])
      }
      lines.add(.choice, "\(part.title) – \(state)", first: "  \(place + 1). ")
    }
    lines.add(.hint, texts("plain.choose-section"))
    lines.prompt()
  }

  mutating func chooseSection(_ line: String, from index: Int?) {
    if line.isEmpty { return goBack(to: index) }
    if let section = sections.element(numbered: line) {
      guard let target = section.entry(in: interview) else {
        return refuse(texts("plain.section-empty"))
      }
      returnsToSummary = false
      return show(target)
    }
    guard !runAnywhere(line, from: index) else { return }
    refuse(texts("fill.choose-one", ["count": .count(sections.count)]))
  }

  private mutating func goBack(to index: Int?) {
    if let index { show(index) } else { showSummary() }
  }

  var sections: [InterviewSection] { InterviewSection.all(of: model, texts) }

  // MARK: Summary

  mutating func leaveSummary(_ line: String) {
    if line.isEmpty {
      if let open = interview.firstOpen() { return go(to: model.questions[open].id, from: nil) }
      return finish()
    }
    if !runAnywhere(line, from: nil) { go(to: line, from: nil) }
  }

  /// Carries out a command that needs no question; `false` where the line is none.
  private mutating func runAnywhere(_ line: String, from index: Int?) -> Bool {
    let command: Command
    let rest: String
    switch Vocabulary.all.request(line, answerIsText: false) {
    case .answer: return false
    case .unknown(let word):
      refuse(texts("plain.unknown-command", ["word": .text(word)]))
      return true
    case .command(let known, let words): (command, rest) = (known, words)
    }
    switch command {
    case .quit: finish()
    case .review: showReview()
    case .profile: showProfile()
    case .sections: showSections(from: index)
    case .goTo: go(to: rest, from: index)
    case .help:
      showCommands()
      lines.prompt()
    case .back:
      if let index {
        show(index)
      } else if let last = interview.asked.last {
        show(last)
      }
    case .language:
      guard switchLanguage(rest) else { return true }
      if case .sections = mode { showSections(from: index) } else { showSummary() }
    case .submit: submit()
    case .skip, .clear, .same, .notApplicable, .noData, .comment, .evidence:
      refuse(
        texts(
          "plain.needs-question", ["word": .text(texts.word(for: command, slash: false))]))
    }
    return true
  }
}
