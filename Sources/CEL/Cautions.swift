/// Which warnings fit the place where an expression stands. They never keep it from working.
public struct Cautions: OptionSet, Sendable {
  /// One bit for each.
  public let rawValue: Int

  /// Cautions by their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// A division of two whole numbers, which drops what is left over.
  public static let integerDivision = Cautions(rawValue: 1 << 0)
  /// A condition that reads values and is true while none of them is there, unless it says by
  /// `!answered(x)`, `answered(x) ? … : …` or `countAnswered` what a missing one means.
  public static let trueUnanswered = Cautions(rawValue: 1 << 1)
  /// With `trueUnanswered`: also a condition that reads no value and only asks what is missing.
  public static let trueWithoutAnswers = Cautions(rawValue: 1 << 2)
  /// A condition that holds of everything but a written value (`x != 1`, `!(x in [1, 2])`) and
  /// does not ask whether `x` is answered: whoever reads it may take a missing answer for
  /// something else than the value.
  public static let negativeComparison = Cautions(rawValue: 1 << 3)
}

/// Between which numbers the values of a variable lie.
public struct ValueBounds: Sendable, Hashable {
  /// The least value; `nil` where nothing bounds it below.
  public var minimum: Double?
  /// The greatest value; `nil` where nothing bounds it above.
  public var maximum: Double?

  /// Bounds, both of which belong to the values.
  public init(minimum: Double?, maximum: Double?) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// What a comparison with a number is for every value; `nil` if it depends on the value.
  func decide(_ relation: RelationOperator, _ number: Double) -> Bool? {
    let isBelow = maximum.map { $0 < number } ?? false
    let isAbove = minimum.map { $0 > number } ?? false
    let isAtMost = maximum.map { $0 <= number } ?? false
    let isAtLeast = minimum.map { $0 >= number } ?? false
    return switch relation {
    case .less: isBelow ? true : isAtLeast ? false : nil
    case .lessOrEqual: isAtMost ? true : isAbove ? false : nil
    case .greater: isAbove ? true : isAtMost ? false : nil
    case .greaterOrEqual: isAtLeast ? true : isBelow ? false : nil
    case .equal: isBelow || isAbove ? false : isAtMost && isAtLeast ? true : nil
    case .notEqual: isBelow || isAbove ? true : isAtMost && isAtLeast ? false : nil
    case .in: nil
    }
  }
}

extension ValueBounds: CustomStringConvertible {
  /// The bounds in signs, such as `1–5000` or `≥ 1`.
  public var description: String {
    switch (minimum, maximum) {
    case (let low?, let high?): "\(Self.written(low))–\(Self.written(high))"
    case (let low?, nil): "≥ \(Self.written(low))"
    case (nil, let high?): "≤ \(Self.written(high))"
    case (nil, nil): "−∞–∞"
    }
  }

  private static func written(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
