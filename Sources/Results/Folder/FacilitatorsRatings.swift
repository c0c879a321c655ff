public import Diagnostics
public import Interview
public import Questionnaire

extension ResultsFolder {
  /// What facilitators answered in the round of a cluster's own assessment, in whatever state their
  /// files are.
  ///
  /// - Returns: By facilitator, without their names; and a warning for each file that cannot be read,
  ///   without a name either, so that nothing computed from this can tell one.
  public func facilitatorsRatings(
    for key: AssessmentKey, on questionnaire: Questionnaire
  ) throws(ResultsError) -> Checked<[Interview]> {
    var ratings: [Interview] = []
    var findings: [Diagnostic] = []
    for facilitator in try assessments(for: key, in: .facilitators) {
      if let assessment = try read(facilitator, on: questionnaire).value {
        ratings.append(assessment.interview(on: questionnaire))
      } else {
        findings.append(
          Diagnostic(
            .init("results.facilitator-unreadable"), .warning, at: nil,
            ["cluster": .text(key.cluster), "period": .text(key.period.description)]))
      }
    }
    return Checked(ratings, findings)
  }
}
