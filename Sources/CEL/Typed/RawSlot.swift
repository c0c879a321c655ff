/// The value of a variable in a form that costs nothing to read: sixteen bytes, no reference.
///
/// Choices are numbers: a choice is its position among the codes of its `ChoiceSet`, several
/// choices are a set of bits. Texts and lists of anything else have no such form.
public struct RawSlot: Sendable, BitwiseCopyable {
  enum Kind: UInt8 {
    case unknown, bool, int, double, choice, choices
  }

  let bits: UInt64
  let kind: Kind

  private init(_ kind: Kind, _ bits: UInt64) {
    self.bits = bits
    self.kind = kind
  }

  /// No value yet.
  public static let unknown = RawSlot(.unknown, 0)

  /// A condition.
  public static func bool(_ bool: Bool) -> RawSlot { RawSlot(.bool, bool ? 1 : 0) }

  /// A whole number.
  public static func int(_ int: Int64) -> RawSlot { RawSlot(.int, UInt64(bitPattern: int)) }

  /// A number with a point.
  public static func double(_ double: Double) -> RawSlot { RawSlot(.double, double.bitPattern) }

  /// A choice, by its position among the codes of the variable's type.
  public static func choice(_ position: Int) -> RawSlot {
    RawSlot(.choice, UInt64(bitPattern: Int64(position)))
  }

  /// Several choices, each a bit at its position among the codes of the element's type; the lowest
  /// bit is the first choice. Only types of at most 64 choices have this form.
  public static func choices(_ bits: UInt64) -> RawSlot { RawSlot(.choices, bits) }
}
