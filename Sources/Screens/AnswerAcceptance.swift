import Interview
import Language
import Questionnaire

/// What became of an answer that somebody gave.
enum AnswerAcceptance {
  /// It may not be kept; says why, in sentences.
  case refused([String])
  /// It is recorded, and still to be put on disk.
  case accepted(InterviewEffect, [AnswerNotice])
}

/// Something to tell after an answer.
struct AnswerNotice: Sendable, Hashable {
  let text: String
  /// Whether it deserves a second look.
  let isWarning: Bool
}

extension Interview {
  /// Records an answer if it may be kept.
  ///
  /// What the model forbids is refused here, with its reason; an answer that another one makes
  /// wrong later stays and is named in the review.
  ///
  /// - Parameter step: How it is recorded, where that is more than the answer.
  mutating func accept(
    _ answer: Answer, for index: Int, _ texts: Texts, by step: ((inout Interview) -> Change?)? = nil
  ) -> AnswerAcceptance {
    let wording = ProblemWording(questionnaire, texts)
    let problems = check(answer, for: index)
    let errors = problems.filter { $0.severity == .error }
    guard errors.isEmpty else { return .refused(errors.map(wording.sentence)) }
    let change = step?(&self) ?? record(answer, for: index)
    let warnings = problems.map { AnswerNotice(text: wording.sentence($0), isWarning: true) }
    return .accepted(kept(index), warnings + notices(of: change, besides: index, texts))
  }

  /// Puts the response of a question on disk.
  func kept(_ index: Int) -> InterviewEffect {
    .accept(question: index, response: response(to: index) ?? Response())
  }

  /// Whether proof is asked for the answer that stands, and none is given.
  func wantsEvidence(_ index: Int) -> Bool {
    problems(of: index).contains { $0.code == .evidenceMissing }
  }

  /// A question in one line, with its code.
  func title(of index: Int, _ texts: Texts) -> String {
    let question = questionnaire.questions[index]
    return (question.code.map { $0 + " " } ?? "") + question.ask(texts.language.rawValue)
  }

  /// Which questions an answer opened or closed, and what it made wrong elsewhere.
  private func notices(of change: Change, besides index: Int, _ texts: Texts) -> [AnswerNotice] {
    var notices: [AnswerNotice] = []
    func add(_ text: String, isWarning: Bool = false) {
      notices.append(AnswerNotice(text: text, isWarning: isWarning))
    }
    if !change.shown.isEmpty {
      add(texts("plain.shown", ["count": .count(change.shown.count)]))
    }
    let parked = change.hidden.count { response(to: $0)?.answer != nil }
    if !change.hidden.isEmpty {
      add(
        texts("plain.hidden", ["count": .count(change.hidden.count)])
          + (parked == 0 ? "" : " " + texts("plain.parked", ["count": .count(parked)])))
    }
    for problem in change.raised where problem.question != index && problem.severity != .omission {
      add(elsewhere(problem, texts), isWarning: true)
    }
    return notices
  }

  private func elsewhere(_ problem: Problem, _ texts: Texts) -> String {
    let sentence = ProblemWording(questionnaire, texts).sentence(problem)
    guard let place = asked.firstIndex(of: problem.question) else {
      return texts(
        "plain.problem-not-asked",
        ["question": .text(title(of: problem.question, texts)), "problem": .text(sentence)])
    }
    return texts(
      "plain.elsewhere", ["number": .text(String(place + 1)), "problem": .text(sentence)])
  }
}
