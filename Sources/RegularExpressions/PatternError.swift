/// What is wrong with a pattern, and where.
public struct PatternError: Error, Sendable, Equatable {
  /// The kinds of mistakes; their raw values never change, so that they can be names of sentences.
  public enum Kind: String, Sendable, CaseIterable {
    // Size.
    case tooLong = "too-long"
    case tooDeep = "too-deep"
    case tooLarge = "too-large"

    // Brackets.
    case groupNotClosed = "group-not-closed"
    case groupNotOpened = "group-not-opened"
    case classNotClosed = "class-not-closed"

    // Groups.
    case unknownGroup = "unknown-group"
    case groupName = "group-name"
    case duplicateGroupName = "duplicate-group-name"
    /// `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`
    case lookaround

    // Classes and escapes.
    case rangeOrder = "range-order"
    case unknownClass = "unknown-class"
    /// A class of Unicode that is not a general category, such as a script.
    case unknownUnicodeClass = "unknown-unicode-class"
    case unknownEscape = "unknown-escape"
    case backreference
    /// `\C`
    case singleByte = "single-byte"

    // Repetition.
    case nothingToRepeat = "nothing-to-repeat"
    case repeatedTwice = "repeated-twice"
    case repetitionCount = "repetition-count"

    /// The limit that has been passed, where there is one.
    public var limit: Int? {
      switch self {
      case .tooLong: PatternLimits.length
      case .tooDeep: PatternLimits.nesting
      case .tooLarge: PatternLimits.instructions
      case .repetitionCount: PatternLimits.repetitions
      default: nil
      }
    }
  }

  /// What is wrong.
  public let kind: Kind
  /// Where, in bytes of UTF-8 of the pattern.
  public let range: Range<Int>

  init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
