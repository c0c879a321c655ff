import DisplayWidth
import Interview
import Language
import Numbers
import Questionnaire
import Results
import Scoring
import Screens

/// What a facilitator says of an assessment without being asked: confirmations, returns and steps
/// of the whole, as options give them.
struct BatchReview {
  /// Answers to be confirmed, by the identifiers of their questions.
  var confirmed: [String] = []
  /// Answers to be returned, as `question=note`.
  var returned: [String] = []
  var confirmsAll = false
  var locks = false
  var reopens = false

  /// Whether there is nothing to do.
  var isEmpty: Bool {
    confirmed.isEmpty && returned.isEmpty && !confirmsAll && !locks && !reopens
  }

  /// Whether anything but the state of the whole is to change.
  var reviews: Bool { !confirmed.isEmpty || !returned.isEmpty || confirmsAll }

  /// Checks everything, and then records it.
  ///
  /// An assessment with a returned answer goes back to whoever answers.
  func record(_ recorder: inout ReviewRecorder, on day: Day) throws(Failure) {
    let store = recorder.store
    if reviews, !reopens { try recorder.checkTurn() }
    var interview = store.assessment.interview(on: recorder.model)
    let effects = try effects(on: &interview, by: recorder.reviewer, on: day)
    var status = store.assessment.header.status
    for step in steps {
      guard let next = status.after(step) else {
        throw Failure(
          "exit.step-refused",
          [
            "status": .phrase("status.\(status.rawValue)"),
            "step": .phrase("step.\(step.rawValue)"),
          ], exit: .finding)
      }
      status = next
    }
    if reopens { try recorder.take(.reopen) }
    try recorder.carryOut(effects)
    if !returned.isEmpty { try recorder.carryOut([.giveBack]) }
    if confirmsAll { try recorder.take(.confirm) }
    if locks { try recorder.take(.lock) }
  }

  private var steps: [AssessmentStatus.Step] {
    (reopens ? [.reopen] : []) + (returned.isEmpty ? [] : [.giveBack])
      + (confirmsAll ? [.confirm] : []) + (locks ? [.lock] : [])
  }

  private func effects(
    on interview: inout Interview, by reviewer: String, on day: Day
  ) throws(Failure) -> [ReviewEffect] {
    if confirmsAll, !returned.isEmpty { throw Failure("exit.confirm-or-return", exit: .usage) }
    var effects: [ReviewEffect] = []
    for text in returned {
      let (question, note) = try Self.note(text, on: interview)
      interview.giveBack(Return(by: reviewer, on: day, note: note), for: question)
      effects.append(
        .accept(
          question: question, response: interview.response(to: question) ?? Response(),
          reason: note))
    }
    for question in try confirmed.map({ id throws(Failure) in try Self.place(id, in: interview) })
      + all(interview)
    {
      guard interview.response(to: question)?.answer != nil else {
        throw Failure(
          "exit.nothing-to-confirm",
          ["question": .text(interview.questionnaire.questions[question].id)], exit: .finding)
      }
      interview.confirm(Confirmation(by: reviewer, on: day), for: question)
      effects.append(
        .accept(
          question: question, response: interview.response(to: question) ?? Response(),
          reason: nil))
    }
    let left = interview.asked.contains { interview.response(to: $0)?.returned != nil }
    if confirmsAll, left { throw Failure("exit.returned-left", exit: .finding) }
    return effects
  }

  /// With `--confirm-all` every answer of the review that is there and not confirmed yet; returned
  /// ones stay returned.
  private func all(_ interview: Interview) -> [Int] {
    guard confirmsAll else { return [] }
    return interview.questionnaire.questionsToReview.filter { question in
      let response = interview.response(to: question)
      return interview.isAsked(question) && response?.answer != nil
        && response?.confirmation == nil && response?.returned == nil
        && !confirmed.contains { interview.questionnaire.place(named: $0) == question }
    }
  }

  private static func note(
    _ text: String, on interview: Interview
  ) throws(Failure) -> (Int, String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw Failure("exit.return-form", ["text": .text(text.madeVisible)], exit: .usage)
    }
    let question = try place(String(text[..<sign]), in: interview)
    let note = String(text[text.index(after: sign)...])
    guard note.contains(where: { !$0.isWhitespace }) else {
      throw Failure("exit.return-form", ["text": .text(text.madeVisible)], exit: .usage)
    }
    if let problem = interview.check(remark: note, for: question).first {
      let wording = ProblemWording(interview.questionnaire, .spoken)
      throw Failure(
        "exit.bad-note",
        [
          "question": .text(String(text[..<sign]).madeVisible),
          "message": .text(wording.sentence(problem)),
        ], exit: .usage)
    }
    return (question, note)
  }

  private static func place(_ id: String, in interview: Interview) throws(Failure) -> Int {
    guard let place = interview.questionnaire.place(named: id) else {
      throw Failure("exit.no-question", ["question": .text(id.madeVisible)], exit: .usage)
    }
    guard interview.isAsked(place) else {
      throw Failure("exit.not-asked", ["question": .text(id.madeVisible)], exit: .finding)
    }
    return place
  }
}

extension ReviewRecorder {
  /// Refuses a review of what is not handed in, or not any more to be reviewed.
  func checkTurn() throws(Failure) {
    let status = store.assessment.header.status
    guard status.turn != .facilitator else { return }
    throw Failure(
      status.turn == nil ? "exit.review-over" : "exit.not-in-review",
      [
        "status": .phrase("status.\(status.rawValue)"),
        "cluster": .text(store.key.cluster),
      ], exit: .finding)
  }
}
