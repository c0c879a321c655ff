import Interview
import Language
import Questionnaire
import Results
import Screens

/// Puts on disk what a review has led to, in the name of whoever reviews.
struct ReviewRecorder {
  let store: AssessmentStore
  let model: Questionnaire
  let reviewer: String
  let console: Console
  private let startedAt: Instant
  /// Whether the review is over.
  private(set) var isFinished = false

  init(
    _ store: AssessmentStore, _ model: Questionnaire, by reviewer: String, _ console: Console,
    startedAt: Instant
  ) {
    self.store = store
    self.model = model
    self.reviewer = reviewer
    self.console = console
    self.startedAt = startedAt
  }

  /// Carries out everything before it returns.
  ///
  /// - Throws: When something could not be put on disk; nothing after it is carried out.
  mutating func carryOut(_ effects: [ReviewEffect]) throws(Failure) {
    for effect in effects {
      switch effect {
      case .accept(let question, let response, let reason):
        try tell { () throws(ResultsError) in
          try store.accept(response, for: question, at: now, by: reviewer, because: reason)
        }
      case .confirm: try take(.confirm)
      case .giveBack:
        try take(.giveBack)
        // The manager goes on at the first answer to be corrected.
        let interview = store.assessment.interview(on: model)
        let first = interview.asked.first { interview.response(to: $0)?.returned != nil }
        try tell { () throws(ResultsError) in store.setPosition(first) }
      case .finish: isFinished = true
      }
    }
  }

  /// Takes a step of the whole.
  ///
  /// - Throws: where the state does not allow it.
  func take(_ step: AssessmentStatus.Step) throws(Failure) {
    let status = store.assessment.header.status
    guard status.after(step) != nil else {
      throw Failure(
        "exit.step-refused",
        [
          "status": .phrase("status.\(status.rawValue)"),
          "step": .phrase("step.\(step.rawValue)"),
        ], exit: .finding)
    }
    let (now, reviewer) = (now, reviewer)
    try tell { () throws(ResultsError) in
      try store.update(at: now, by: reviewer) { $0.take(step, at: now, by: reviewer) }
    }
  }

  /// What is no reason to stop is told.
  private func tell(_ write: () throws(ResultsError) -> ResultsError?) throws(Failure) {
    do {
      if let problem = try write() { console.show([problem.diagnostic]) }
    } catch {
      throw Failure(error)
    }
  }

  private var now: Instant { Clock.now ?? startedAt }
}
