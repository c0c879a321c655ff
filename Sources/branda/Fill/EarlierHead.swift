import Diagnostics
import Interview
import Questionnaire
import Results

extension AssessmentHeader {
  /// Takes over what an earlier round says of the cluster itself, where this one is new.
  mutating func takeOver(from earlier: AssessmentHeader) {
    name = name ?? earlier.name
    tags = earlier.tags
    isInvented = earlier.isInvented
  }
}

extension ResultsFolder {
  /// The head of the last round before this one by the same questionnaire; `nil` where there is none
  /// or it cannot be read, and for members and facilitators, whose files say
  /// nothing of the cluster.
  func headBefore(
    _ key: AssessmentKey, on model: Questionnaire
  ) throws(ResultsError) -> AssessmentHeader? {
    guard key.rater == .manager else { return nil }
    let earlier = try assessments(of: key.cluster).last {
      $0.questionnaire == key.questionnaire && $0.period < key.period
    }
    return try earlier.flatMap { key throws(ResultsError) in try read(key, on: model).value?.header
    }
  }
}
