/// A pattern as instructions for a machine that is in several places of them at once.
struct PatternProgram: Sendable {
  typealias Address = Int32

  enum Instruction: Sendable {
    /// Reads one code point of a class.
    case character(Int, next: Address)
    /// Goes on in two places.
    case split(Address, Address)
    /// Goes on if something is true of this place.
    case assert(Assertion, next: Address)
    case match
  }

  let instructions: [Instruction]
  let start: Address
  /// Whether a match can only begin where the text begins.
  let isAnchored: Bool
  let alphabet: Alphabet
  /// How many classes the instructions name.
  let classCount: Int

  /// Whether a symbol belongs to a class.
  @inline(__always)
  func contains(_ symbol: Int, inClass index: Int) -> Bool {
    alphabet.members[symbol * classCount + index]
  }
}
