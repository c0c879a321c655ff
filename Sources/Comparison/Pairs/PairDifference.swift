public import Numbers
public import Questionnaire
import Scoring

/// Two clusters, score by score.
public struct PairDifference: Sendable {
  /// One score of both.
  public struct Line: Sendable {
    /// What is compared.
    public let measure: Measure
    /// Shares of 0–100; `nil` where a cluster has none.
    public let first: Rational?
    /// Likewise, of the other cluster.
    public let second: Rational?
    /// second − first; `nil` where either is missing: a question that only one of them was asked says
    /// nothing of their difference.
    public let difference: Rational?
  }

  /// The cluster that differences start from.
  public let first: ComparedCluster
  /// The cluster that differences lead to.
  public let second: ComparedCluster
  /// The model of both.
  public let questionnaire: Questionnaire
  /// The total.
  public let total: Line
  /// By place in `Questionnaire.capacities`.
  public let capacities: [Line]
  /// Scored questions that are not confidential and in which they differ, the largest difference
  /// first, equals in the order of the model.
  public let questions: [Line]
  /// Questions with the same score in both.
  public let same: Int
  /// Questions that one or both have no score of.
  public let incomparable: Int

  /// - Throws: `differentModel`, where the scores are of two models.
  public init(
    _ first: ComparedCluster, _ second: ComparedCluster
  ) throws(ComparisonFailure) {
    let model = first.score.questionnaire
    guard second.score.questionnaire.digest == model.digest else {
      throw .differentModel(clusters: [second.id])
    }
    func line(_ measure: Measure) throws(ArithmeticFailure) -> Line {
      let (a, b) = (first.score.share(measure), second.score.share(measure))
      guard let a, let b else {
        return Line(measure: measure, first: a, second: b, difference: nil)
      }
      return Line(measure: measure, first: a, second: b, difference: try b.subtracting(a))
    }
    self.first = first
    self.second = second
    questionnaire = model
    do throws(ArithmeticFailure) {
      total = try line(.total)
      var capacities: [Line] = []
      for measure in Breakdown.capacity.measures(of: model) { capacities.append(try line(measure)) }
      self.capacities = capacities
      var questions: [Line] = []
      for measure in Breakdown.question.measures(of: model) { questions.append(try line(measure)) }
      same = questions.count { $0.difference == .zero }
      incomparable = questions.count { $0.difference == nil }
      self.questions = questions.filter { $0.difference != nil && $0.difference != .zero }
        .enumerated().sorted { a, b in
          let (x, y) = (a.element.size, b.element.size)
          return x == y ? a.offset < b.offset : x > y
        }.map(\.element)
    } catch {
      throw .arithmetic(error)
    }
  }
}

extension PairDifference.Line {
  fileprivate var size: Rational { difference?.magnitude ?? .zero }
}
