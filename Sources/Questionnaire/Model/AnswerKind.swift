public import Numbers

/// What kind of answer a question takes, with its limits.
public enum AnswerKind: Sendable {
  /// Cumulative statements, lowest first; the answer is a step from 1.
  case ladder([LocalizedText])
  case single([Choice])
  case multiple([Choice], count: ClosedRange<Int>)
  case yesNo
  case integer(NumberLimits)
  case number(NumberLimits)
  /// A share in per cent, 0–100 unless the model says otherwise.
  case percent(NumberLimits)
  case money(NumberLimits, currency: String)
  case year(NumberLimits)
  case date(earliest: Day?, latest: Day?)
  case text(lines: Int, maximum: Int)

  /// The key of the model file, such as `yes_no`.
  public var name: String {
    switch self {
    case .ladder: "ladder"
    case .single: "single"
    case .multiple: "multiple"
    case .yesNo: "yes_no"
    case .integer: "integer"
    case .number: "number"
    case .percent: "percent"
    case .money: "money"
    case .year: "year"
    case .date: "date"
    case .text: "text"
    }
  }

  /// The limits of an answer that is a number; `nil` for every other kind.
  public var numberLimits: NumberLimits? {
    switch self {
    case .integer(let limits), .number(let limits), .percent(let limits), .year(let limits),
      .money(let limits, _):
      limits
    case .ladder, .single, .multiple, .yesNo, .date, .text: nil
    }
  }

  /// The choices of single and multiple choice; empty for every other kind.
  public var choices: [Choice] {
    switch self {
    case .single(let choices), .multiple(let choices, _): choices
    default: []
    }
  }
}

/// One of the answers offered.
public struct Choice: Sendable {
  /// The stable name by which expressions and stored answers know the choice.
  public let id: String
  /// The answer as it is offered to whoever answers.
  public let text: LocalizedText
  /// Excludes every other choice, and counts as nothing ticked.
  public let isAlone: Bool
  /// No longer offered; old answers that chose it stay valid and score.
  public let isRetired: Bool
  /// The names the choice had in earlier versions of the model.
  public let renamedFrom: [String]
}

/// What a number may be.
public struct NumberLimits: Sendable {
  /// The least number allowed; `nil` where nothing bounds it below.
  public var minimum: DecimalNumber?
  /// The greatest number allowed; `nil` where nothing bounds it above.
  public var maximum: DecimalNumber?
  /// The largest number of decimal places; 0 for whole numbers.
  public var places: Int
  /// What is counted, in the model's words, shown beside the number; `nil` for a bare number.
  public var unit: LocalizedText?

  /// Limits; without any, all whole numbers are allowed.
  public init(
    minimum: DecimalNumber? = nil, maximum: DecimalNumber? = nil, places: Int = 0,
    unit: LocalizedText? = nil
  ) {
    self.minimum = minimum
    self.maximum = maximum
    self.places = places
    self.unit = unit
  }
}

extension AnswerKind {
  /// The identifier of “no”, in files and in expressions.
  public static let no = "no"
  /// The identifier of “yes”, in files and in expressions.
  public static let yes = "yes"
}
