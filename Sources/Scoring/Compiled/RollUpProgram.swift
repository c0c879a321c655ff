import Numbers
import Questionnaire

/// The roll-ups of a model in the order in which they are computed: each after its parts and after
/// the scores that its caps read, the total last.
///
/// Plain values without closures or references, made once for a model and run over one assessment
/// or over columns of many.
struct RollUpProgram: Sendable {
  /// One score to compute.
  struct Entry: Sendable {
    let subject: Subject
    /// Places in `RollUpProgram.parts`; empty where nothing below is scored.
    let parts: Range<Int>
    /// How the parts become one, and what missing ones do.
    let rollUp: RollUp
    /// What a part without an answer, or without a score, does.
    let unanswered: MissingPolicy
    let noData: MissingPolicy
    let notApplicable: NotApplicablePolicy
    /// The least share of the weight of the parts that apply that must have a score, 0–100.
    let minimumCoverage: Rational
    let scale: Scale
    /// Places in `RollUpProgram.caps`.
    let caps: Range<Int>
  }

  /// What an entry is the score of.
  enum Subject: Sendable, Hashable {
    /// By place in `Questionnaire.nodes`.
    case node(Int)
    /// By places in `Questionnaire.nodes` and `Questionnaire.aspects`.
    case aspect(node: Int, aspect: Int)
    case total
  }

  /// A part of an entry.
  struct PartReference: Sendable {
    let source: Source
    /// Above zero.
    let weight: Rational
  }

  /// Where the share of a part comes from.
  enum Source: Sendable, Hashable {
    /// By place in `Questionnaire.questions`; scored.
    case question(Int)
    /// By place in `RollUpProgram.paths`.
    case path(Int)
    /// An earlier entry.
    case entry(Int)
  }

  /// A bound from above that a condition lays on a score.
  struct Cap: Sendable {
    /// By place in `Questionnaire.nodes`.
    let node: Int
    /// By place in `ScoreRule.caps` of that node.
    let number: Int
    /// The highest share left, 0–100.
    let highest: Rational
  }

  private(set) var entries: [Entry] = []
  private(set) var parts: [PartReference] = []
  private(set) var caps: [Cap] = []
  /// The nodes whose questions form a decision path, by place in `Questionnaire.nodes`.
  private(set) var paths: [Int] = []

  /// The place in `entries` of a node's own score, by place in `Questionnaire.nodes`.
  private(set) var entryOfNode: [Int] = []
  /// The places of a node's named scores; `nil` where no question counts in it.
  private(set) var entriesOfAspects: [[Int?]] = []

  /// Entries one by one; each may refer to earlier ones only.
  init() {}

  /// A whole of one question of weight 1, the first, by the rule of an entry: what becomes of it is
  /// what the question brings to that entry.
  init(ofOneQuestionIn entry: Entry) {
    parts = [PartReference(source: .question(0), weight: 1)]
    entries = [
      Entry(
        subject: .total, parts: 0..<1, rollUp: .mean, unanswered: entry.unanswered,
        noData: entry.noData, notApplicable: entry.notApplicable, minimumCoverage: .zero,
        scale: entry.scale, caps: 0..<0)
    ]
  }

  /// Adds a score to compute and returns its place.
  @discardableResult
  mutating func add(
    _ subject: Subject, _ rule: ScoreRule, parts references: [PartReference],
    missing: MissingPolicy? = nil, caps highest: [Rational] = []
  ) -> Int {
    let firstPart = parts.count
    parts += references.filter { $0.weight > .zero }
    let firstCap = caps.count
    if case .node(let node) = subject {
      caps += highest.enumerated().map { Cap(node: node, number: $0.offset, highest: $0.element) }
    }
    entries.append(
      Entry(
        subject: subject, parts: firstPart..<parts.count, rollUp: rule.rollUp,
        unanswered: missing ?? rule.unanswered, noData: missing ?? rule.noData,
        notApplicable: rule.notApplicable, minimumCoverage: rule.minimumCoverage,
        scale: rule.scale, caps: firstCap..<caps.count))
    return entries.count - 1
  }

