public import Numbers
public import Questionnaire
import Scoring

/// What a maturity session could be about: where many are weak, who could tell of it from experience
/// and who would gain most.
public struct SessionAgenda: Sendable {
  /// One capacity to work on.
  public struct Topic: Sendable {
    /// The place in `Questionnaire.capacities`.
    public let capacity: Int
    /// What is weak in it most often, at most three questions by place in `Questionnaire.questions`.
    public let questions: [Int]
    /// Who could speak from experience, at most three, the strongest first; empty where nobody has
    /// come so far.
    public let speakers: [ComparedCluster]
    /// Who would gain, the weakest first.
    public let learners: [ComparedCluster]
  }

  /// The share from which a cluster has experience to speak of.
  public let experience: Rational
  /// The most common gap first.
  public let topics: [Topic]

  /// - Parameters:
  ///   - most: At most so many topics.
  ///   - experience: By default 70 of 100.
  public init(
    _ clusters: [ComparedCluster], _ gaps: CommonGaps, of model: Questionnaire, most: Int = 3,
    experience: Rational = 70
  ) {
    self.experience = experience
    let ordered = clusters.sorted { ($0.id, $0.period) < ($1.id, $1.period) }
    topics = gaps.capacities.compactMap { gap -> Topic? in
      guard case .node(let node) = gap.measure else { return nil }
      let capacity = model.nodes[node]
      let scores = ordered.compactMap { cluster in
        cluster.score.share(gap.measure).map { (cluster: cluster, share: $0) }
      }
      // Where nobody is weak those who have most before them gain.
      let lacking = scores.filter { $0.share < experience }.sortedStably { $0.share < $1.share }
      let learners = gap.weak.isEmpty ? lacking.prefix(3).map(\.cluster) : gap.weak
      guard !learners.isEmpty else { return nil }
      let speakers = scores.filter { $0.share >= experience }
        .sortedStably { $0.share > $1.share }.prefix(3).map(\.cluster)
      let questions = gaps.questions.compactMap { gap -> Int? in
        guard case .question(let place) = gap.measure,
          model.questions[place].capacity == capacity.capacity
        else { return nil }
        return place
      }
      return Topic(
        capacity: capacity.capacity, questions: Array(questions.prefix(3)), speakers: speakers,
        learners: learners)
    }.prefix(max(0, most)).map(\.self)
  }
}
