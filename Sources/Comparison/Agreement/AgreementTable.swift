import Numbers
public import Questionnaire
public import Scoring

/// One cluster's answers as its manager gave them, and what its members said on average.
public struct RatedAssessment: Sendable {
  /// The manager's answers, scored.
  public let score: AssessmentScore
  /// The manager's answers as numbers, by place in `Questionnaire.questions`: steps, numbers, or 1 and
  /// 0 for yes and no.
  public let manager: [Int: Double]
  /// The means of the members' answers on the same scale, where enough members answered.
  public let members: [Int: Double]

  /// - Parameter manager: Answered questions only.
  public init(score: AssessmentScore, manager: [Int: Double], members: [Int: Double]) {
    self.score = score
    self.manager = manager
    self.members = members
  }
}

/// How far managers and members agree on each question, and how far the questions of each capacity
/// belong together, over all clusters.
///
/// About fewer than `leastClusters` clusters there is no figure. Whatever cannot be computed, because
/// nothing varies, is `nil`: undefined.
public struct AgreementTable: Sendable {
  /// Fewer clusters could be told apart.
  public static let leastClusters = 5

  /// How far managers and members agree on a question.
  public struct QuestionAgreement: Sendable {
    /// By place in `Questionnaire.questions`.
    public let question: Int
    /// Clusters in which both have answered; the others are left out here.
    public let clusters: Int
    /// Whether there are too few of them for the figures.
    public let isSuppressed: Bool
    /// Krippendorff's, ordinal, the means of the members as they are.
    public let alpha: Double?
    /// Weighted by squares, the means of the members rounded to the nearest step, halves upward;
    /// `nil` for what has no steps, too.
    public let kappa: Double?
    /// Of the two as raters.
    public let icc: IntraclassCorrelation?
    /// The mean of what members say less what managers say, on the question's own scale.
    public let difference: Double?
  }

  /// How far the questions of a capacity belong together.
  public struct Consistency: Sendable {
    /// By place in `Questionnaire.capacities`.
    public let capacity: Int
    /// How many questions are looked at: scored ones, that vary or not.
    public let questions: Int
    /// Clusters in which all of them count; the others are left out of the three coefficients.
    public let clusters: Int
    /// Whether there are too few clusters for any figure.
    public let isSuppressed: Bool
    /// Whether there are so few that the figures say little.
    public let isSmall: Bool
    /// Cronbach's.
    public let alpha: Estimate?
    /// McDonald's.
    public let omega: Double?
  }

  /// How a question tells clusters apart.
  public struct Discrimination: Sendable {
    /// By place in `Questionnaire.questions`; scored.
    public let question: Int
    /// Clusters in which it counts.
    public let clusters: Int
    /// Whether there are too few for a figure.
    public let isSuppressed: Bool
    /// How many of them have the most frequent share.
    public let alike: Int
    /// The correlation with the sum of the capacity's other questions, over the clusters in which all
    /// of them count.
    public let itemRest: Double?

    /// Whether at least nine in ten have the same share: the question tells hardly anybody apart.
    public var isFlat: Bool { !isSuppressed && 10 * alike >= 9 * clusters }
  }

  /// The model of all.
  public let questionnaire: Questionnaire
  /// How many assessments there are.
  public let clusters: Int
  /// The questions that members are asked, in the order of the model.
  public let questions: [QuestionAgreement]
  /// By place in `Questionnaire.capacities`.
  public let capacities: [Consistency]
  /// Scored questions, in the order of the model.
  public let discrimination: [Discrimination]

  /// - Parameter assessments: Of one model, in any order; sums of doubles go by this order, so bring
  ///   them in one that does not depend on files.
  public init(_ questionnaire: Questionnaire, _ assessments: [RatedAssessment]) {
    self.questionnaire = questionnaire
    clusters = assessments.count
    questions = questionnaire.questions.filter { $0.respondents.contains(.members) }
      .map { Self.agreement(on: $0, assessments) }
    var capacities: [Consistency] = []
    var discrimination: [Discrimination] = []
    for capacity in questionnaire.capacities {
      let scored = capacity.questions.filter { questionnaire.questions[$0].isScored }
      let shares = assessments.map { assessment in
        scored.map { assessment.score.questions[$0]?.score?.doubleValue }
      }
      let complete = shares.compactMap { row in
        row.contains { $0 == nil } ? nil : row.compactMap(\.self)
      }
      let isSuppressed = complete.count < Self.leastClusters
      capacities.append(
        Consistency(
          capacity: capacity.capacity, questions: scored.count, clusters: complete.count,
          isSuppressed: isSuppressed,
          isSmall: complete.count < InternalConsistency.fewUnits,
          alpha: isSuppressed ? nil : InternalConsistency.alpha(complete),
          omega: isSuppressed ? nil : InternalConsistency.omega(complete)))
      let itemRest = isSuppressed ? [] : InternalConsistency.itemRest(complete)
      for (item, question) in scored.enumerated() {
        let own = assessments.compactMap { $0.score.questions[question]?.score }
        let counts = Dictionary(grouping: own, by: \.self).values.map(\.count)
        discrimination.append(
          Discrimination(
            question: question, clusters: own.count,
            isSuppressed: own.count < Self.leastClusters, alike: counts.max() ?? 0,
            itemRest: item < itemRest.count ? itemRest[item] : nil))
      }
    }
    self.capacities = capacities
    self.discrimination = discrimination
  }

  private static func agreement(
    on question: Question, _ assessments: [RatedAssessment]
  ) -> QuestionAgreement {
    let pairs = assessments.compactMap { assessment -> [Double]? in
      guard let manager = assessment.manager[question.index],
        let members = assessment.members[question.index]
      else { return nil }
      return [manager, members]
    }
    let isSuppressed = pairs.count < leastClusters
    guard !isSuppressed else {
      return QuestionAgreement(
        question: question.index, clusters: pairs.count, isSuppressed: true, alpha: nil,
        kappa: nil, icc: nil, difference: nil)
    }
    return QuestionAgreement(
      question: question.index, clusters: pairs.count, isSuppressed: false,
      alpha: KrippendorffAlpha.value(pairs, .ordinal),
      kappa: question.kind.steps.flatMap { steps in
        WeightedKappa.value(
          pairs.map { pair in
            // Halves upward, so that a mean and its mirror image are not both pulled outward.
            (
              Int(pair[0]) - steps.lowerBound,
              Int((pair[1] + 0.5).rounded(.down)) - steps.lowerBound
            )
          }, steps: steps.count)
      },
      icc: IntraclassCorrelation(pairs),
      difference: pairs.reduce(0) { $0 + $1[1] - $1[0] } / Double(pairs.count))
  }
}

extension AnswerKind {
  /// The steps of the scale, where it has some.
  fileprivate var steps: ClosedRange<Int>? {
    switch self {
    case .ladder(let steps): steps.isEmpty ? nil : 1...steps.count
    case .yesNo: 0...1
    default: nil
    }
  }
}
