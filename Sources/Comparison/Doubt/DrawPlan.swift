import Numbers
import Questionnaire
import Scoring

/// Assessments of one model laid out for drawing weights: plain numbers, made once, read by many
/// threads.
struct DrawPlan: Sendable {
  /// How the values of a group's parts become its own.
  enum Way: Sendable {
    case mean
    case minimum
    /// Part by part, without vectors.
    case other(RollUp, from: Double, to: Double)
  }

  struct Group: Sendable {
    let way: Way
    let parts: Range<Int>
    /// Places in `leaves`.
    let leaves: Range<Int>
    /// Places in `children`.
    let children: Range<Int>
    /// Whether its weights are drawn: there are several, and they count.
    let isDrawn: Bool
  }

  struct Child: Sendable {
    let part: Int
    let group: Int
  }

  /// A score that a level asks for.
  struct Threshold: Sendable {
    let group: Int
    /// With what rounding may have taken from a score that is just there.
    let needed: Double
  }

  let groups: [Group]
  /// The parts that bring a share of their own for some cluster, group by group.
  let leaves: [Int]
  /// The parts that are groups, group by group.
  let children: [Child]
  /// By part: its share of the weight of its group.
  let weights: [Double]
  let count: Int
  /// By cluster, then part: the share it brings; 0 where it brings none.
  let shares: [Double]
  /// By cluster, then group: which of the patterns its parts form.
  let patternOf: [Int32]
  /// Which parts of a group are there, each way of it once.
  let patterns: [[Int]]
  /// By cluster, then group: the cap in force, or infinity; empty without any.
  let caps: [Double]
  /// By level.
  let thresholds: [[Threshold]]
  /// By cluster: how many levels its other conditions, and the caps on the level, leave.
  let ceilings: [Int]
  /// By cluster, then group: whether there is a value.
  let hasValue: [Bool]

  /// - Parameter scores: By the model of the tree, each with a total.
  init(_ tree: RollUpTree, _ scores: [AssessmentScore]) {
    count = scores.count
    weights = tree.groups.flatMap { group in
      let own = tree.parts[group.parts].map(\.weight.doubleValue)
      let sum = own.reduce(0, +)
      return own.map { $0 / sum }
    }

    var shares: [Double] = []
    shares.reserveCapacity(scores.count * tree.parts.count)
    var patternOf: [Int32] = []
    var patterns: [[Int]] = []
    var known: [[Int]: Int32] = [:]
    var caps: [Double] = []
    var hasValue: [Bool] = []
    for score in scores {
      let parts = ScoreParts(score, tree)
      for contribution in parts.contributions {
        if case .share(let share) = contribution {
          shares.append(share.doubleValue)
        } else {
          shares.append(0)
        }
      }
      for group in tree.groups {
        let present = group.parts.filter { parts.contributions[$0] != .absent }
        // Two groups without parts share a pattern, which is no matter.
        let pattern = known[present] ?? Int32(patterns.count)
        if known.updateValue(pattern, forKey: present) == nil { patterns.append(present) }
        patternOf.append(pattern)
        hasValue.append(!present.isEmpty)
      }
      caps += parts.caps.map { $0?.doubleValue ?? .infinity }
    }
    let layout = Self.layout(tree, shares, count: scores.count)
    groups = layout.groups
    leaves = layout.leaves
    children = layout.children
    self.shares = shares
    self.patternOf = patternOf
    self.patterns = patterns
    self.caps = caps.contains { $0 < .infinity } ? caps : []
    self.hasValue = hasValue
    thresholds = (scores.first?.levels ?? []).map { level in
      level.thresholds.filter { $0.needed > .zero }.map { threshold in
        let group =
          switch threshold.kind {
          case .total: tree.groups.count - 1
          case .node(let node): tree.groupOfNode[node]
          }
        return Threshold(group: group, needed: threshold.needed.doubleValue - 1e-9)
      }
    }
    ceilings = scores.map(\.levelsLeft)
  }

  private static func layout(
    _ tree: RollUpTree, _ shares: [Double], count: Int
  ) -> (groups: [Group], leaves: [Int], children: [Child]) {
    var isLeaf = Array(repeating: false, count: tree.parts.count)
    for (place, share) in shares.enumerated() where share != 0 {
      isLeaf[place % tree.parts.count] = true
    }
    var leaves: [Int] = []
    var children: [Child] = []
    let groups = tree.groups.map { group in
      let (firstLeaf, firstChild) = (leaves.count, children.count)
      for part in group.parts {
        if isLeaf[part] { leaves.append(part) }
        if case .group(let below) = tree.parts[part].source {
          children.append(Child(part: part, group: below))
        }
      }
      return Group(
        way: Way(group), parts: group.parts, leaves: firstLeaf..<leaves.count,
        children: firstChild..<children.count,
        isDrawn: group.rollUp.isWeighted && group.parts.count > 1)
    }
    return (groups, leaves, children)
  }
}

extension DrawPlan.Way {
  fileprivate init(_ group: RollUpTree.Group) {
    self =
      switch group.rollUp {
      case .mean, .sum, .path: .mean
      case .minimum: .minimum
      case .geometricMean, .harmonicMean, .median, .best:
        .other(group.rollUp, from: group.scale.from.doubleValue, to: group.scale.to.doubleValue)
      }
  }
}

extension RollUp {
  /// Whether the weights of its parts matter.
  fileprivate var isWeighted: Bool {
    switch self {
    case .mean, .sum, .path, .geometricMean, .harmonicMean: true
    case .minimum, .median, .best: false
    }
  }
}
