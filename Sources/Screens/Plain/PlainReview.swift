import Interview
import Language
import Questionnaire
import Wording

/// Looking back over the answers: what is there, what is open, what does not fit.
extension PlainInterview {
  /// Every answer with what is wrong with it, then the summary.
  mutating func showReview() {
    let wording = AnswerWording(texts)
    let problems = ProblemWording(model, texts)
    let numbers = numbersOfQuestions
    for part in sections {
      let asked = part.questions.filter(interview.isAsked)
      guard !asked.isEmpty else { continue }
      lines.space()
      lines.add(.heading, texts("plain.section", ["section": .text(part.title)]))
      for index in asked {
        let question = model.questions[index]
        let first = bullet(numbers[index] ?? 0)
        let indent = String(repeating: " ", count: first.count)
        lines.add(.choice, title(of: index), first: first)
        let answer = wording.state(interview.state(of: index), of: question)
        lines.add(.text, wording.short(answer, columns: columns - first.count), first: indent)
        for problem in interview.problems(of: index) where problem.code != .required {
          lines.add(.problem, problems.sentence(problem), first: indent.dropLast(2) + "! ")
        }
      }
    }
    showSummary()
  }

  /// How far the interview has come, what is open, what does not fit, and the score so far.
  mutating func showSummary() {
    mode = .summary
    returnsToSummary = false
    section = nil
    if position != .some(nil) { effects.append(.position(question: nil)) }
    position = .some(nil)

    lines.space()
    lines.add(.heading, texts("plain.summary"))
    lines.add(.text, OutcomeTally(interview).sentence(texts))
    let open = interview.asked.filter { interview.state(of: $0) == .unanswered }
    let numbers = numbersOfQuestions
    if !open.isEmpty {
      lines.add(.text, texts("fill.left", ["count": .count(open.count)]) + ":")
      for index in open {
        lines.add(.choice, title(of: index), first: bullet(numbers[index] ?? 0))
      }
    }
    let problems = interview.problems.filter { $0.code != .required }
    if !problems.isEmpty {
      lines.add(.text, texts("plain.problems-standing"))
      let wording = ProblemWording(model, texts)
      for problem in problems {
        let sentence = wording.sentence(problem)
        if let number = numbers[problem.question] {
          lines.add(.problem, sentence, first: "! \(number). ")
        } else {
          lines.add(.problem, problemNotAsked(problem, sentence), first: "! ")
        }
      }
    }
    lines.space()
    for line in profile { lines.add(.text, line) }
    lines.space()
    lines.add(.hint, texts(open.isEmpty ? "plain.summary-done" : "plain.summary-open"))
    if open.isEmpty, interview.obstaclesToSubmitting.isEmpty {
      lines.add(
        .hint,
        texts("plain.submit-how", ["word": .text(texts.word(for: .submit, slash: false))]))
    }
    lines.prompt()
  }

  /// Hands the assessment in, or says what stands in the way.
  mutating func submit() {
    let obstacles = interview.obstaclesToSubmitting(in: texts)
    guard obstacles.isEmpty else {
      lines.add(.problem, texts("plain.submit-refused"), first: "! ")
      for obstacle in obstacles { lines.add(.problem, obstacle, first: "! ") }
      return lines.prompt()
    }
    let open = interview.asked.count { interview.state(of: $0) == .unanswered }
    if open > 0 { lines.add(.notice, texts("plain.submitted-open", ["count": .count(open)])) }
    lines.add(
      .notice, texts(occasion.rater == .manager ? "plain.submitted" : "plain.submitted-other"))
    effects.append(.submit)
    finish()
  }

  /// The score so far, without leaving the question.
  mutating func showProfile() {
    for line in profile { lines.add(.text, line) }
    lines.prompt()
  }

  private var profile: [String] {
    ScoreWording(texts, of: occasion.rater).lines(of: interview)
  }

  /// A problem of a question that has no number because it is not asked now.
  func problemNotAsked(_ problem: Problem, _ sentence: String) -> String {
    texts(
      "plain.problem-not-asked",
      ["question": .text(title(of: problem.question)), "problem": .text(sentence)])
  }

  /// A question in one line, cut where it does not fit behind a number.
  func title(of index: Int) -> String {
    AnswerWording(texts).short(interview.title(of: index, texts), columns: columns - 7)
  }

  /// The number of a question before its title, the full stops of all lines one below the other.
  private func bullet(_ number: Int) -> String {
    let number = String(number)
    let columns = String(interview.asked.count).count
    return String(repeating: " ", count: 2 + max(0, columns - number.count)) + number + ". "
  }

  /// The number of every question asked, from 1.
  private var numbersOfQuestions: [Int: Int] {
    var numbers: [Int: Int] = [:]
    for (place, index) in interview.asked.enumerated() { numbers[index] = place + 1 }
    return numbers
  }
}
