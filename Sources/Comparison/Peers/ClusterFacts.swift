public import Interview
public import Numbers
import Questionnaire

/// In which groups one cluster is, by what its profile says.
public struct ClusterFacts: Sendable, Hashable {
  private let keys: [PeerGrouping: Int]
  /// The number that the size is a band of, such as how many members the cluster has; `nil` where it
  /// does not say or the number is confidential.
  public let size: Rational?

  /// Reads the effective answers to the questions that the model groups by.
  ///
  /// Without an answer that counts – unanswered, no data, not applicable, not asked – a cluster is
  /// in no group by that fact.
  public init(_ interview: Interview) {
    let model = interview.questionnaire
    var keys: [PeerGrouping: Int] = [.all: 0]
    var size: Rational?
    for grouping in PeerGrouping.offered(by: model) {
      guard let question = grouping.question(in: model),
        case .answered(let answer) = interview.state(of: question)
      else { continue }
      switch (answer, grouping) {
      case (.choice(let choice), _): keys[grouping] = choice
      case (.number(let number), .size):
        keys[.size] = model.peers.size?.band(of: number)
        if !model.questions[question].isConfidential { size = number.rational }
      case (.number(let number), .age):
        keys[.age] = model.peers.age.flatMap {
          Self.age(number, $0, in: interview.context.reportingYear)
        }
      default: continue
      }
    }
    self.keys = keys
    self.size = size
  }

  /// Of a cluster about which nothing is known: it is in the group of all.
  public init() { self.init([:]) }

  /// Facts as they are, for groups that come from elsewhere than a profile.
  public init(_ keys: [PeerGrouping: Int], size: Rational? = nil) {
    self.keys = keys.merging([.all: 0]) { $1 }
    self.size = size
  }

  /// The group by a fact: the place of the choice among the question's choices, or of the band;
  /// `nil` where the cluster is in none.
  public func key(by grouping: PeerGrouping) -> Int? { keys[grouping] }

  /// A year after the reporting year is no age.
  private static func age(_ number: DecimalNumber, _ bands: PeerFacts.Bands, in year: Int) -> Int? {
    guard bands.isSinceYear else { return bands.band(of: number) }
    guard let years = try? Rational(year).subtracting(number.rational), !years.isNegative,
      let age = DecimalNumber(exactly: years)
    else { return nil }
    return bands.band(of: age)
  }
}
