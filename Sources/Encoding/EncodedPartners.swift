public import Comparison
import Numbers
import Questionnaire

/// Partners as other programs read them, schema `branda.match/1`; see `docs/json.md`.
public struct EncodedPartners: Encodable, Sendable {
  let schema = "branda.match/1"
  let questionnaire: EncodedQuestionnaire
  @OrNull var cluster: String?
  let target: Double
  let pairs: [Pair]
  let groups: [Group]
  let left: [String]
  /// Of `cluster`.
  let mentors: [Mentor]
  @OrNull var selection: EncodedSelection?
  let leftOut: [String]
  /// Versions answered other than that of `questionnaire`: how many assessments each.
  let answeredVersions: [String: Int]

  enum CodingKeys: String, CodingKey {
    case schema, questionnaire, cluster, target, pairs, groups, left, mentors
    case selection
    case leftOut = "left_out"
    case answeredVersions = "answered_versions"
  }

  struct Pair: Encodable, Sendable {
    let clusters: [String]
    let mutual: Double
    let gains: [Gain]
  }

  struct Gain: Encodable, Sendable {
    let cluster: String
    @OrNull var share: Double?
    let capacities: [String]
  }

  struct Group: Encodable, Sendable {
    let clusters: [String]
    let mutual: Double
    let gains: [Gain]
    /// Where each is better than all others of the group.
    let leads: [String: [String]]
    /// Who learns nothing.
    let onlyTeach: [String]
    /// Who has nothing that the others do not have as well.
    let onlyLearn: [String]

    enum CodingKeys: String, CodingKey {
      case clusters, mutual, gains, leads
      case onlyTeach = "only_teach"
      case onlyLearn = "only_learn"
    }
  }

  struct Mentor: Encodable, Sendable {
    let cluster: String
    let share: Double
    let capacities: [String]
    /// What the mentor would learn itself.
    @OrNull var gains: Double?
    let load: Int
  }

  /// Pairs and groups with what each could learn.
  public init(_ findings: PartnerFindings, _ scope: ComparisonScope) {
    let model = findings.matching.questionnaire
    func names(_ places: [Int]) -> [String] { places.map { model.capacities[$0].id } }
    func gain(_ cluster: ComparedCluster, _ gains: Complementarity?) -> Gain {
      Gain(
        cluster: cluster.id, share: gains?.share.doubleValue,
        capacities: names(gains?.capacities ?? []))
    }
    questionnaire = EncodedQuestionnaire(model)
    cluster = findings.cluster?.id
    target = findings.matching.target.doubleValue
    pairs = findings.pairs.map { pair in
      Pair(
        clusters: [pair.first.id, pair.second.id], mutual: pair.mutual.doubleValue,
        gains: [gain(pair.first, pair.firstGains), gain(pair.second, pair.secondGains)])
    }
    groups = findings.groups.map { group in
      Group(
        clusters: group.members.map(\.cluster.id), mutual: group.mutual.doubleValue,
        gains: group.members.map { gain($0.cluster, $0.gains) },
        leads: Dictionary(
          group.members.map { ($0.cluster.id, names($0.leads)) },
          uniquingKeysWith: { first, _ in first }),
        onlyTeach: group.members.filter { !$0.learns }.map(\.cluster.id),
        onlyLearn: group.members.filter { !$0.gives }.map(\.cluster.id))
    }
    mentors = findings.mentors.map { mentor in
      Mentor(
        cluster: mentor.cluster.id, share: mentor.teaches.share.doubleValue,
        capacities: names(mentor.teaches.capacities), gains: mentor.learns?.share.doubleValue,
        load: mentor.load)
    }
    left = findings.left.map(\.id)
    leftOut = scope.leftOut
    answeredVersions = scope.answeredVersions
    selection = scope.encodedSelection(in: findings.matching.questionnaire)
  }
}