  /// Adds the decision path of a node and returns its place.
  mutating func addPath(of node: Int) -> Int {
    paths.append(node)
    return paths.count - 1
  }
}

extension RollUpProgram {
  /// The program of a model.
  ///
  /// Where nodes have named scores, each of them rolls up the node's own questions of that aspect
  /// and the same score of the nodes below, and the node's own score combines them.
  init(_ questionnaire: Questionnaire) {
    let nodes = questionnaire.nodes
    entryOfNode = Array(repeating: 0, count: nodes.count)
    entriesOfAspects = Array(
      repeating: Array(repeating: nil, count: questionnaire.aspects.count), count: nodes.count)
    for place in NodeOrder(questionnaire).order {
      let node = nodes[place]
      if questionnaire.aspects.isEmpty {
        entryOfNode[node.node] = addNode(node, questionnaire)
      } else if let path = node.path {
        // A path has one end, which counts where its first question does.
        let entry = addNode(node, questionnaire)
        entryOfNode[node.node] = entry
        entriesOfAspects[node.node][questionnaire.questions[path.questions.lowerBound].aspect] =
          entry
      } else {
        entryOfNode[node.node] = addAspects(of: node, questionnaire)
      }
    }
    var total = questionnaire.scoring.total
    total.minimumCoverage = .zero
    // No total where a capacity that applies has no score.
    add(
      .total, total,
      parts: questionnaire.capacities.map {
        PartReference(source: .entry(entryOfNode[$0.node]), weight: $0.weight)
      }, missing: .block)
  }

  private mutating func addNode(_ node: ScoreNode, _ questionnaire: Questionnaire) -> Int {
    var references: [PartReference] = []
    if node.path != nil {
      references.append(PartReference(source: .path(addPath(of: node.node)), weight: 1))
    } else {
      references += Self.questions(of: node, questionnaire) { _ in true }
    }
    references += node.children.map {
      PartReference(source: .entry(entryOfNode[$0]), weight: questionnaire.nodes[$0].weight)
    }
    return add(
      .node(node.node), node.rule, parts: references, caps: node.rule.caps.map(\.highest))
  }

  private mutating func addAspects(of node: ScoreNode, _ questionnaire: Questionnaire) -> Int {
    for aspect in questionnaire.aspects.indices {
      var references = Self.questions(of: node, questionnaire) { $0.aspect == aspect }
      for child in node.children {
        guard let entry = entriesOfAspects[child][aspect] else { continue }
        references.append(
          PartReference(source: .entry(entry), weight: questionnaire.nodes[child].weight))
      }
      guard !references.isEmpty else { continue }
      entriesOfAspects[node.node][aspect] = add(
        .aspect(node: node.node, aspect: aspect), node.rule, parts: references)
    }
    var rule = node.rule
    var weights: [Rational] = Array(repeating: 1, count: questionnaire.aspects.count)
    switch questionnaire.scoring.aspects {
    case .minimum: rule.rollUp = .minimum
    case .mean(let declared):
      rule.rollUp = .mean
      for (aspect, weight) in declared.enumerated() where aspect < weights.count {
        weights[aspect] = weight
      }
    }
    let references = zip(entriesOfAspects[node.node], weights).compactMap { entry, weight in
      entry.map { PartReference(source: .entry($0), weight: weight) }
    }
    return add(.node(node.node), rule, parts: references, caps: node.rule.caps.map(\.highest))
  }

  private static func questions(
    of node: ScoreNode, _ questionnaire: Questionnaire, where counts: (Question) -> Bool
  ) -> [PartReference] {
    questionnaire.questions[node.ownQuestions].filter { $0.isScored && counts($0) }.map {
      PartReference(source: .question($0.index), weight: $0.weight)
    }
  }
}
