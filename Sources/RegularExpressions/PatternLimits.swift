/// What a pattern may cost at most.
public enum PatternLimits {
  /// Bytes of UTF-8 of a pattern.
  public static let length = 1_024
  /// Groups inside groups.
  public static let nesting = 100
  /// The numbers in `{n,m}`.
  public static let repetitions = 1_000
  /// Instructions of a program; what is repeated a number of times counts as often.
  public static let instructions = 2_000
  /// Entries of the transition table of an automaton, 4 bytes each.
  static let transitions = 65_536
  /// States of an automaton.
  static let states = 1_024
}
