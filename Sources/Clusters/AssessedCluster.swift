public import Interview
public import Questionnaire
public import Scoring

/// One cluster's assessment of one round with all that a report may say about it.
public struct AssessedCluster: Sendable {
  /// The cluster's identifier, as the results folder has it.
  public var id: String
  /// The name people know the cluster by; `nil` where the assessment gives none.
  public var name: String?
  /// Made up as an example.
  public var isInvented: Bool
  /// Words by which it can be selected, ascending.
  public var tags: [String]
  /// The round, such as `2026` or `2026-H1`.
  public var period: String
  /// The state of the work, by the word of the results format, such as `draft`.
  public var status: String
  /// The answers, by the questionnaire that scored them.
  public var interview: Interview
  /// What the model's rules make of `interview`.
  public var score: AssessmentScore
  /// The means of the members' answers by question, only of those that enough members answered.
  public var membersMeans: [Int: Double]
  /// The version of the questionnaire that was answered, where another one scores the answers.
  public var answeredVersion: String?
  /// What facilitators answered, each for themselves; only where that was asked for.
  public var facilitators: [Interview] = []
  /// Earlier rounds of the same questionnaire, the latest first.
  public var earlier: [EarlierRound]

  /// By default a real cluster in its first round.
  public init(
    id: String, name: String?, isInvented: Bool = false, tags: [String] = [], period: String,
    status: String,
    interview: Interview, score: AssessmentScore, membersMeans: [Int: Double] = [:],
    earlier: [EarlierRound] = []
  ) {
    self.id = id
    self.name = name
    self.isInvented = isInvented
    self.tags = tags
    self.period = period
    self.status = status
    self.interview = interview
    self.score = score
    self.membersMeans = membersMeans
    self.earlier = earlier
  }

  /// What it was scored on, besides its answers.
  public var background: Background {
    Background(
      previousTotals: earlier.map { $0.score(by: score.questionnaire)?.total.value },
      membersMeans: membersMeans)
  }

  /// The name, or the identifier where there is none.
  public var shownName: String { name ?? id }

  /// A round before the one reported.
  public struct EarlierRound: Sendable {
    /// Such as `2025` or `2025-H2`.
    public var period: String
    /// By the version of the questionnaire that the round was read with, perhaps an older one.
    public var score: AssessmentScore
    /// The same answers by the version that scores the round reported; `nil` where `score` is by that
    /// one, or where they cannot be scored by it.
    public var rescored: AssessmentScore?
    /// The version that was answered, where it is not the one of `score`.
    public var answeredVersion: String?

    /// A round and what it came to; by default by the version that it was answered with.
    public init(
      period: String, score: AssessmentScore, rescored: AssessmentScore? = nil,
      answeredVersion: String? = nil
    ) {
      self.period = period
      self.score = score
      self.rescored = rescored
      self.answeredVersion = answeredVersion
    }

    /// What its answers come to by a version of the questionnaire; `nil` where they have not been scored
    /// by it.
    public func score(by model: Questionnaire) -> AssessmentScore? {
      [score, rescored].compactMap(\.self).first { $0.questionnaire.digest == model.digest }
    }
  }
}
