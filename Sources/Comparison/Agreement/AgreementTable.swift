import Numbers
public import Questionnaire
import Scoring

/// How far managers, members and facilitators agree on each question, and how far the questions of
/// each capacity belong together, over all clusters.
///
/// About fewer than `leastClusters` clusters there is no figure, not even how many they are. Whatever cannot be computed, because
/// nothing varies, is `nil`: undefined.
public struct AgreementTable: Sendable {
  /// Fewer clusters could be told apart.
  public static let leastClusters = 5

  /// How far managers and one other side, members or facilitators, agree on a question.
  public struct QuestionAgreement: Sendable {
    /// By place in `Questionnaire.questions`.
    public let question: Int
    /// Clusters in which both have answered; the others are left out here.
    public let clusters: Int
    /// Whether there are too few of them for the figures.
    public let isSuppressed: Bool
    /// Krippendorff's, ordinal, means of the other side as they are.
    public let alpha: Double?
    /// Weighted by squares, means rounded to the nearest step, halves upward; `nil` for what has no
    /// steps, too.
    public let kappa: Double?
    /// Of the two as raters.
    public let icc: IntraclassCorrelation?
    /// The mean of what the other side says less what managers say, on the question's own scale.
    public let difference: Double?

    /// Whether both sides say the same in each of these clusters.
    public var isFull: Bool { difference == 0 && (alpha ?? 1) == 1 }
  }

  /// How far managers, members and facilitators agree on a question, all together.
  public struct JointAgreement: Sendable {
    /// By place in `Questionnaire.questions`.
    public let question: Int
    /// Clusters in which at least two sides have answered; the others are left out.
    public let clusters: Int
    /// Whether there are too few of them for any figure.
    public let isSuppressed: Bool
    /// Krippendorff's, ordinal: the manager, the mean of the members, and each facilitator.
    public let alpha: Double?
    /// Clusters in which all three sides have answered; the others are left out of `icc`.
    public let complete: Int
    /// Of the manager, the mean of the members and that of the facilitators as raters; `nil` where
    /// `complete` are too few, too.
    public let icc: IntraclassCorrelation?

    /// Whether too few clusters have answers of all three sides.
    public var lacksComplete: Bool { complete < AgreementTable.leastClusters }
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
  /// Managers and members: the questions that members are asked, in the order of the model.
  public let members: [QuestionAgreement]
  /// Managers and facilitators: the scored questions that a facilitator has answered in any cluster, in
  /// the order of the model.
  public let facilitators: [QuestionAgreement]
  /// The questions that stand in both.
  public let together: [JointAgreement]
  /// By place in `Questionnaire.capacities`.
  public let capacities: [Consistency]
  /// Scored questions, in the order of the model.
  public let discrimination: [Discrimination]

  /// - Parameter assessments: Of one model, in any order; sums of doubles go by this order, so bring
  ///   them in one that does not depend on files.
  public init(_ questionnaire: Questionnaire, _ assessments: [RatedAssessment]) {
    self.questionnaire = questionnaire
    clusters = assessments.count
    let ofMembers = questionnaire.questions.filter { $0.respondents.contains(.members) }
    let rated = questionnaire.questions.filter { question in
      question.isScored && assessments.contains { $0.facilitatorsMean(of: question.index) != nil }
    }
    members = ofMembers.map { question in
      Self.agreement(on: question, assessments) { $0.members[question.index] }
    }
    facilitators = rated.map { question in
      Self.agreement(on: question, assessments) { $0.facilitatorsMean(of: question.index) }
    }
    together = rated.filter { $0.respondents.contains(.members) }
      .map { Self.jointAgreement(on: $0, assessments) }
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
    on question: Question, _ assessments: [RatedAssessment],
    with other: (RatedAssessment) -> Double?
  ) -> QuestionAgreement {
    let pairs = assessments.compactMap { assessment -> [Double]? in
      guard let manager = assessment.manager[question.index],
        let other = other(assessment)
      else { return nil }
      return [manager, other]
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

  private static func jointAgreement(
    on question: Question, _ assessments: [RatedAssessment]
  ) -> JointAgreement {
    var (units, complete): ([[Double]], [[Double]]) = ([], [])
    for assessment in assessments {
      let manager = assessment.manager[question.index]
      let members = assessment.members[question.index]
      let facilitators = assessment.facilitators.compactMap { $0[question.index] }
      let sides = [manager, members, assessment.facilitatorsMean(of: question.index)]
        .compactMap(\.self)
      guard sides.count > 1 else { continue }
      units.append([manager, members].compactMap(\.self) + facilitators)
      if sides.count == 3 { complete.append(sides) }
    }
    let isSuppressed = units.count < leastClusters
    return JointAgreement(
      question: question.index, clusters: units.count, isSuppressed: isSuppressed,
      alpha: isSuppressed ? nil : KrippendorffAlpha.value(units, .ordinal),
      complete: complete.count,
      icc: complete.count < leastClusters ? nil : IntraclassCorrelation(complete))
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
