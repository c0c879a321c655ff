public import Numbers
public import Questionnaire
public import Scoring

/// Why a total has changed from one round to another, in parts that add up to the change exactly.
///
/// Both rounds are scored by one version of the model, so the change is the answers' own. Two kinds of
/// effect are kept apart. *Answers*: the same question counts in both rounds and brings another share.
/// *Coverage*: a question counts in one of the rounds only, because it was answered, or asked, in that one
/// only. What caps that came into force or went do is apart, too.
///
/// Each effect is the mean of two ways of going from the one round to the other, part by part: in the
/// order of the model and in the reverse one (the polar decompositions of Dietzenbacher and Los,
/// “Structural decomposition techniques: sense and sensitivity”, 1998). For weighted means of what
/// counts in both rounds that is just weight × change, and with changed weights Bennet's split; for
/// minima, geometric means and caps it is exact all the same.
public struct ChangeDecomposition: Sendable {
  /// What stands behind a change.
  public enum Subject: Sendable, Hashable {
    /// By place in `Questionnaire.questions`.
    case question(Int)
    /// The decision path of a node, or a node that counts by a policy, by place in
    /// `Questionnaire.nodes`.
    case node(Int)
  }

  /// One part of the change.
  public struct Part: Sendable {
    /// What changed.
    public let subject: Subject
    /// The place of its capacity in `Questionnaire.capacities`.
    public let capacity: Int
    /// Its share in the earlier round, 0–100; `nil` where it did not count.
    public let before: Rational?
    /// Its share in the later round, likewise.
    public let now: Rational?
    /// What it does to the total.
    public let effect: Rational

    /// Whether it counts in one of the rounds only.
    public var isCoverage: Bool { before == nil || now == nil }
  }

  /// The model of the later round, in which the places are.
  public let questionnaire: Questionnaire
  /// The later total less the earlier one, in shares: answers, coverage and caps together.
  public let total: Rational
  /// What caps that came into force or went do.
  public let caps: Rational
  /// Whatever else changed, in the order of the model.
  public let parts: [Part]
  /// Questions that count in both rounds, by whether they have risen, stayed or fallen, ascending.
  public let improved: [Int]
  /// Those with the same share in both.
  public let kept: [Int]
  /// Those with a smaller share.
  public let fell: [Int]

  /// What questions that count in both rounds do together.
  public let answers: Rational
  /// What questions that count in one of the rounds do together.
  public let coverage: Rational
  /// By place in `Questionnaire.capacities`: the answers' and the coverage's effects in it.
  public let capacities: [Rational]

  /// `nil` where a round has no total, or where different versions of the model score them.
  ///
  /// - Throws: `overflow`.
  /// - Complexity: O(*parts changed* × *siblings* × *depth*).
  public init?(
    from earlier: AssessmentScore, to later: AssessmentScore
  ) throws(ArithmeticFailure) {
    guard earlier.questionnaire.digest == later.questionnaire.digest,
      let before = earlier.total.value, let now = later.total.value
    else { return nil }
    questionnaire = later.questionnaire
    total = try now.subtracting(before)
    let walk = ChangeWalk(earlier, later)
    let effects = try walk.effects()
    caps = effects.caps
    var parts: [Part] = []
    for (part, effect) in zip(walk.changed, effects.parts) {
      parts.append(walk.part(part, effect, questionnaire))
    }
    self.parts = parts.sorted { $0.order < $1.order }
    answers = try Rational.sum(parts.filter { !$0.isCoverage }.map(\.effect))
    coverage = try Rational.sum(parts.filter(\.isCoverage).map(\.effect))
    var capacities = Array(repeating: Rational.zero, count: questionnaire.capacities.count)
    for part in parts {
      capacities[part.capacity] = try capacities[part.capacity].adding(part.effect)
    }
    self.capacities = capacities
    let compared = walk.questionsInBoth().sorted { $0.question < $1.question }
    improved = compared.filter { $0.now > $0.before }.map(\.question)
    kept = compared.filter { $0.now == $0.before }.map(\.question)
    fell = compared.filter { $0.now < $0.before }.map(\.question)
  }
}

