import Comparison
import Questionnaire

/// Whom something is compared with, as JSON names it.
struct EncodedPeers: Encodable, Sendable {
  /// What was asked for.
  let by: String
  @OrNull var group: String?
  let n: Int
  /// The groupings passed over, in order.
  let fallback: [String]
  /// Why each was, in the same order.
  let reasons: [String]
  /// No group was large enough, so nothing is shown.
  let suppressed: Bool

  /// Everyone in a table, or every cluster with its own group.
  init(_ table: ComparisonTable) {
    by = table.grouping.word(in: table.questionnaire)
    group = nil
    n = table.rows.count
    fallback = []
    reasons = []
    suppressed = table.everyone == nil
  }

  /// The group of one cluster.
  init(_ standing: PeerStanding, in model: Questionnaire) {
    by = (standing.group?.grouping ?? .all).word(in: model)
    group = standing.group.flatMap { $0.word(in: model) }
    n = standing.group?.members.count ?? 0
    fallback = standing.fallback.map { $0.grouping.word(in: model) }
    reasons = standing.fallback.map { step in
      switch step.reason {
      case .unknown: "unknown"
      case .tooSmall: "too_small"
      case .withheld: "withheld"
      }
    }
    suppressed = standing.group == nil
  }
}

extension PeerGroup {
  /// The id of the choice, or the bounds of the band, `10..20`; `nil` for everyone.
  func word(in model: Questionnaire) -> String? {
    let words = grouping.words(in: model)
    return words.indices.contains(key) ? words[key] : nil
  }
}
