import Interview
import Results

extension AssessmentKey {
  /// Whoever answers, as histories name them.
  var respondent: String { rater.description }
}

extension AssessmentStore {
  /// Hands the assessment in.
  ///
  /// - Returns: As `update`.
  @discardableResult
  func submit(at now: Instant) throws(ResultsError) -> ResultsError? {
    try update(at: now, by: key.respondent) { [respondent = key.respondent] in
      $0.take(.submit, at: now, by: respondent)
    }
  }
}
