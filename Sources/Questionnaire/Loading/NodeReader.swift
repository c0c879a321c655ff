import Diagnostics
import Numbers
import YAML

extension Diagnostic.Code {
  static let numberTooLong = Self("questionnaire.number-too-long")
  static let tooDeep = Self("questionnaire.too-deep")
  static let sumDirection = Self("questionnaire.sum-direction")
  static let sumAspects = Self("questionnaire.sum-aspects")
}

/// A node read as far as it can be before any expression is compiled.
struct NodeDraft {
  let id: String
  let place: Place
  let capacity: Int
  let parent: Int?
  let depth: Int
  var children: [Int] = []
  var questions: Range<Int>
  var ownQuestions: Range<Int>
  var rule: ScoreRuleDraft
  /// The weight as the file gives it.
  let weight: Rational
  var path: DecisionPath?
  var mapping: MappingReader
}

/// Reads the tree of nodes from top to bottom, each with the identifiers and kinds of its questions.
struct NodeReader {
  /// How many nodes may stand one in the other.
  static let depth = 8

  let reader: ModelReader
  private(set) var identifiers = IdentifierTable()
  private(set) var nodes: [NodeDraft] = []
  private var capacities = 0

  init(_ reader: ModelReader) { self.reader = reader }

  mutating func read(
    _ list: [Node], inheriting rule: ScoreRule, _ questions: inout [QuestionDraft],
    _ questionIdentifiers: inout IdentifierTable
  ) {
    for node in list {
      read(node, below: nil, depth: 0, rule, &questions, &questionIdentifiers)
    }
  }

  private mutating func read(
    _ node: Node, below parent: Int?, depth: Int, _ inherited: ScoreRule,
    _ questions: inout [QuestionDraft], _ questionIdentifiers: inout IdentifierTable
  ) {
    guard var mapping = MappingReader(node, reader) else { return }
    let identifier = mapping.requiredScalar("id")
    let index = nodes.count
    if parent == nil { capacities += 1 }
    var rule = reader.scoreRule(&mapping, inheriting: inherited, isNode: true)
    let start = questions.count
    let parts = mapping.node("parts")
    let own = parts == nil ? mapping.required("questions") : mapping.node("questions")
    for element in own.map({ reader.list($0) }) ?? [] {
      guard
        let question = QuestionDraft(
          element, node: index, capacity: capacities - 1, identifiers: &questionIdentifiers,
          reader)
      else { continue }
      questions.append(question)
    }
    let hasPath = questions[start...].contains { $0.leadsTo != nil }
    if hasPath {
      if let place = rule.rollUp, rule.rule.rollUp != .path {
        reader.report(.pathConflict, at: place, ["key": .text("roll_up")])
      }
      if let parts { reader.report(.pathConflict, at: parts.place, ["key": .text("parts")]) }
      rule.rule.rollUp = .path
    } else if rule.rule.rollUp == .path {
      reader.report(.pathMissing, at: rule.rollUp ?? mapping.head)
      rule.rule.rollUp = inherited.rollUp
    }
    nodes.append(
      NodeDraft(
        id: identifiers.add(identifier, reader), place: identifier?.place ?? mapping.head,
        capacity: capacities - 1, parent: parent, depth: depth,
        questions: start..<questions.count, ownQuestions: start..<questions.count, rule: rule,
        weight: reader.weight(mapping.node("weight")), mapping: mapping))
    if let parent { nodes[parent].children.append(index) }
    guard let parts else { return }
    if depth + 1 == Self.depth {
      reader.report(.tooDeep, at: parts.place, ["count": .count(Self.depth)])
      return
    }
    var passedOn = rule.rule
    // A scale of a node's own is that node's alone.
    passedOn.scale = inherited.scale
    if hasPath { passedOn.rollUp = inherited.rollUp }
    for part in reader.list(parts) {
      read(part, below: index, depth: depth + 1, passedOn, &questions, &questionIdentifiers)
    }
    nodes[index].questions = start..<questions.count
  }

