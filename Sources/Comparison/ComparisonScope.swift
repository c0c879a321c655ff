/// What a comparison is of, beside its table.
public struct ComparisonScope: Sendable, Hashable {
  /// The round compared; `nil` when each cluster stands with its latest.
  public var period: String?
  /// Assessments that could not be read.
  public var leftOut: [String]
  /// The versions of the questionnaire that were answered, other than the one that scores all, and how
  /// many assessments each.
  public var answeredVersions: [String: Int] = [:]
  /// Whether codes stand in place of names.
  public var isAnonymous: Bool
  /// What clusters have been selected by; `nil` when none is left out.
  public var selection: Selection?

  /// Which clusters are meant: those of any of the levels, for each fact of any of its groups, with any of
  /// the tags, and in any of the states of the work.
  public struct Selection: Sendable, Hashable {
    /// Places in `Questionnaire.levels`, ascending.
    public let levels: [Int]
    /// Groups without their members, those of one fact together.
    public let groups: [PeerGroup]
    /// Ascending.
    public let tags: [String]
    /// By the words of the results format, such as `draft`.
    public let statuses: [String]

    /// A selection by levels, groups, tags and states; what is empty leaves nobody out.
    public init(
      levels: [Int], groups: [PeerGroup], tags: [String] = [], statuses: [String] = []
    ) {
      self.levels = levels
      self.groups = groups
      self.tags = tags
      self.statuses = statuses
    }
  }

  /// By default the latest assessments, all of them, by name.
  public init(period: String? = nil, leftOut: [String] = [], isAnonymous: Bool = false) {
    self.period = period
    self.leftOut = leftOut
    self.isAnonymous = isAnonymous
  }
}
