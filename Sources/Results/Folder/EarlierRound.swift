public import Diagnostics
public import Interview
import Numbers
public import Questionnaire

/// Which earlier round the answers of a new one are offered from.
public enum EarlierRound: Sendable, Hashable {
  /// The latest that is confirmed or locked; of others the latest that was handed in,
  /// because nobody confirms what members and facilitators answer.
  case latest
  case of(Period)
  case none
}

extension ResultsFolder {
  /// Reads the round whose answers are offered.
  ///
  /// - Parameters:
  ///   - key: The assessment to be filled in; offered is only what the same rater
  ///     answered by the same questionnaire, in a round that ended before.
  ///   - model: Finds the questionnaire with a digest, where it is at hand: then answers to
  ///     questions whose kind has changed are not offered even if they could be read as answers of
  ///     the new kind.
  /// - Returns: The offers, `nil` where there is no such round or it cannot be read, and the errors
  ///   found.
  /// - Throws: `ResultsError.missing` where a round is named that is not there.
  public func lastRound(
    _ choice: EarlierRound, for key: AssessmentKey, on questionnaire: Questionnaire,
    model: (_ digest: String) -> Questionnaire?
  ) throws(ResultsError) -> Checked<LastRound?> {
    guard choice != .none, let start = key.period.firstDay else { return Checked(nil, []) }
    let rounds = try assessments(of: key.cluster, in: AssessmentFolder(of: key.rater))
    let earlier = rounds.filter {
      $0.questionnaire == key.questionnaire && $0.rater == key.rater && $0.period < key.period
    }
    if case .of(let period) = choice {
      guard let found = earlier.first(where: { $0.period == period }) else {
        throw .missing(path: stemPath(of: period, key))
      }
      let read = try read(found, on: questionnaire)
      return Checked(
        read.value.map { offers(of: $0, start, questionnaire, model) }, read.errors)
    }
    var errors: [Diagnostic] = []
    for round in earlier.reversed() {
      let read = try read(round, on: questionnaire)
      errors += read.errors
      guard let assessment = read.value, assessment.isSettled else { continue }
      return Checked(offers(of: assessment, start, questionnaire, model), errors)
    }
    return Checked(nil, errors)
  }

  private func stemPath(of period: Period, _ key: AssessmentKey) -> String {
    let other = try? AssessmentKey(
      cluster: key.cluster, questionnaire: key.questionnaire, period: period, rater: key.rater)
    return assessmentPath(other ?? key)
  }

  private func offers(
    of assessment: StoredAssessment, _ start: Day, _ questionnaire: Questionnaire,
    _ model: (_ digest: String) -> Questionnaire?
  ) -> LastRound {
    var unfit = Set(assessment.kept.compactMap { questionnaire.index(of: $0.question) })
    unfit.subtract(assessment.responses.filter { $0.value.answer != nil }.keys)
    let digest = assessment.header.digest
    if digest != questionnaire.digest, let old = model(digest) {
      for question in questionnaire.questions where assessment.responses[question.index] != nil {
        guard let before = old.question(before: question) else { continue }
        if !before.kind.isSame(as: question.kind) { unfit.insert(question.index) }
      }
    }
    return LastRound(
      period: assessment.header.period.description, responses: assessment.responses,
      unfit: unfit, start: start, on: questionnaire)
  }
}

extension StoredAssessment {
  fileprivate var isSettled: Bool {
    header.rater == .manager ? header.status.isSettled : header.status != .draft
  }
}

extension Checked {
  fileprivate var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

extension Questionnaire {
  /// The question that a later version's question was in this one.
  fileprivate func question(before later: Question) -> Question? {
    ([later.id] + later.renamedFrom).lazy.compactMap { self.index(of: $0) }.first
      .map { questions[$0] }
  }
}

extension AnswerKind {
  /// Whether an answer of the one kind means the same as one of the other; limits, texts and the
  /// choices offered may differ, but not the number of steps, nor the currency.
  fileprivate func isSame(as other: AnswerKind) -> Bool {
    switch (self, other) {
    case (.ladder(let steps), .ladder(let others)): steps.count == others.count
    case (.money(_, let currency), .money(_, let other)): currency == other
    default: name == other.name
    }
  }
}
