import Language
import Results
import Screens

/// Puts on disk what an interview has led to, whichever front asked.
struct EffectCarrier {
  let store: AssessmentStore
  let console: Console
  private let startedAt: Instant
  /// Whether it has been handed in.
  private(set) var isSubmitted = false
  /// Whether everything is answered, or it has been handed in; `nil` until the interview is over.
  private(set) var isComplete: Bool?

  init(_ store: AssessmentStore, _ console: Console, startedAt: Instant) {
    self.store = store
    self.console = console
    self.startedAt = startedAt
  }

  /// Carries out everything before it returns.
  ///
  /// - Returns: What is no reason to stop but has to be told: the assessment file could not be
  ///   rewritten, though the history has everything.
  /// - Throws: When something could not be put on disk; nothing after it is carried out.
  mutating func carryOut(_ effects: [InterviewEffect]) throws(Failure) -> [ResultsError] {
    var problems: [ResultsError] = []
    for effect in effects {
      do {
        if let problem = try carryOut(effect) { problems.append(problem) }
      } catch {
        throw Failure(error)
      }
    }
    return problems
  }

  private mutating func carryOut(
    _ effect: InterviewEffect
  ) throws(ResultsError) -> ResultsError? {
    switch effect {
    case .accept(let question, let response):
      return try store.accept(response, for: question, at: now, by: store.key.respondent)
    case .position(let question): return store.setPosition(question)
    case .language(let language):
      return try store.update(at: now, by: store.key.respondent) { $0.language = language.rawValue }
    case .submit:
      isSubmitted = true
      return try store.submit(at: now)
    case .finish(let complete):
      isComplete = complete || isSubmitted
      return nil
    }
  }

  private var now: Instant { Clock.now ?? startedAt }
}
