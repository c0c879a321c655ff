public import CEL
public import Diagnostics

/// A compiled CEL expression and where it stands in the model file.
public struct Expression: Sendable {
  /// The CEL text as the model gives it, after YAML has resolved quotes and escapes.
  public let source: String
  /// The compiled form, whose slots are those of the model's `SlotTable`.
  public let program: Program
  /// The scalar in the model file that holds the text; for a condition that has been made from a
  /// decision path, the question it stands for.
  public let place: Place

  /// The variables it reads, in ascending order.
  public var reads: [Slot] { program.reads }

  /// Whether it may ask if something is answered, so that a missing answer says something itself.
  ///
  /// True also where only a text in it speaks of that.
  public var asksForAnswers: Bool { ["nswered", "coalesce"].contains(where: source.contains) }
}
