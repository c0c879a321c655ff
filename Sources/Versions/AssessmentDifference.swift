public import Interview
public import Numbers
import Questionnaire
public import Scoring

/// What a new version of a model makes of one assessment.
public struct AssessmentDifference: Sendable {
  /// By the old version.
  public let old: AssessmentScore
  /// By the new version.
  public let new: AssessmentScore
  /// The score by the old version of the questions that both versions score in the same way.
  public let oldCore: AssessmentScore
  /// The score by the new version of the same questions.
  public let newCore: AssessmentScore
  /// The total by the new version without the questions whose answers it lacks, as a share.
  let withoutMissing: Rational?
  /// The questions whose answers the new version lacks, by place in it, ascending: those that are
  /// new and unanswered, and those whose old answers it cannot take.
  public let missing: [Int]
  /// Questions that are asked by the new version and were not, by place in it, ascending.
  public let shown: [Int]
  /// Questions that were asked and are no longer, by place in the old version, ascending.
  public let hidden: [Int]
  /// The changes of the model that touch this assessment, in their order.
  public let reasons: [ModelChange]

  /// How much of the difference of two totals has which cause.
  public struct Effect: Sendable, Hashable {
    /// What the rules of the new version do, with the answers it has.
    public let model: Rational
    /// What the answers do that it lacks.
    public let missingAnswers: Rational
  }

  /// The difference of the totals and its causes, on the scale of the new one; `nil` where one of
  /// the totals is missing.
  public var effect: Effect? {
    guard let before = old.total.value, let after = new.total.value, let withoutMissing,
      let model = try? withoutMissing.subtracting(before),
      let answers = try? after.subtracting(withoutMissing),
      let shownModel = new.total.shown(change: model),
      let shownAnswers = new.total.shown(change: answers)
    else { return nil }
    return Effect(model: shownModel, missingAnswers: shownAnswers)
  }

  /// Whether the total, the level, or what is asked is another.
  public var isAffected: Bool {
    old.total.shown != new.total.shown || levelsDiffer || !shown.isEmpty || !hidden.isEmpty
  }

  /// Whether another level is reached, by name.
  public var levelsDiffer: Bool { old.levelReached?.level.id != new.levelReached?.level.id }

  /// Compares what two versions make of the same answers.
  ///
  /// - Parameters:
  ///   - before: The answers as the old version reads them.
  ///   - after: The same as the new version reads them.
  public init(
    _ difference: ModelDifference, _ before: Interview, _ after: Interview,
    _ scorers: (old: Scorer, new: Scorer), background: Background = .none
  ) {
    let (oldModel, newModel) = (difference.old, difference.new)
    old = scorers.old.score(before, background: background)
    new = scorers.new.score(after, background: background)

    let core = Set(difference.core)
    let oldCorePlaces = Set(difference.core.compactMap { difference.oldPlaces[$0] })
    oldCore = scorers.old.score(
      before, background: background,
      omitting: Set(oldModel.questions.indices).subtracting(oldCorePlaces))
    newCore = scorers.new.score(
      after, background: background, omitting: Set(newModel.questions.indices).subtracting(core))

    let (old, new) = (old, new)
    missing = newModel.questions.indices.filter { index in
      guard newModel.counts(index), after.isAsked(index), after.state(of: index) == .unanswered
      else { return false }
      guard let place = difference.oldPlaces[index] else { return true }
      return !before.isAsked(place) || before.state(of: place) != .unanswered
    }
    withoutMissing =
      missing.isEmpty
      ? new.total.value
      : scorers.new.score(after, background: background, omitting: Set(missing)).total.value

    let newPlaces = Dictionary(
      difference.oldPlaces.enumerated().compactMap { new, old in old.map { ($0, new) } },
      uniquingKeysWith: { first, _ in first })
    shown = newModel.questions.indices.filter { index in
      after.isAsked(index) && !(difference.oldPlaces[index].map(before.isAsked) ?? false)
    }
    hidden = oldModel.questions.indices.filter { index in
      before.isAsked(index) && !(newPlaces[index].map(after.isAsked) ?? false)
    }
    let reasons = Reasons(
      difference: difference, before: before, after: after, old: old, new: new)
    self.reasons = difference.changes.filter(reasons.touches)
  }
}
