import Numbers
import Questionnaire

/// The scores of a model as a tree in which every question stands once: what thresholds are
/// measured on, from the leaves up to the total.
struct ScoreTree {
  /// A score and what it is made of.
  struct Entry {
    fileprivate(set) var parts: [Part]
    let rollUp: RollUp
    let unanswered: MissingPolicy
    let minimumCoverage: Double
    let scaleFrom: Double
    let scaleTo: Double
    /// The greatest need that a level up to the target has of it, as a share.
    let need: Double?
    /// By place in `Questionnaire.nodes`; `nil` for the total and for named scores.
    let node: Int?
    /// The questions and nodes that decide it, apart from couplings.
    fileprivate(set) var questions: [Int]
    let nodes: Range<Int>
    /// The couplings that its questions touch and that are not settled below it.
    fileprivate(set) var couplings: [Int] = []
    /// Those, by place in `couplings`, that reach beyond it.
    fileprivate(set) var open: [Int] = []
  }

  /// What stands in a score.
  struct Part {
    let source: Source
    /// 0 where it costs and counts for nothing.
    let weight: Double
    /// The couplings it touches, by place in those of the entry, in the order of its codes.
    fileprivate(set) var couplings: [Int] = []
    /// Those that no part after it touches, and nothing beyond the entry.
    fileprivate(set) var closes: [Int] = []
  }

  enum Source {
    case question(Int)
    case path(Int)
    case entry(Int)
  }

  private(set) var entries: [Entry] = []
  /// Whether a question stands in the tree.
  private(set) var holds: [Bool]

  /// The total, which stands last.
  var total: Int { entries.count - 1 }

  init(_ model: Questionnaire, upTo target: Int, _ couplings: [Coupling]) {
    holds = Array(repeating: false, count: model.questions.count)
    let levels = model.levels[...target]
    func need(of node: ScoreNode) -> Double? {
      levels.flatMap { level in
        [node.depth == 0 ? level.everyCapacity : nil, level.nodes[node.node]]
      }.compactMap(\.self).max().map(\.doubleValue)
    }
    // From below: a node stands after its children when the order is reversed.
    var own: [Int: Int] = [:]
    var aspects: [[Int?]] = Array(
      repeating: Array(repeating: nil, count: model.aspects.count), count: model.nodes.count)
    for node in model.nodes.reversed() {
      let end = node.node + 1 + Self.below(node, model)
      let place = (questions: node.questions, nodes: node.node..<end)
      if model.aspects.isEmpty || node.path != nil {
        var parts: [(Source, Double)] = []
        if node.path != nil {
          parts.append((.path(node.node), 1))
          for question in node.ownQuestions { holds[question] = true }
        } else {
          parts += questions(of: node, model) { _ in true }
        }
        for child in node.children {
          if let entry = own[child] {
            parts.append((.entry(entry), model.nodes[child].weight.doubleValue))
          }
        }
        own[node.node] = add(parts, node.rule, need(of: node), node.node, place)
        if let path = node.path, !model.aspects.isEmpty {
          aspects[node.node][model.questions[path.questions.lowerBound].aspect] = own[node.node]
        }
        continue
      }
      for aspect in model.aspects.indices {
        var parts = questions(of: node, model) { $0.aspect == aspect }
        for child in node.children {
          if let entry = aspects[child][aspect] {
            parts.append((.entry(entry), model.nodes[child].weight.doubleValue))
          }
        }
        if !parts.isEmpty { aspects[node.node][aspect] = add(parts, node.rule, nil, nil, place) }
      }
      // Deeper nodes' own scores stand beside the tree: no score above is made of them.
      guard node.depth == 0 else { continue }
      var rule = node.rule
      var weights = Array(repeating: 1.0, count: model.aspects.count)
      switch model.scoring.aspects {
      case .minimum: rule.rollUp = .minimum
      case .mean(let declared):
        rule.rollUp = .mean
        for (aspect, weight) in declared.enumerated() where aspect < weights.count {
          weights[aspect] = weight.doubleValue
        }
      }
      let parts = zip(aspects[node.node], weights).compactMap { entry, weight in
        entry.map { (Source.entry($0), weight) }
      }
      own[node.node] = add(parts, rule, need(of: node), node.node, place)
    }
    var total = model.scoring.total
    total.minimumCoverage = .zero
    total.unanswered = .block
    let parts = model.capacities.compactMap { capacity in
      own[capacity.node].map { (Source.entry($0), capacity.weight.doubleValue) }
    }
    add(
      parts, total, levels.compactMap(\.total).max()?.doubleValue, nil,
      (model.questions.indices, model.nodes.indices))
    bind(couplings)
  }

