import Interview
public import Questionnaire

/// What is known of the way an assessment came to be as it is: enough to tell which of two copies
/// went on from the other.
public struct AssessmentPast: Sendable {
  /// An answer, and when it was given. The same answer at the same second in two copies is the same
  /// act.
  struct Record: Hashable {
    var question: Int
    var answer: Answer
    var at: Instant?
  }

  /// Every answer there has been, with its time.
  private(set) var records: Set<Record> = []
  /// Those that were given here, and not taken over from a copy by mail.
  private(set) var own: Set<Record> = []
  /// Whose copies the answers of today came with, by question.
  private(set) var senders: [Int: String] = [:]
  /// Every comment and every proof there has been, by question.
  private(set) var comments: [Int: Set<String>] = [:]
  private(set) var evidence: [Int: Set<Evidence>] = [:]

  /// Nothing is known but what stands there today.
  init(_ present: StoredAssessment) { note(present) }

  /// What a history tells, and what stands there today.
  ///
  /// - Parameter origin: Who sent the copy that this assessment began with, where its history lacks
  ///   the beginning; `nil` where it began here.
  init(_ entries: [HistoryEntry], present: StoredAssessment, origin: String? = nil) {
    note(present)
    if let origin { for question in present.responses.keys { senders[question] = origin } }
    var state = StoredAssessment(header: present.header)
    for entry in entries {
      guard case .response(let question, let new, let old) = entry.event else { continue }
      if state.responses[question] == nil, let old { note(old, to: question, at: nil, isOwn: true) }
      let before = state.responses[question]?.answer
      state.apply(new, to: question, at: entry.answered)
      let isSent = entry.given != nil && entry.by != Bridge.author
      if new?.answer != before { senders[question] = isSent ? entry.by : nil }
      guard let new else { continue }
      note(new, to: question, at: state.times[question], isOwn: !isSent)
    }
    // What came by mail and stands there still is no answer of ours.
    for (question, _) in senders {
      guard let answer = present.responses[question]?.answer else { continue }
      own.remove(Record(question: question, answer: answer, at: present.times[question]))
    }
  }

  private mutating func note(_ present: StoredAssessment) {
    for (question, response) in present.responses {
      note(response, to: question, at: present.times[question], isOwn: true)
    }
  }

  private mutating func note(
    _ response: Response, to question: Int, at instant: Instant?, isOwn: Bool
  ) {
    if let answer = response.answer {
      let record = Record(question: question, answer: answer, at: instant)
      records.insert(record)
      if isOwn { own.insert(record) }
    }
    if let comment = response.comment { comments[question, default: []].insert(comment) }
    evidence[question, default: []].formUnion(response.evidence)
  }

  /// Whether there has been this answer at its time, or at a time that nobody knows.
  func contains(_ answer: Answer, to question: Int, at instant: Instant?) -> Bool {
    records.contains(Record(question: question, answer: answer, at: instant))
      || records.contains(Record(question: question, answer: answer, at: nil))
  }
}

extension ResultsFolder {
  /// What is known of how an assessment came to be as it is. Lines that cannot be read tell nothing.
  public func past(
    of key: AssessmentKey, _ present: StoredAssessment, on questionnaire: Questionnaire
  ) throws(ResultsError) -> AssessmentPast {
    let bytes = try content(historyPath(key), limit: Self.largestHistory) ?? []
    let history = History(bytes, after: 0, on: questionnaire)
    let beganHere = history.firstNumber.map { $0 == 1 } ?? (present.header.sequence == 0)
    return AssessmentPast(
      history.entries, present: present,
      origin: beganHere ? nil : key.rater.description)
  }
}

extension StoredAssessment {
  /// What is known of how it came to be, from a history that came with it.
  public func past(by history: [UInt8]?, on questionnaire: Questionnaire) -> AssessmentPast {
    guard let history else { return AssessmentPast(self) }
    return AssessmentPast(
      History(history, after: 0, on: questionnaire).entries, present: self)
  }
}
