public import Diagnostics

/// What a question asks for as something that is done or not.
public struct Practice: Sendable {
  /// How binding a practice is.
  public enum Strength: String, Sendable, CaseIterable {
    /// Fulfilled where its condition holds.
    case must
    /// Fulfilled also by the reason why it does not hold.
    case should
    /// Fulfilled by any answer.
    case suggested
  }

  /// The level that asks for it; `nil` for a practice that only quotas count.
  public let level: PracticeLevel?
  /// How binding it is; `must` unless the model says otherwise.
  public let strength: Strength
  /// When it is done; `nil` where that takes the best points of the question.
  public let condition: Expression?
  /// The questions whose practices have to be fulfilled, too, by place in
  /// `Questionnaire.questions`, ascending.
  public let after: [Int]
  /// Where `practice` stands in the model file.
  public let place: Place
}

/// The level that asks for a practice, by number.
public enum PracticeLevel: Sendable, Hashable {
  /// `CapabilityLevel.number`.
  case capability(Int)
  /// `Level.number`.
  case level(Int)
}

/// What makes practices count as fulfilled, beside their own conditions.
public struct PracticePolicy: Sendable {
  /// What becomes of a practice that is not applicable.
  public enum NotApplicable: String, Sendable, CaseIterable {
    case met
    case unmet
    /// It counts nowhere, neither as fulfilled nor as lacking.
    case leftOut = "left_out"
  }

  /// What becomes of a practice that is not applicable.
  public var notApplicable = NotApplicable.met
  /// The length, in characters, of a comment that justifies going without a `should`.
  public var justification = 5
}

/// A level of single nodes, to which practices belong.
public struct CapabilityLevel: Sendable {
  /// Counted from 1, lowest first; 0 stands for none.
  public let number: Int
  /// The stable name by which results refer to the level.
  public let id: String
  /// The level's name for people, in the model's words.
  public let title: LocalizedText
  /// What it means to stand on the level, in the model's words; `nil` where they say nothing.
  public let about: LocalizedText?
  /// Where the identifier stands in the model file.
  public let place: Place
}