extension ChangeDecomposition.Part {
  fileprivate var order: (Int, Int) {
    switch subject {
    case .question(let place): (0, place)
    case .node(let place): (1, place)
    }
  }
}

/// The way from one round to another, part by part.
private struct ChangeWalk {
  private let tree: RollUpTree
  private let before: ScoreParts
  private let now: ScoreParts
  /// The parts that bring something else in the later round, by place in the tree.
  let changed: [Int]
  /// The groups to compute anew for each of them.
  private let affected: [[Int]]

  init(_ earlier: AssessmentScore, _ later: AssessmentScore) {
    tree = RollUpTree(later.questionnaire)
    before = ScoreParts(earlier, tree)
    now = ScoreParts(later, tree)
    let (tree, before, now) = (tree, before, now)
    changed = tree.parts.indices.filter {
      before.contributions[$0] != now.contributions[$0]
    }
    affected = changed.map { tree.groups(above: $0) }
  }

  func effects() throws(ArithmeticFailure) -> (parts: [Rational], caps: Rational) {
    let forth = try walk(changed.indices.map(\.self), capsFirst: false)
    let back = try walk(changed.indices.reversed(), capsFirst: true)
    var parts: [Rational] = []
    for place in changed.indices {
      parts.append(try forth.parts[place].adding(back.parts[place]).divided(by: 2))
    }
    return (parts, try forth.caps.adding(back.caps).divided(by: 2))
  }

  /// What each step of one way does. Where there is no total half-way, it stays what it was, so that
  /// the steps add up.
  private func walk(
    _ order: [Int], capsFirst: Bool
  ) throws(ArithmeticFailure) -> (parts: [Rational], caps: Rational) {
    var state = before
    var values = try state.values(in: tree)
    var total = (values.last ?? nil) ?? .zero
    var caps = Rational.zero
    func step(_ values: [Rational?]) throws(ArithmeticFailure) -> Rational {
      let next = (values.last ?? nil) ?? total
      let change = try next.subtracting(total)
      total = next
      return change
    }
    if capsFirst {
      state = ScoreParts(contributions: state.contributions, caps: now.caps)
      values = try state.values(in: tree)
      caps = try step(values)
    }
    var parts = Array(repeating: Rational.zero, count: changed.count)
    for place in order {
      state = state.taking(changed[place], from: now)
      for group in affected[place] {
        values[group] = try state.value(of: group, in: tree, below: values)
      }
      parts[place] = try step(values)
    }
    if !capsFirst {
      state = ScoreParts(contributions: state.contributions, caps: now.caps)
      values = try state.values(in: tree)
      caps = try step(values)
    }
    return (parts, caps)
  }

  func part(
    _ place: Int, _ effect: Rational, _ questionnaire: Questionnaire
  ) -> ChangeDecomposition.Part {
    let subject: ChangeDecomposition.Subject =
      switch tree.parts[place].source {
      case .question(let question): .question(question)
      case .path(let node): .node(node)
      case .group(let below): .node(tree.groups[below].subject.node ?? 0)
      }
    let capacity =
      switch subject {
      case .question(let question): questionnaire.questions[question].capacity ?? 0
      case .node(let node): questionnaire.nodes[node].capacity
      }
    return ChangeDecomposition.Part(
      subject: subject, capacity: capacity, before: before.contributions[place].share,
      now: now.contributions[place].share, effect: effect)
  }

  func questionsInBoth() -> [(question: Int, before: Rational, now: Rational)] {
    tree.parts.indices.compactMap { place in
      guard case .question(let question) = tree.parts[place].source,
        let before = before.contributions[place].share, let now = now.contributions[place].share
      else { return nil }
      return (question, before, now)
    }
  }
}

extension ScoreParts.Contribution {
  /// `nil` where it has no share of its own.
  fileprivate var share: Rational? {
    if case .share(let share) = self { share } else { nil }
  }
}

extension RollUpTree.Subject {
  fileprivate var node: Int? {
    switch self {
    case .node(let node), .aspect(let node, _): node
    case .total: nil
    }
  }
}
