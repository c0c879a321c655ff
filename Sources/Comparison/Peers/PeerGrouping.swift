import Numbers
public import Questionnaire

/// By what clusters are put into groups.
///
/// Levels and scores are no groupings: groups are fixed before anybody looks at scores, or a group
/// of the best would compare the best with the best.
public enum PeerGrouping: Sendable, Hashable {
  case field, size, age, region
  /// Another question of the profile with choices, by its place in `Questionnaire.questions`.
  case fact(Int)
  /// Everyone.
  case all

  /// What a model offers, in the order in which groups are formed; `all` comes last.
  public static func offered(by model: Questionnaire) -> [PeerGrouping] {
    let peers = model.peers
    var result: [PeerGrouping] = []
    if peers.field != nil { result.append(.field) }
    if peers.size != nil { result.append(.size) }
    if peers.age != nil { result.append(.age) }
    if peers.region != nil { result.append(.region) }
    return result + peers.others.map { .fact($0) } + [.all]
  }

  /// The word of command lines and of JSON: `field`, or the identifier of the question.
  public func word(in model: Questionnaire) -> String {
    switch self {
    case .field: "field"
    case .size: "size"
    case .age: "age"
    case .region: "region"
    case .fact(let question): model.questions[question].id
    case .all: "all"
    }
  }

  /// The words of its groups by key: ids of choices, or bounds of bands such as `10..20` (from 10 to
  /// under 20), `..10` and `20..`; empty for everyone.
  public func words(in model: Questionnaire) -> [String] {
    switch self {
    case .all: []
    case .size: Self.words(model.peers.size)
    case .age: Self.words(model.peers.age)
    case .field, .region, .fact:
      question(in: model).map { model.questions[$0].kind.choices.map(\.id) } ?? []
    }
  }

  private static func words(_ bands: PeerFacts.Bands?) -> [String] {
    guard let bands else { return [] }
    let bounds = [""] + bands.starts.map(\.description) + [""]
    return zip(bounds, bounds.dropFirst()).map { $0 + ".." + $1 }
  }

  /// The question that decides, by place in `Questionnaire.questions`; `nil` for everyone.
  public func question(in model: Questionnaire) -> Int? {
    switch self {
    case .field: model.peers.field
    case .size: model.peers.size?.question
    case .age: model.peers.age?.question
    case .region: model.peers.region
    case .fact(let question): question
    case .all: nil
    }
  }

  /// Which groupings are tried one after another, from this one on: field, size, age, all. Another
  /// fact goes on with size.
  func fallbacks(among offered: [PeerGrouping]) -> [PeerGrouping] {
    let ladder: [PeerGrouping] =
      switch self {
      case .field, .region, .fact: [self, .size, .age, .all]
      case .size: [.size, .age, .all]
      case .age: [.age, .all]
      case .all: [.all]
      }
    return ladder.filter { offered.contains($0) }
  }
}
