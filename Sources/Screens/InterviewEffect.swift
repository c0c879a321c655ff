public import Interview
public import Language

/// What whoever drives an interview has to carry out, in the order given, whichever front asked.
public enum InterviewEffect: Sendable, Equatable {
  /// The response now stored for a question, to be put on disk.
  case accept(question: Int, response: Response)
  /// The question to go on with; `nil` when there is none left.
  case position(question: Int?)
  /// The language that the person chose.
  case language(LanguageTag)
  /// The assessment is handed in: from now on it is the facilitator's turn.
  case submit
  /// Nothing more will be asked; `complete` tells whether nothing is open.
  case finish(complete: Bool)
}

/// What the answers of an interview are for, as the person is told.
public struct InterviewOccasion: Sendable {
  /// The cluster's name as the person knows it, or its identifier.
  public var cluster: String
  /// Such as `2026` or `2026-H1`.
  public var period: String
  /// Whose answers these are; the manager's are the cluster's own.
  public var rater: Rater
  /// What was answered last time, offered beside the questions.
  public var lastRound: LastRound?
  /// Where the answers are saved; empty where that is not told.
  public var file: String
  /// What to type to see the score; empty where that is not told.
  public var scoring: String

  /// A cluster and a round, as they are to be shown.
  public init(
    cluster: String, period: String, rater: Rater = .manager, lastRound: LastRound? = nil,
    file: String = "", scoring: String = ""
  ) {
    self.cluster = cluster
    self.period = period
    self.rater = rater
    self.lastRound = lastRound
    self.file = file
    self.scoring = scoring
  }
}

extension InterviewOccasion {
  /// What becomes of answers that are not the cluster's own; `nil` for the manager.
  func noticeToRater(_ texts: Texts) -> String? {
    switch rater {
    case .manager: nil
    case .member(let name): texts("plain.member", ["member": .text(name)])
    case .facilitator(let name): texts("plain.facilitator", ["facilitator": .text(name)])
    }
  }
}
