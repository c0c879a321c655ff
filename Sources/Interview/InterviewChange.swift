extension Interview {
  /// What followed from one step of an interview.
  public struct Change: Sendable, Equatable {
    /// Questions that are asked from now on, ascending.
    public internal(set) var shown: [Int] = []
    /// Questions that are asked no longer, ascending; their answers are parked.
    public internal(set) var hidden: [Int] = []
    /// Problems that were not there before, in the order of their questions.
    public internal(set) var raised: [Problem] = []
    /// Problems that are gone, in the order of their questions.
    public internal(set) var cleared: [Problem] = []
    /// How many conditions were evaluated: exactly those that read an effective answer which
    /// changed.
    public internal(set) var evaluated = 0
  }

  /// How much of what is asked has been dealt with.
  public struct Progress: Sendable, Hashable {
    /// Questions asked that have an outcome: a value, not applicable or no data.
    public internal(set) var answered = 0
    /// All questions asked.
    public internal(set) var asked = 0
  }
}
