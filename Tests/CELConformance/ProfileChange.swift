internal import CEL

/// A case whose result in the survey profile is not that of the strict language.
public struct ProfileChange: Sendable {
  /// What may become of a case.
  public enum Kind: Sendable, Equatable {
    /// The strict language fails, where the profile gives a value: what it was made for.
    case errorDefinedAway
    /// Something that has a meaning lost it, or has another one.
    case meaningChanged
  }

  /// The case.
  public let test: ConformanceCase
  /// What the profile changes.
  public let kind: Kind
  /// In the strict language.
  public let strict: ConformanceResult
  /// In the survey profile.
  public let survey: ConformanceResult

  /// - Returns: `nil` where the results are the same.
  public init?(_ test: ConformanceCase) {
    let strict = test.run(.strict)
    let survey = test.run(.survey)
    self.test = test
    self.strict = strict
    self.survey = survey
    switch (strict, survey) {
    case (.impossible, .impossible), (.rejected, .rejected): return nil
    case (.evaluated(let type, let value, _), .evaluated(let other, let another, _)):
      switch (value, another) {
      case (.error, .error): return nil
      case (.error, _): kind = another.isProper ? .errorDefinedAway : .meaningChanged
      default:
        if type == other, TaggedValue.value(value).isSame(as: another) { return nil }
        kind = .meaningChanged
      }
    case (.rejected, .evaluated(_, let value, _)) where value.isProper: kind = .errorDefinedAway
    default: kind = .meaningChanged
    }
  }

  /// Of all cases, in their order.
  public static func all(_ cases: [ConformanceCase]) -> [ProfileChange] {
    cases.compactMap(ProfileChange.init)
  }
}

extension ProfileChange: CustomStringConvertible {
  /// The case with both results.
  public var description: String {
    """
    \(kind == .errorDefinedAway ? "defined away" : "CHANGED") \(test.file)/\(test.name): \
    \(test.source)
      strict: \(strict)
      survey: \(survey)
    """
  }
}
