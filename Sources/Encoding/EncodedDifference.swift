import Diagnostics
import Numbers
import Questionnaire
import Scoring
public import Versions

/// What a new version of a model changes as other programs read it, schema `branda.difference/1`;
/// see `docs/json.md`.
public struct EncodedDifference: Encodable, Sendable {
  let schema = "branda.difference/1"
  let old: EncodedQuestionnaire
  let new: EncodedQuestionnaire
  let changes: [Change]
  let texts: [Change]
  let core: [String]
  @OrNull var assessments: [Assessment]?

  struct Change: Encodable, Sendable {
    let subject: String
    let id: String
    @OrNull var of: String?
    let change: String
    @OrNull var key: String?
    @OrNull var detail: String?
    @OrNull var old: EncodedValue?
    @OrNull var new: EncodedValue?
    @OrNull var oldPlace: EncodedPlace?
    @OrNull var newPlace: EncodedPlace?

    enum CodingKeys: String, CodingKey {
      case subject, id, of, change, key, detail, old, new
      case oldPlace = "old_place"
      case newPlace = "new_place"
    }
  }

  enum EncodedValue: Encodable, Sendable {
    case number(Double)
    case word(String)
    case text([String: String])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .word(let word): try container.encode(word)
      case .text(let versions): try container.encode(versions)
      }
    }
  }

  struct EncodedPlace: Encodable, Sendable {
    let file: String
    let line: Int
  }

  struct Assessment: Encodable, Sendable {
    let cluster: String
    let period: String
    let affected: Bool
    let old: Outcome
    let new: Outcome
    let core: Core
    @OrNull var effect: Effect?
    let missing: [String]
    let shown: [String]
    let hidden: [String]
    /// Places in `changes`.
    let reasons: [Int]
  }

  struct Outcome: Encodable, Sendable {
    @OrNull var total: Double?
    @OrNull var level: String?
  }

  struct Core: Encodable, Sendable {
    @OrNull var old: Double?
    @OrNull var new: Double?
  }

  struct Effect: Encodable, Sendable {
    let model: Double
    let missingAnswers: Double

    enum CodingKeys: String, CodingKey {
      case model
      case missingAnswers = "missing_answers"
    }
  }

  /// - Parameter assessments: `nil` where nobody asked for them.
  public init(_ difference: ModelDifference, assessments: [ComparedAssessment]?) {
    old = EncodedQuestionnaire(difference.old)
    new = EncodedQuestionnaire(difference.new)
    changes = difference.changes.map(Change.init)
    texts = difference.texts.map(Change.init)
    core = difference.core.map { difference.new.questions[$0].id }
    let places = Dictionary(
      difference.changes.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.assessments = assessments?.map { Assessment($0, places) }
  }
}

extension EncodedDifference.Change {
  fileprivate init(_ change: ModelChange) {
    var property: Property?
    let word: String
    switch change.kind {
    case .added: word = "added"
    case .removed: word = "removed"
    case .renamed: word = "renamed"
    case .changed(let changed):
      word = "changed"
      property = changed
    case .text(let changed):
      word = "text"
      property = changed
    }
    self.init(
      subject: change.subject.kind.rawValue, id: change.subject.id, of: change.subject.owner,
      change: word, key: property?.key, detail: property?.detail,
      old: change.old.map(EncodedDifference.EncodedValue.init),
      new: change.new.map(EncodedDifference.EncodedValue.init),
      oldPlace: change.oldPlace.map(EncodedDifference.EncodedPlace.init),
      newPlace: change.newPlace.map(EncodedDifference.EncodedPlace.init))
  }
}

extension EncodedDifference.EncodedValue {
  fileprivate init(_ value: Value) {
    self =
      switch value {
      case .number(let number): .number(number.doubleValue)
      case .word(let text), .expression(let text): .word(text)
      case .text(let text):
        .text(
          Dictionary(
            text.versions.map { ($0.language, $0.text) }, uniquingKeysWith: { first, _ in first }))
      }
  }
}

extension EncodedDifference.EncodedPlace {
  fileprivate init(_ place: Place) {
    self.init(file: place.file.name, line: place.start.line)
  }
}

extension EncodedDifference.Assessment {
  fileprivate init(_ assessment: ComparedAssessment, _ places: [ModelChange: Int]) {
    let difference = assessment.difference
    let (old, new) = (difference.old, difference.new)
    self.init(
      cluster: assessment.cluster, period: assessment.period, affected: difference.isAffected,
      old: EncodedDifference.Outcome(old), new: EncodedDifference.Outcome(new),
      core: EncodedDifference.Core(
        old: difference.oldCore.total.shown?.doubleValue,
        new: difference.newCore.total.shown?.doubleValue),
      effect: difference.effect.map {
        EncodedDifference.Effect(
          model: $0.model.doubleValue, missingAnswers: $0.missingAnswers.doubleValue)
      },
      missing: difference.missing.map { new.questionnaire.questions[$0].id },
      shown: difference.shown.map { new.questionnaire.questions[$0].id },
      hidden: difference.hidden.map { old.questionnaire.questions[$0].id },
      reasons: difference.reasons.compactMap { places[$0] })
  }
}

extension EncodedDifference.Outcome {
  fileprivate init(_ score: AssessmentScore) {
    self.init(total: score.total.shown?.doubleValue, level: score.levelReached?.level.id)
  }
}
