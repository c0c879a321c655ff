public import Interview

/// What a copy of an assessment that came by mail brings to the one that is here, answer by answer.
///
/// Nothing is taken away, and nothing is overwritten that the sender did not have before them:
///
/// | here | in the copy | outcome |
/// |---|---|---|
/// | nothing | an answer | taken, unless it was here once and was removed |
/// | an answer | nothing, or the same | stays |
/// | an answer | another, which was here before | stays: the copy is older |
/// | an answer that the sender started from | another | taken |
/// | an answer | another | a conflict: stays, unless told otherwise |
///
/// What the sender started from shows in the history that came with the copy. Without one, it is
/// what was answered here no later than the latest answer that both copies share, and what the same
/// sender's earlier copies brought.
public struct AssessmentMerge: Sendable {
  /// What becomes of one response of the copy.
  public enum Outcome: Sendable, Equatable {
    /// Nothing of it is new.
    case equal
    /// Taken, in part or whole.
    case taken
    /// What is here is newer.
    case older
    /// Both have changed; what is here stays.
    case conflict(Part)
  }

  /// What of a response the two differ in.
  public enum Part: String, Sendable {
    case answer, comment, evidence
  }

  /// One question to which the copy has a response.
  public struct Item: Sendable {
    /// Its place in the questionnaire.
    public var question: Int
    public var outcome: Outcome
    /// As it is here, and as the copy has it.
    public var ours: Response?
    public var theirs: Response
    /// As it is to be.
    public var merged: Response
    /// When the sender gave the answer that is taken; `nil` where it is not known, or none is taken.
    public var given: Instant?
  }

  /// In the order of the questionnaire.
  public let items: [Item]
  /// How many confirmations the copy has that do not stand here: they do not count.
  public let droppedConfirmations: Int

  /// - Parameters:
  ///   - theirPast: What is known of the copy; `nil` where no history came with it.
  ///   - sender: Who sent it, as histories name people.
  ///   - prefersTheirs: For which questions the copy's answer counts in any case.
  public init(
    of theirs: StoredAssessment, _ theirPast: AssessmentPast?, into ours: StoredAssessment,
    _ ourPast: AssessmentPast, by sender: String, prefersTheirs: (Int) -> Bool
  ) {
    let base = SharedBase(theirs, theirPast, ours, ourPast, sender)
    var items: [Item] = []
    var dropped = 0
    for (question, response) in theirs.responses.sorted(by: { $0.key < $1.key }) {
      let item = base.item(question, response, isPreferred: prefersTheirs(question))
      items.append(item)
      if let word = response.confirmation, word != item.merged.confirmation { dropped += 1 }
    }
    self.items = items
    droppedConfirmations = dropped
  }
}

/// What the two copies have in common.
private struct SharedBase {
  let theirs: StoredAssessment
  let theirPast: AssessmentPast?
  let ours: StoredAssessment
  let ourPast: AssessmentPast
  let sender: String
  /// The time of the latest answer given here that the copy has, too.
  private let latest: Instant?

  init(
    _ theirs: StoredAssessment, _ theirPast: AssessmentPast?, _ ours: StoredAssessment,
    _ ourPast: AssessmentPast, _ sender: String
  ) {
    self.theirs = theirs
    self.theirPast = theirPast
    self.ours = ours
    self.ourPast = ourPast
    self.sender = sender
    latest = theirs.responses.compactMap { question, response -> Instant? in
      guard let answer = response.answer, let at = theirs.times[question] else { return nil }
      let record = AssessmentPast.Record(question: question, answer: answer, at: at)
      return ourPast.own.contains(record) ? at : nil
    }.max()
  }

  func item(_ question: Int, _ theirs: Response, isPreferred: Bool) -> AssessmentMerge.Item {
    let ours = self.ours.responses[question]
    let verdict = isPreferred ? Verdict.taken : self.verdict(question, ours?.answer, theirs.answer)
    let takesAnswer =
      theirs.answer != nil && theirs.answer != ours?.answer && verdict == .taken
    var merged = (ours ?? Response()).answered(takesAnswer ? theirs.answer : ours?.answer)
    if takesAnswer { merged.carried = theirs.carried }
    var conflict: AssessmentMerge.Part? = verdict == .conflict ? .answer : nil
    var isOlder = verdict == .older
    switch remark(question, ours?.comment, theirs.comment, verdict, isPreferred) {
    case .taken: merged.comment = theirs.comment
    case .conflict: conflict = conflict ?? .comment
    case .older: isOlder = true
    case .equal: break
    }
    switch proofs(question, ours?.evidence ?? [], theirs.evidence, verdict, isPreferred) {
    case (.conflict, _): conflict = conflict ?? .evidence
    case (_, let proofs): merged.evidence = proofs
    }
    let outcome: AssessmentMerge.Outcome =
      if let conflict {
        .conflict(conflict)
      } else if merged != (ours ?? Response()) {
        .taken
      } else {
        isOlder ? .older : .equal
      }
    // A conflict about a remark does not hold back an answer, nor the other way round.
    return AssessmentMerge.Item(
      question: question, outcome: outcome, ours: ours, theirs: theirs, merged: merged,
      given: takesAnswer ? self.theirs.times[question] : nil)
  }

  private enum Verdict { case equal, taken, older, conflict }

  private func verdict(_ question: Int, _ ours: Answer?, _ theirs: Answer?) -> Verdict {
    guard let theirs, theirs != ours else { return .equal }
    let at = self.theirs.times[question]
    // An answer without a time could be any; then only what stands here tells.
    let wasHere = ourPast.contains(theirs, to: question, at: at)
    guard let ours else { return wasHere ? .older : .taken }
    if wasHere { return .older }
    let ourTime = self.ours.times[question]
    if let theirPast {
      return theirPast.contains(ours, to: question, at: ourTime) ? .taken : .conflict
    }
    guard let ourTime, let at else { return .conflict }
    if let earlier = ourPast.senders[question] {
      guard earlier == sender else { return .conflict }
      return ourTime < at ? .taken : .older
    }
    guard let latest, ourTime <= latest, ourTime < at else { return .conflict }
    return .taken
  }

  private func remark(
    _ question: Int, _ ours: String?, _ theirs: String?, _ verdict: Verdict, _ isPreferred: Bool
  ) -> Verdict {
    guard let theirs, theirs != ours else { return .equal }
    if isPreferred { return .taken }
    if ourPast.comments[question]?.contains(theirs) == true { return .older }
    guard let ours else { return .taken }
    if verdict == .taken { return .taken }
    return theirPast?.comments[question]?.contains(ours) == true ? .taken : .conflict
  }

  /// The proofs of both, as long as none says the same with another date.
  private func proofs(
    _ question: Int, _ ours: [Evidence], _ theirs: [Evidence], _ verdict: Verdict,
    _ isPreferred: Bool
  ) -> (Verdict, [Evidence]) {
    var result = ours
    for proof in theirs where !result.contains(proof) {
      let wasHere = ourPast.evidence[question]?.contains(proof) == true
      if wasHere, !isPreferred { continue }
      if let place = result.firstIndex(where: { $0.text == proof.text }) {
        let wasTheirs = theirPast?.evidence[question]?.contains(result[place]) == true
        guard isPreferred || verdict == .taken || wasTheirs else { return (.conflict, ours) }
        result[place] = proof
      } else {
        result.append(proof)
      }
    }
    return (.equal, result)
  }
}
