/// On which capability level a node stands: the highest so that all its practices, of this level and
/// of those below, are fulfilled.
///
/// A node whose model gives it no practice of the lowest level stands on 0.
public struct CapabilityResult: Sendable, Hashable {
  /// The number of the level that it has now, which is the one it keeps for certain; 0 for none.
  public let level: Int
  /// The highest that the open answers leave possible. Tight where they do not depend on each other.
  public let highestPossible: Int
  /// The practices of the next level, and of those below, that are not fulfilled, by question,
  /// ascending; empty on the highest.
  public let lacking: [Int]
  /// The questions whose answers decide how high it stands, ascending.
  public let waitingFor: [Int]

  /// Whether no open answer can change the level.
  public var isSettled: Bool { level == highestPossible }
}
