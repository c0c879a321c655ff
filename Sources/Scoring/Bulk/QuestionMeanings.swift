import CEL
import Interview
import Questionnaire

/// What each byte of a question's column means to expressions and to scores: evaluated once for
/// each, by what evaluates a single assessment.
struct QuestionMeanings {
  /// All bytes that can occur, ascending: the dictionary, then those without an answer.
  let codes: [UInt8]
  /// The value of the answer by byte; `nil` where it is unknown.
  private(set) var values: [Value?] = Array(repeating: nil, count: 256)
  /// Whether an answer may still come, by byte.
  private(set) var isToCome: [Bool] = Array(repeating: false, count: 256)
  /// What the question brings to its node, by byte; `nil` throughout where it is not scored.
  private(set) var scores: [QuestionScore?] = Array(repeating: nil, count: 256)

  /// - Parameter variables: Every slot unknown, apart from the reporting year.
  init(
    _ question: Question, _ dictionary: [AnswerValue], scored: ScoredQuestion?,
    _ variables: [Value]
  ) {
    codes = dictionary.indices.map { UInt8($0) } + Self.reserved
    for code in codes {
      var state = Self.state(of: code)
      var variables = variables
      if dictionary.indices.contains(Int(code)) {
        let value = dictionary[Int(code)]
        state = .answered(value)
        values[Int(code)] = question.kind.expressionValue(value)
        if let value = values[Int(code)] { variables[question.index] = value }
      }
      isToCome[Int(code)] =
        switch state {
        case .unanswered, .noData: true
        case .answered: values[Int(code)] == nil
        case .notApplicable: false
        case .notAsked: code == AnswerColumns.hiddenForNow
        }
      // Where its points read other answers, their columns are another matter: `ColumnPoints`.
      scores[Int(code)] = scored?.score(
        of: state, isHiddenForNow: code == AnswerColumns.hiddenForNow, variables, practice: nil
      ) { _ in [] }
    }
  }

  /// The meanings of the bytes that `ColumnPoints` makes: what the points are, not the answer.
  init(_ points: ColumnPoints, _ variables: [Value]) {
    let scored = points.scored
    let outcomes =
      points.worths.map(PointsOutcome.worth) + [
        .unscored, .failed(.unusableValue), .waiting(UnknownSet(Slot(index: scored.index))),
      ]
    let waiting = UInt8(outcomes.count)
    let plain = QuestionMeanings.reserved
    codes = (0...waiting).map(\.self) + plain
    // Whether what they wait for may still come is told apart by two bytes.
    for (code, outcome) in outcomes.enumerated() {
      scores[code] = scored.score(of: outcome, .answered(.step(1)), practice: nil) { _ in
        [scored.index]
      }
    }
    scores[Int(waiting)] = scored.score(
      of: .waiting(UnknownSet(Slot(index: scored.index))), .answered(.step(1)), practice: nil
    ) { _ in [] }
    for code in plain {
      scores[Int(code)] = scored.score(
        of: Self.state(of: code), isHiddenForNow: code == AnswerColumns.hiddenForNow, variables,
        practice: nil
      ) { _ in [] }
    }
  }

  /// The bytes of what is no answer.
  private static let reserved = [
    AnswerColumns.hidden, AnswerColumns.hiddenForNow, AnswerColumns.notApplicable,
    AnswerColumns.noData, AnswerColumns.unanswered,
  ]

  private static func state(of code: UInt8) -> AnswerState {
    switch code {
    case AnswerColumns.hidden, AnswerColumns.hiddenForNow: .notAsked
    case AnswerColumns.notApplicable: .notApplicable(reason: nil)
    case AnswerColumns.noData: .noData
    default: .unanswered
    }
  }
}
