import Numbers
import Questionnaire
import Scoring

/// A threshold of a level, and how the score stands to it.
struct EncodedThreshold: Encodable, Sendable {
  let level: String
  /// `total`, or the id of a node.
  let score: String
  let needed: Double
  @OrNull var value: Double?
  let status: String

  init(_ threshold: ThresholdResult, of level: LevelResult, _ model: Questionnaire) {
    self.level = level.level.id
    score = threshold.kind.id(in: model)
    needed = threshold.shownNeed.doubleValue
    value = threshold.shownScore?.doubleValue
    status = threshold.status.rawValue
  }
}

/// How many practices a level asks for, and how many are fulfilled.
struct EncodedQuota: Encodable, Sendable {
  let level: String
  /// Of the practices counted; `nil` for all that belong to the level itself.
  @OrNull var strength: String?
  /// The number asked for, or the share in per cent; the other is `nil`.
  @OrNull var atLeast: Int?
  @OrNull var share: Double?
  let counted: Int
  let met: Int
  let lacking: [String]
  let status: String
  let waitingFor: [String]

  enum CodingKeys: String, CodingKey {
    case level, strength, share, counted, met, lacking, status
    case atLeast = "at_least"
    case waitingFor = "waiting_for"
  }

  init(_ need: PracticeNeed, of level: LevelResult, _ model: Questionnaire) {
    self.level = level.level.id
    var strength: String?
    if case .quota(let counted) = need.kind { strength = counted.rawValue }
    self.strength = strength
    switch need.quota {
    case .count(let count): (atLeast, share) = (count, nil)
    case .share(let part): (atLeast, share) = (nil, part.doubleValue)
    }
    counted = need.counted
    met = need.met
    lacking = need.lacking.map { model.questions[$0].id }
    status = need.status.rawValue
    waitingFor = need.waitingFor.map { model.questions[$0].id }
  }
}

/// The capability level that a level asks of a capacity or part.
struct EncodedCapabilityNeed: Encodable, Sendable {
  let level: String
  /// The capacity or part.
  let of: String
  /// The number of the capability level asked for, and the one that stands for certain; `nil` where
  /// no practice counts.
  let needed: Int
  @OrNull var number: Int?
  let status: String

  init(_ need: CapabilityNeed, of level: LevelResult, _ model: Questionnaire) {
    self.level = level.level.id
    of = model.nodes[need.node].id
    needed = need.needed
    number = need.now?.level
    status = need.status.rawValue
  }
}

extension ThresholdResult.Kind {
  /// `total`, or the id of the node.
  func id(in model: Questionnaire) -> String {
    switch self {
    case .total: "total"
    case .node(let node): model.nodes[node].id
    }
  }
}
