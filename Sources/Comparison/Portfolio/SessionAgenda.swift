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
    /// What is weak in it most often, at most three questions.
    public let questions: [Question]
    /// Who could speak from experience, at most three, the strongest first; empty where nobody has
    /// come so far.
    public let speakers: [ComparedCluster]
    /// Who would gain, the weakest first.
    public let learners: [ComparedCluster]
    /// What clusters are advised that points at it, at most three: the most frequent first.
    public let advice: [Advice]
  }

  /// One question to talk about.
  public struct Question: Sendable {
    /// The place in `Questionnaire.questions`.
    public let question: Int
    /// Who is weak in it, the weakest first.
    public let weak: [ComparedCluster]
    /// How many have a score of it.
    public let scored: Int
    /// Who could speak from experience of just this, at most three, the strongest first.
    public let speakers: [ComparedCluster]
  }

  /// One recommendation to decide about.
  public struct Advice: Sendable {
    /// As the model has it.
    public let recommendation: Recommendation
    /// To whom it is given, by id.
    public let clusters: [ComparedCluster]
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
      let scores = Self.shares(of: gap.measure, ordered)
      // Where nobody is weak those who have most before them gain.
      let lacking = scores.filter { $0.share < experience }.sortedStably { $0.share < $1.share }
      let learners = gap.weak.isEmpty ? lacking.prefix(3).map(\.cluster) : gap.weak
      guard !learners.isEmpty else { return nil }
      func speakers(_ scores: [(cluster: ComparedCluster, share: Rational)]) -> [ComparedCluster] {
        scores.filter { $0.share >= experience }.sortedStably { $0.share > $1.share }
          .prefix(3).map(\.cluster)
      }
      let questions = gaps.questions.lazy.compactMap { gap -> Question? in
        guard case .question(let place) = gap.measure,
          model.questions[place].capacity == capacity.capacity
        else { return nil }
        return Question(
          question: place, weak: gap.weak, scored: gap.scored,
          speakers: speakers(Self.shares(of: gap.measure, ordered)))
      }
      return Topic(
        capacity: capacity.capacity, questions: Array(questions.prefix(3)),
        speakers: speakers(scores), learners: learners,
        advice: Self.advice(towards: capacity, ordered, of: model))
    }.prefix(max(0, most)).map(\.self)
  }

  /// Of those who have the score.
  private static func shares(
    of measure: Measure, _ clusters: [ComparedCluster]
  ) -> [(cluster: ComparedCluster, share: Rational)] {
    clusters.compactMap { cluster in cluster.score.share(measure).map { (cluster, $0) } }
  }

  private static func advice(
    towards capacity: ScoreNode, _ clusters: [ComparedCluster], of model: Questionnaire
  ) -> [Advice] {
    PortfolioCounts(clusters, of: model).advice.map(\.recommendation)
      .filter { recommendation in
        recommendation.towards.contains { model.nodes[$0].capacity == capacity.capacity }
      }
      .prefix(3).map { recommendation in
        Advice(
          recommendation: recommendation,
          clusters: clusters.filter { cluster in
            cluster.score.recommendations.contains { $0.id == recommendation.id }
          })
      }
  }
}
