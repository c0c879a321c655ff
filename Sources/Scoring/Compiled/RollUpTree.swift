public import Numbers
public import Questionnaire

/// The roll-ups of a model laid open, for whoever asks what other weights or other answers would
/// make of a score: groups of weighted parts, each after the groups below it, the total last.
public struct RollUpTree: Sendable {
  /// What a group is the score of.
  public enum Subject: Sendable, Hashable {
    /// By place in `Questionnaire.nodes`.
    case node(Int)
    /// By places in `Questionnaire.nodes` and `Questionnaire.aspects`.
    case aspect(node: Int, aspect: Int)
    case total
  }

  /// Parts that become one score.
  public struct Group: Sendable {
    /// What it is the score of.
    public let subject: Subject
    /// How the parts become one.
    public let rollUp: RollUp
    /// On which the geometric and the harmonic mean are taken.
    public let scale: Scale
    /// Places in `RollUpTree.parts`; empty where nothing below is scored.
    public let parts: Range<Int>
  }

  /// A part of a group.
  public struct Part: Sendable {
    /// Where its share comes from.
    public let source: Source
    /// Above zero.
    public let weight: Rational
    /// The group it is a part of.
    public let group: Int
  }

  /// Where the share of a part comes from.
  public enum Source: Sendable, Hashable {
    /// By place in `Questionnaire.questions`; scored.
    case question(Int)
    /// The decision path of a node, by place in `Questionnaire.nodes`.
    case path(node: Int)
    /// An earlier group.
    case group(Int)
  }

  /// The model they are of.
  public let questionnaire: Questionnaire
  /// Each after those below it, the total last.
  public let groups: [Group]
  /// Those of the first group first, and so on.
  public let parts: [Part]
  /// The group of a node's own score, by place in `Questionnaire.nodes`.
  public let groupOfNode: [Int]
  let program: RollUpProgram

  /// The roll-ups of a model, in the order in which the scorer computes them.
  public init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    let program = RollUpProgram(questionnaire)
    var parts: [Part] = []
    groups = program.entries.enumerated().map { place, entry in
      let first = parts.count
      for reference in program.parts[entry.parts] {
        switch reference.source {
        case .question(let question):
          parts.append(Part(source: .question(question), weight: reference.weight, group: place))
        case .path(let path):
          parts.append(
            Part(source: .path(node: program.paths[path]), weight: reference.weight, group: place))
        case .entry(let below):
          parts.append(Part(source: .group(below), weight: reference.weight, group: place))
        }
      }
      return Group(
        subject: Subject(entry.subject), rollUp: entry.rollUp, scale: entry.scale,
        parts: first..<parts.count)
    }
    self.parts = parts
    groupOfNode = program.entryOfNode
    self.program = program
  }

  /// The value of a group from the shares of its parts that count; `nil` for none.
  ///
  /// - Parameter shares: By part of the group, in their order; `nil` leaves the denominator.
  /// - Throws: `overflow`.
  public func value(
    of group: Int, _ shares: [Rational?], weights: [Rational]? = nil
  ) throws(ArithmeticFailure) -> Rational? {
    let group = groups[group]
    let present = zip(group.parts, shares.indices).compactMap { place, index -> Scoring.Part? in
      let weight = weights.map { $0[index] } ?? parts[place].weight
      guard let share = shares[index], weight > .zero else { return nil }
      return Scoring.Part(
        weight: weight, value: share, low: share, high: share, isOptional: false)
    }
    return try group.rollUp.outcome(of: present, on: group.scale).value
  }
}

extension RollUpTree.Subject {
  fileprivate init(_ subject: RollUpProgram.Subject) {
    self =
      switch subject {
      case .node(let node): .node(node)
      case .aspect(let node, let aspect): .aspect(node: node, aspect: aspect)
      case .total: .total
      }
  }
}
