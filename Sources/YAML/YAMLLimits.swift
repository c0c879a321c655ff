/// How much a document may ask of the reader; what goes beyond is a finding, in bounded time and
/// memory.
public struct YAMLLimits: Sendable {
  /// The size of the file, in bytes (never more than 2 GiB).
  public var bytes = 16 << 20
  /// How deep sequences and mappings stand in each other, aliases followed.
  public var depth = 100
  /// The number of nodes written in the file.
  public var nodes = 1_000_000
  /// The number of nodes when every alias is replaced by what it stands for.
  public var aliasedNodes = 1_000_000
  /// The size of one decoded scalar, in bytes of UTF-8.
  public var scalarBytes = 1 << 20

  /// What a questionnaire or an answer file never reaches.
  public static let standard = Self()

  /// The standard limits, to be changed one by one.
  public init() {}

  /// Offsets in the arena have 32 bits.
  static let addressableBytes = 1 << 31

  /// Beyond so many findings the file is something else than YAML, and reading stops.
  static let findings = 1_000
}