  private static func below(_ node: ScoreNode, _ model: Questionnaire) -> Int {
    model.nodes[(node.node + 1)...].prefix { $0.depth > node.depth }.count
  }

  private mutating func questions(
    of node: ScoreNode, _ model: Questionnaire, where counts: (Question) -> Bool
  ) -> [(Source, Double)] {
    model.questions[node.ownQuestions].filter { $0.isScored && counts($0) }.map { question in
      holds[question.index] = true
      return (.question(question.index), question.weight.doubleValue)
    }
  }

  @discardableResult
  private mutating func add(
    _ parts: [(Source, Double)], _ rule: ScoreRule, _ need: Double?, _ node: Int?,
    _ place: (questions: Range<Int>, nodes: Range<Int>)
  ) -> Int {
    entries.append(
      Entry(
        parts: parts.map { Part(source: $0.0, weight: $0.1) },
        rollUp: rule.rollUp, unanswered: rule.unanswered,
        minimumCoverage: rule.minimumCoverage.doubleValue,
        scaleFrom: rule.scale.from.doubleValue, scaleTo: rule.scale.to.doubleValue,
        need: need.flatMap { $0 > 0 ? $0 : nil }, node: node,
        questions: Array(place.questions), nodes: place.nodes))
    return entries.count - 1
  }
}

// MARK: - Couplings

extension ScoreTree {
  /// Settles every coupling at the lowest score that holds all its questions; those without points
  /// join the tree there, as parts that count for nothing.
  private mutating func bind(_ couplings: [Coupling]) {
    var parent = Array(repeating: total, count: entries.count)
    var home: [Int: Int] = [:]
    for (place, entry) in entries.enumerated() {
      for part in entry.parts {
        switch part.source {
        case .question(let question): home[question] = place
        case .entry(let below): parent[below] = place
        case .path: break
        }
      }
    }
    func lowest(_ homes: [Int]) -> Int {
      // Parents stand after their children.
      var places = Set(homes)
      while places.count > 1, let first = places.min() {
        places.remove(first)
        places.insert(parent[first])
      }
      return places.first ?? total
    }
    let free = Set(couplings.flatMap(\.questions)).filter { home[$0] == nil }.sorted()
    let homes = free.map { question in
      lowest(
        couplings.filter { $0.questions.contains(question) }.flatMap(\.questions)
          .compactMap { home[$0] })
    }
    for (question, place) in zip(free, homes).reversed() {
      home[question] = place
      entries[place].parts.insert(Part(source: .question(question), weight: 0), at: 0)
      var above = place
      while true {
        if !entries[above].questions.contains(question) {
          entries[above].questions.append(question)
        }
        if above == total { break }
        above = parent[above]
      }
      holds[question] = true
    }
    let tops = couplings.map { coupling in lowest(coupling.questions.compactMap { home[$0] }) }
    for place in entries.indices {
      let touched = entries[place].parts.map { part -> [Int] in
        switch part.source {
        case .question(let question):
          return couplings.indices.filter { couplings[$0].questions.contains(question) }
        case .entry(let below):
          return entries[below].open.map { entries[below].couplings[$0] }
        case .path: return []
        }
      }
      let all = Set(touched.joined()).sorted()
      entries[place].couplings = all
      entries[place].open = all.indices.filter { tops[all[$0]] != place }
      for (number, list) in touched.enumerated() {
        entries[place].parts[number].couplings = list.compactMap(all.firstIndex(of:))
        entries[place].parts[number].closes = all.indices.filter { coupling in
          tops[all[coupling]] == place
            && touched.lastIndex { $0.contains(all[coupling]) } == number
        }
      }
    }
  }
}
