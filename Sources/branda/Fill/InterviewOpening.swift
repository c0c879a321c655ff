import Interview
import Language
import Questionnaire
import Results
import Scoring
import Screens

/// What every front begins with: the interview as it is stored, and where and how to go on.
struct InterviewOpening {
  let interview: Interview
  let occasion: InterviewOccasion
  let language: LanguageTag
  /// The question on the screen when the person left; `nil` where there was none.
  let resumingAt: Int?

  init(
    _ store: AssessmentStore, _ model: Questionnaire, explicitLanguage: String?,
    _ resumption: Resumption, _ lastRound: LastRound?
  ) {
    let header = store.assessment.header
    interview = store.assessment.interview(on: model, points: Scorer(model).points)
    occasion = InterviewOccasion(
      cluster: header.name ?? store.key.cluster, period: store.key.period.description,
      rater: store.key.rater, lastRound: lastRound, file: resumption.file,
      scoring: store.key.rater == .manager ? resumption.scoring : "")
    language = LanguageTag.preferred(
      explicit: explicitLanguage, saved: header.language, environment: environment)
    resumingAt = header.resumeAt.flatMap(model.index)
  }
}
