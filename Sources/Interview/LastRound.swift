public import Numbers
public import Questionnaire

/// What was answered in an earlier round, to be offered beside the questions of this one.
///
/// An offer is no answer: nothing of it is stored or counts until somebody takes it over.
public struct LastRound: Sendable, Hashable {
  /// Such as `2025` or `2025-H1`.
  public let period: String
  /// The questions that were answered then, but whose answers they do not take any more, ascending:
  /// another kind of answer, a choice or step that is gone, a limit that has changed.
  public let unfit: [Int]
  /// Proof of then that had run out when this round began, by question.
  public let expired: [Int: [Evidence]]
  private let offers: [Int: Response]

  /// - Parameters:
  ///   - responses: What was stored then, by the places of the questions in the model at hand.
  ///   - unfit: The questions known not to take their earlier answers.
  ///   - start: The first day of the round to be filled in. Proof that ran out before it is not
  ///     offered.
  public init(
    period: String, responses: [Int: Response], unfit: Set<Int> = [], start: Day,
    on questionnaire: Questionnaire
  ) {
    var unfit = unfit
    var expired: [Int: [Evidence]] = [:]
    var offers: [Int: Response] = [:]
    for (index, response) in responses where questionnaire.questions.indices.contains(index) {
      // Not to have known then says nothing about now.
      guard let answer = response.answer, answer != .noData, !unfit.contains(index) else {
        continue
      }
      guard questionnaire.questions[index].problems(with: answer).isEmpty else {
        unfit.insert(index)
        continue
      }
      let old = response.evidence.filter { $0.isExpired(on: start) }
      if !old.isEmpty { expired[index] = old }
      offers[index] = Response(
        answer: answer, comment: response.comment,
        evidence: response.evidence.filter { !$0.isExpired(on: start) }, carried: period)
    }
    self.period = period
    self.unfit = unfit.sorted()
    self.expired = expired
    self.offers = offers
  }

  /// What may be taken over as the answer to a question, with its comment and the proof that still
  /// holds; never with the confirmation, which was about the earlier round. `nil` where there is
  /// nothing to offer.
  public func offer(for question: Int) -> Response? { offers[question] }

  /// The questions that have an offer, ascending.
  public var offered: [Int] { offers.keys.sorted() }
}

extension Evidence {
  /// Whether a proof holds no longer on a day; the last day on which it is valid is one on which it
  /// holds.
  public func isExpired(on day: Day) -> Bool { validUntil.map { $0 < day } ?? false }
}

extension Interview {
  /// Answers a question as it was answered in an earlier round; nothing changes where there is no
  /// offer.
  ///
  /// A comment that stands already stays, and proof is added to what is named already. What a
  /// facilitator said stays only if the answer is the same as before.
  @discardableResult
  public mutating func takeOver(_ lastRound: LastRound, for question: Int) -> Change? {
    guard let offer = lastRound.offer(for: question) else { return nil }
    var response = (response(to: question) ?? Response()).answered(offer.answer)
    response.carried = offer.carried
    response.comment = response.comment ?? offer.comment
    response.evidence += offer.evidence.filter { !response.evidence.contains($0) }
    return store(response, for: question)
  }

  /// Takes over every offer to a question that is asked and unanswered, and to those that are asked
  /// only because of it.
  ///
  /// - Returns: The questions answered by it, in the order in which they were.
  public mutating func takeOverAll(_ lastRound: LastRound) -> [Int] {
    var taken: [Int] = []
    while true {
      let open = lastRound.offered.filter { state(of: $0) == .unanswered }
      if open.isEmpty { return taken }
      for question in open where state(of: question) == .unanswered {
        guard check(offerOf: lastRound, for: question) else { continue }
        takeOver(lastRound, for: question)
        taken.append(question)
      }
      if open.allSatisfy({ state(of: $0) == .unanswered }) { return taken }
    }
  }

  /// Whether an offer may be taken: the model's constraints may forbid it beside what is answered.
  private func check(offerOf lastRound: LastRound, for question: Int) -> Bool {
    guard let answer = lastRound.offer(for: question)?.answer else { return false }
    return !check(answer, for: question).contains { $0.severity == .error }
  }
}
