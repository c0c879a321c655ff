import Interview
public import Numbers
import Questionnaire

/// What an assessment brings to the roll-ups of its model, as the scorer took it.
///
/// Whether a score is there at all – by the policies for missing answers and by the least coverage –
/// is as the scorer decided it with the weights of the model; so are the caps in force. What follows
/// a decision path, or hangs below such a node, is taken as it came out.
public struct ScoreParts: Sendable {
  /// What a part brings to its group.
  public enum Contribution: Sendable, Hashable {
    /// Leaves the denominator.
    case absent
    /// A share of 0–100, by its answer or by a policy.
    case share(Rational)
    /// The value of the group below.
    case group
  }

  /// By place in `RollUpTree.parts`. All parts of a group without a score are absent.
  public private(set) var contributions: [Contribution]
  /// By place in `RollUpTree.groups`: the least of the caps in force, a share; `nil` for none.
  public let caps: [Rational?]

  /// Parts and caps that need not be those of one assessment.
  public init(contributions: [Contribution], caps: [Rational?]) {
    self.contributions = contributions
    self.caps = caps
  }

  /// The same with one part as another assessment brings it.
  ///
  /// - Parameter part: By place in `RollUpTree.parts`.
  public func taking(_ part: Int, from other: ScoreParts) -> ScoreParts {
    var result = self
    result.contributions[part] = other.contributions[part]
    return result
  }

  /// - Parameter score: By the model of the tree.
  /// - Complexity: O(*parts*).
  public init(_ score: AssessmentScore, _ tree: RollUpTree) {
    var contributions = Array(repeating: Contribution.absent, count: tree.parts.count)
    var isCalledFor = Array(repeating: false, count: tree.groups.count)
    for (place, group) in tree.groups.enumerated() {
      let entry = tree.program.entries[place]
      for part in group.parts {
        switch tree.parts[part].source {
        case .question(let question):
          guard let score = score.questions[question] else { continue }
          contributions[part] = entry.contribution(of: score)
          isCalledFor[place] = isCalledFor[place] || entry.callsFor(score)
        case .path(let node):
          let value = score.nodes[node].value
          contributions[part] = value.map { .share($0) } ?? .absent
          isCalledFor[place] = value != nil || score.nodes[node].coverage.applicable > 0
        case .group(let below):
          guard let below = score.score(of: tree.groups[below].subject), below.low != nil
          else { continue }
          let calls = isCalledFor[tree.parts[part].belowGroup]
          if below.value != nil {
            contributions[part] = .group
          } else if calls, entry.unanswered == .zero {
            contributions[part] = .share(.zero)
          }
          isCalledFor[place] = isCalledFor[place] || calls
        }
      }
      let hasPath = entry.rollUp == .path
      for part in group.parts {
        if score.score(of: group.subject)?.value == nil {
          contributions[part] = .absent
        } else if hasPath, case .path = tree.parts[part].source {
          continue
        } else if hasPath {
          contributions[part] = .absent
        }
      }
    }
    self.contributions = contributions
    var caps: [Rational?] = Array(repeating: nil, count: tree.groups.count)
    for cap in score.caps where cap.status == .met {
      guard case .node(let node, let highest) = cap.subject else { continue }
      let group = tree.groupOfNode[node]
      caps[group] = caps[group].map { min($0, highest) } ?? highest
    }
    self.caps = caps
  }

  /// The values of all groups of the tree; `nil` where a group has no score.
  ///
  /// With the model's own weights the same as the scorer's.
  ///
  /// - Parameter weight: Another weight for a part, by its place; 0 takes it out.
  /// - Throws: `overflow`.
  public func values(
    in tree: RollUpTree, weight: ((Int) -> Rational)? = nil
  ) throws(ArithmeticFailure) -> [Rational?] {
    var values: [Rational?] = []
    values.reserveCapacity(tree.groups.count)
    for place in tree.groups.indices {
      values.append(try value(of: place, in: tree, below: values, weight: weight))
    }
    return values
  }

  /// The value of one group from those of the groups before it.
  ///
  /// - Throws: `overflow`.
  public func value(
    of group: Int, in tree: RollUpTree, below values: [Rational?],
    weight: ((Int) -> Rational)? = nil
  ) throws(ArithmeticFailure) -> Rational? {
    let parts = tree.groups[group].parts
    let shares = parts.map { part -> Rational? in
      switch contributions[part] {
      case .absent: nil
      case .share(let share): share
      case .group: values[tree.parts[part].belowGroup]
      }
    }
    let value = try tree.value(of: group, shares, weights: weight.map { parts.map($0) })
    guard let value, let cap = caps[group] else { return value }
    return min(value, cap)
  }
}

extension RollUpTree.Part {
  /// The group below; for a question or a path, which has none, the first.
  fileprivate var belowGroup: Int {
    if case .group(let below) = source { below } else { 0 }
  }
}

extension RollUpProgram.Entry {
  fileprivate func contribution(of score: QuestionScore) -> ScoreParts.Contribution {
    switch (score.standing, score.state) {
    case (.counted, _): return score.score.map { .share($0) } ?? .absent
    case (.hiddenForNow, _): return .absent
    case (_, .notApplicable):
      switch notApplicable {
      case .full: return .share(100)
      case .zero: return .share(.zero)
      case .exclude, .block: return .absent
      }
    case (.leftOut, _): return .absent
    case (.open, .unanswered): return unanswered == .zero ? .share(.zero) : .absent
    case (.open, .noData): return noData == .zero ? .share(.zero) : .absent
    case (.open, .answered), (.open, .notAsked): return .absent
    }
  }

  fileprivate func callsFor(_ score: QuestionScore) -> Bool {
    if score.isApplicable { return true }
    guard score.standing != .hiddenForNow, case .notApplicable = score.state else {
      return false
    }
    return notApplicable != .exclude
  }
}

extension AssessmentScore {
  /// The score of a group; `nil` where the model has no such score.
  public func score(of subject: RollUpTree.Subject) -> Score? {
    switch subject {
    case .node(let node): nodes[node]
    case .aspect(let node, let aspect): aspects[node][aspect]
    case .total: total
    }
  }
}