  /// Reads what else each node says, once the expressions have their names and the questions their
  /// weights.
  ///
  /// - Parameter total: Where it sums up, it gets the scale of the sum.
  mutating func finished(
    _ questions: [Question], total: inout ScoreRule, aspects: Int,
    _ expressions: inout ExpressionReader
  ) -> [ScoreNode] {
    let weights = sum(questions, total: &total, aspects: aspects)
    var caps = IdentifierTable()
    var finished: [ScoreNode] = []
    for (index, draft) in nodes.enumerated() {
      var mapping = draft.mapping
      var rule = draft.rule.rule
      for element in mapping.list("caps") {
        guard var item = MappingReader(element, reader) else { continue }
        let identifier = item.requiredScalar("id")
        let id = caps.add(identifier, reader)
        let condition = expressions.expression(item.required("if"), .scoreCap, reader)
        let highest = item.required("at_most").flatMap { reader.share($0, on: rule.scale) }
        let say = item.requiredText("say")
        item.finish()
        guard let condition, let highest else { continue }
        rule.caps.append(
          ScoreCap(
            id: id, condition: condition, highest: highest, say: say,
            place: identifier?.place ?? item.head))
      }
      let parts =
        draft.ownQuestions.filter { questions[$0].isScored }.map { questions[$0].weight }
        + draft.children.map { weights[$0] }
      reader.checkRollUp(rule, weights: parts, at: draft.rule.rollUp ?? draft.place)
      finished.append(
        ScoreNode(
          node: index, capacity: draft.capacity, parent: draft.parent, depth: draft.depth,
          children: draft.children, id: draft.id, code: mapping.scalar("code")?.text,
          title: mapping.requiredText("title"), about: mapping.text("about"),
          weight: weights[index], questions: draft.questions, ownQuestions: draft.ownQuestions,
          rule: rule, path: draft.path, place: draft.place))
      mapping.finish()
    }
    return finished
  }

  mutating func add(_ path: DecisionPath?, to node: Int) { nodes[node].path = path }

  /// The scales of sums, from the bottom up, and the weights that nodes have because of them.
  private mutating func sum(
    _ questions: [Question], total: inout ScoreRule, aspects: Int
  ) -> [Rational] {
    var weights = nodes.map(\.weight)
    for index in nodes.indices.reversed() where nodes[index].rule.rule.rollUp == .sum {
      let node = nodes[index]
      if aspects > 0 { reader.report(.sumAspects, at: node.rule.rollUp ?? node.place) }
      // A question's weight holds the length of its scale already.
      var parts: [SumPart] = node.ownQuestions.filter { questions[$0].isScored }.map {
        SumPart(weight: questions[$0].weight, isMeasured: true, scale: questions[$0].scale)
      }
      parts += node.children.map {
        SumPart(weight: weights[$0], isMeasured: false, scale: nodes[$0].rule.rule.scale)
      }
      let sum = reader.sum(parts, at: node.rule.rollUp ?? node.place)
      for (child, weight) in zip(node.children, sum.weights.suffix(node.children.count)) {
        weights[child] = weight
      }
      if node.rule.scale == nil, let scale = sum.scale { nodes[index].rule.rule.scale = scale }
    }
    let capacities = nodes.indices.filter { nodes[$0].parent == nil }
    if total.rollUp == .sum {
      if aspects > 0 { reader.report(.sumAspects, at: nodes.first?.place) }
      let sum = reader.sum(
        capacities.map {
          SumPart(weight: weights[$0], isMeasured: false, scale: nodes[$0].rule.rule.scale)
        }, at: nodes.first?.place)
      for (capacity, weight) in zip(capacities, sum.weights) { weights[capacity] = weight }
      total.scale = sum.scale ?? total.scale
    }
    reader.checkRollUp(total, weights: capacities.map { weights[$0] }, at: nodes.first?.place)
    return weights
  }
}

/// What is summed up.
struct SumPart {
  let weight: Rational
  /// Whether the weight is multiplied by the length of the scale already.
  let isMeasured: Bool
  let scale: Scale
}

extension ModelReader {
  /// Σ weight × score as a mean: the weights times the lengths of the scales, and the scale from
  /// the sum of the worst to that of the best; `nil` where nothing has a weight.
  func sum(_ parts: [SumPart], at place: Place?) -> (weights: [Rational], scale: Scale?) {
    let counted = parts.filter { $0.weight > .zero }
    if Set(counted.map { $0.scale.from < $0.scale.to }).count > 1 {
      report(.sumDirection, at: place)
    }
    do throws(ArithmeticFailure) {
      var (weights, from, to): ([Rational], Rational, Rational) = ([], .zero, .zero)
      for part in parts {
        let length = try part.scale.highest.subtracting(part.scale.lowest)
        let weight = part.isMeasured ? part.weight : try part.weight.multiplied(by: length)
        let stated = part.isMeasured ? try part.weight.divided(by: length) : part.weight
        weights.append(weight)
        from = try from.adding(stated.multiplied(by: part.scale.from))
        to = try to.adding(stated.multiplied(by: part.scale.to))
      }
      return (weights, Scale(from: from, to: to))
    } catch {
      report(.numberTooLong, at: place)
      return (parts.map(\.weight), nil)
    }
  }
}
