public import Numbers

/// Which questions of the profile say whom a cluster is compared with.
///
/// Everything here is the model's to declare; a model without the section has one group, of all.
public struct PeerFacts: Sendable {
  /// The list of which the choices of `field` are entries; `nil` where the model names none.
  public var classifier: Classifier?
  /// The question, by place in `Questionnaire.questions`, whose choices are fields of activity.
  public var field: Int?
  /// The question whose choices are regions.
  public var region: Int?
  /// How large a cluster is.
  public var size: Bands?
  /// How many years a cluster has been at work.
  public var age: Bands?
  /// Other questions with choices by which clusters may be grouped, in the order of the file.
  public var others: [Int] = []

  /// A model that declares nothing.
  public init() {}

  /// A published list of activities in one of its versions, such as EVRK 2 or NACE Rev. 2.1.
  public struct Classifier: Sendable, Hashable {
    /// The short name that people know it by.
    public let id: String
    /// As its publisher writes it.
    public let version: String

    /// A version of a list.
    public init(id: String, version: String) {
      self.id = id
      self.version = version
    }
  }

  /// A number of the profile, cut into bands that neither overlap nor leave a gap.
  public struct Bands: Sendable, Hashable {
    /// The place of the question with the number.
    public let question: Int
    /// Where the second band begins, where the third, and so on; ascending and never empty.
    public let starts: [DecimalNumber]
    /// Whether the answer is a year, and what is cut is the time from it to the reporting year.
    public let isSinceYear: Bool

    /// The place of the band that a number lies in, 0 for the lowest; a bound belongs to the band
    /// that it begins.
    public func band(of number: DecimalNumber) -> Int {
      let value = number.rational
      return starts.count { $0.rational <= value }
    }
  }

  /// All questions named here, ascending.
  public var questions: [Int] {
    let named = [field, region, size?.question, age?.question].compactMap(\.self) + others
    return Set(named).sorted()
  }
}
