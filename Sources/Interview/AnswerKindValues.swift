public import CEL
import Numbers
public import Questionnaire

extension AnswerKind {
  /// Whether a value has the shape of this kind and names steps and choices that exist; limits are
  /// another matter.
  public func accepts(_ value: AnswerValue) -> Bool {
    switch (self, value) {
    case (.ladder(let steps), .step(let step)): steps.indices.contains(step - 1)
    case (.single(let choices), .choice(let choice)): choices.indices.contains(choice)
    case (.multiple(let choices, _), .choices(let ticked)):
      ticked.allSatisfy(choices.indices.contains)
        && zip(ticked, ticked.dropFirst()).allSatisfy { $0 < $1 }
    case (.yesNo, .yesNo), (.date, .day), (.text, .text): true
    case (.integer, .number(let number)), (.year, .number(let number)): number.isInteger
    case (.number, .number), (.percent, .number), (.money, .number): true
    default: false
    }
  }

  /// The value as expressions see it; `nil` for a value that does not belong to this kind.
  ///
  /// A step, a year and a whole number are an int, other numbers a double, a single choice and
  /// yes/no the identifier, several choices the list of identifiers without those that stand
  /// alone, a day the point in time at which it begins in UTC.
  public func expressionValue(_ value: AnswerValue) -> Value? {
    guard accepts(value) else { return nil }
    switch (self, value) {
    case (_, .step(let step)): return .int(Int64(step))
    case (_, .choice(let choice)): return .string(choices[choice].id)
    case (_, .choices(let ticked)):
      let choices = choices
      return .list(ticked.filter { !choices[$0].isAlone }.map { .string(choices[$0].id) })
    case (_, .yesNo(let isYes)): return .string(isYes ? AnswerKind.yes : AnswerKind.no)
    case (.integer, .number(let number)), (.year, .number(let number)):
      return .int(number.significand)
    case (_, .number(let number)): return .double(number.doubleValue)
    case (_, .day(let day)): return .timestamp(Timestamp(day))
    case (_, .text(let text)): return .string(text)
    }
  }
}

/// An answer's value as files write it, with identifiers in place of places.
public enum WrittenValue: Sendable, Hashable {
  case scalar(String)
  case list([String])
}

extension AnswerKind {
  /// The value as files write it: the step's number, the choice's identifier, `yes` or `no`, the
  /// number with a decimal point, the ISO date, the text; for several choices the list of
  /// identifiers. `nil` for a value that does not belong to this kind.
  public func written(_ value: AnswerValue) -> WrittenValue? {
    guard accepts(value) else { return nil }
    let choices = choices
    return switch value {
    case .step(let step): .scalar(String(step))
    case .choice(let choice): .scalar(choices[choice].id)
    case .choices(let ticked): .list(ticked.map { choices[$0].id })
    case .yesNo(let isYes): .scalar(isYes ? AnswerKind.yes : AnswerKind.no)
    case .number(let number): .scalar(number.description)
    case .day(let day): .scalar(day.description)
    case .text(let text): .scalar(text)
    }
  }

  /// Reads what `written` writes, except for several choices, which are read one by one with
  /// `choice(_:)`; `nil` for a text that does not say a value of this kind.
  ///
  /// Limits are not looked at; a number with places is read for a whole number too, so that the
  /// finding can be about its places.
  public func value(written text: String) -> AnswerValue? {
    switch self {
    case .ladder(let steps):
      guard text.utf8.count <= 4, let step = Int(text), steps.indices.contains(step - 1) else {
        return nil
      }
      return .step(step)
    case .single: return choice(text).map { .choice($0) }
    case .multiple: return nil
    case .yesNo:
      return switch text {
      case AnswerKind.yes: .yesNo(true)
      case AnswerKind.no: .yesNo(false)
      default: nil
      }
    case .integer, .number, .percent, .money, .year:
      return DecimalNumber(text: text).map { .number($0) }
    case .date: return Day(text: text).map { .day($0) }
    case .text: return .text(text)
    }
  }

  /// The place of the choice that has an identifier, or had it in an earlier version of the model.
  public func choice(_ id: String) -> Int? {
    choices.firstIndex { $0.id == id } ?? choices.firstIndex { $0.renamedFrom.contains(id) }
  }
}
