import Interview
import Questionnaire
import TestKit

/// A small random model as text, with an assessment: a profile, two capacities, one of them with a
/// part, and sometimes a decision path.
struct RandomModel {
  private(set) var items: [RandomItem] = []
  private(set) var text = ""
  private var random: SplitMix
  private var profile = 0..<0
  private var path = 0..<0
  private var usesPractices = false
  private var practices: [Int] = []

  private mutating func pick<T>(_ values: [T]) -> T { values[random.below(values.count)] }
  private mutating func isOne(in count: Int) -> Bool { random.below(count) == 0 }
  /// A question that conditions may read.
  private mutating func some() -> Int { random.below(items.count) }

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    usesPractices = isOne(in: 4)
    makeItems()
    bind()
    writeModel()
  }

  func interview(_ model: Questionnaire, year: Int) -> Interview {
    var responses: [Int: Response] = [:]
    for (index, item) in items.enumerated() {
      if item.isNotApplicable {
        responses[index] = Response(answer: .notApplicable(reason: nil))
      } else if let present = item.present {
        responses[index] = Response(answer: .value(item.ways[present]))
      }
    }
    return Interview(model, context: .init(reportingYear: year), responses: responses)
  }

  // MARK: - Questions

  private mutating func makeItems() {
    let facts = pick([0, 0, 1, 2])
    for place in 0..<facts {
      add(place == 0 ? .integer : .year, points: [1, 3, 5])
      items[place].isScored = false
    }
    profile = 0..<facts
    let hasPath = isOne(in: 4)
    let count = (hasPath || facts == 2 ? 3 : 4) + random.below(hasPath ? 1 : 3 - facts)
    for _ in 0..<count {
      let kind = pick([RandomItem.Kind.ladder, .ladder, .yesNo, .single, .integer, .multiple])
      switch kind {
      case .ladder: add(kind, points: pick([[1, 2, 5], [1, 3, 3], [1, 5], [1, 2, 4, 5]]))
      case .yesNo: add(kind, points: [1, 5])
      case .single: add(kind, points: pick([[1, 3, 5], [1, 5, 5], [3, 1, 5]]))
      default: add(kind, points: [1, 3, 5])
      }
      let last = items.count - 1
      if kind == .integer {
        if facts > 0, isOne(in: 3) {
          items[last].divisor = "q0"
          divide(last)
        } else {
          items[last].splits = [2, 4]
        }
      }
      let mayMirror = kind != .single && items[last].divisor == nil && kind != .multiple
      items[last].isReversed = mayMirror && isOne(in: 8)
      if isOne(in: 2) { items[last].more.append("weight: \(1 + random.below(3))") }
    }
    if hasPath { makePath() }
  }

  private mutating func add(_ kind: RandomItem.Kind, points: [Int]) {
    var item = RandomItem(id: "q\(items.count)", kind: kind, points: points)
    item.effort = isOne(in: 7) || kind == .year ? nil : 1 + random.below(3)
    let fate = random.below(9)
    if fate == 0 {
      item.isNotApplicable = true
    } else if fate > 2 {
      item.present = isOne(in: 2) ? 0 : random.below(item.ways.count)
    }
    items.append(item)
  }

  /// The steps of a number that is divided by the first answer, as that is now.
  private mutating func divide(_ index: Int) {
    guard !items[0].isNotApplicable, let present = items[0].present else { return }
    let divisor = items[0].numbers.lowerBound + present
    for bound in 1...2 {
      if let least = items[index].numbers.first(where: { $0 / divisor >= bound }) {
        items[index].splits.insert(least)
      }
    }
  }

  /// Two questions, the first of which ends the path or leads on.
  private mutating func makePath() {
    let first = items.count
    path = first..<first + 2
    add(pick([.yesNo, .ladder]), points: [1, 2])
    add(pick([.ladder, .single]), points: [1, 2, 3])
    for index in path { items[index].isScored = false }
    let names = items[first].kind == .yesNo ? ["'no'", "'yes'"] : ["1", "2"]
    items[first].leadsTo = ["\(names[0]): 1", "\(names[1]): q\(first + 1)"]
    let ends = pick([[2, 3, 5], [3, 2, 5], [2, 5, 4]])
    items[first + 1].leadsTo = ends.indices.map {
      (items[first + 1].kind == .ladder ? "\($0 + 1)" : "c\($0)") + ": \(ends[$0])"
    }
  }

  // MARK: - Conditions

  /// A condition on one question, which numbers have to know of.
  private mutating func condition(_ index: Int) -> String {
    if isOne(in: 12) { return "answered(q\(index))" }
    switch items[index].kind {
    case .ladder: return "q\(index) >= 2"
    case .yesNo: return "q\(index) == 'yes'"
    case .single: return "q\(index) == 'c\(1 + random.below(2))'"
    case .integer:
      let bound = items[index].numbers.lowerBound + 1 + random.below(3)
      items[index].splits.insert(bound)
      return "q\(index) >= \(bound)"
    case .multiple:
      return pick(["count(q\(index)) >= 2", "'c1' in q\(index)"])
    case .year: return "reporting_year - q\(index) >= \(2 + random.below(4))"
    }
  }

  private mutating func rule() -> String {
    // Each condition made is used: numbers take a step wherever one divides them.
    func one() -> String { condition(some()) }
    func three() -> String { (0..<3).map { _ in "\"\(one())\"" }.joined(separator: ", ") }
    switch random.below(10) {
    case 0, 1: return "if: \"\(one())\""
    case 2: return "if: \"\(one()) || \(one())\""
    case 3: return "if: \"\(one()) && (\(one()) || \(one()))\""
    case 4: return "at_least: 2, of: [\(three())]"
    case 5: return "if: \"score.a >= 40.0\""
    case 6:
      let scored = items.indices.filter { items[$0].isScored }
      return "if: \"points.q\(pick(scored)) + points.q\(pick(scored)) >= 6.0\""
    case 7:
      let item = some()
      items[item].more.removeAll { $0.hasPrefix("confirm") }
      items[item].more.append("confirm: facilitator")
      return pick(["if: \"confirmed.q\(item)\"", "if: \"review.gates_confirmed\""])
    case 8 where !practices.isEmpty: return "if: \"met.q\(pick(practices))\""
    default: return "share: 50, of: [\(three())]"
    }
  }

  /// Visibility, constraints and practices.
  private mutating func bind() {
    let own = profile.upperBound..<(path.isEmpty ? items.count : path.lowerBound)
    for index in own where index > 0 && isOne(in: 4) {
      items[index].more.append("show_if: \"\(condition(random.below(index)))\"")
    }
    if !profile.isEmpty {
      for index in own where items[index].kind == .integer && isOne(in: 2) {
        items[index].more.append("require: [{if: this <= q0, say: s}]")
      }
    }
    guard usesPractices else { return }
    for index in own where isOne(in: 2) {
      let level = pick(["level: low", "level: p1", "strength: should"])
      // Practices build upon practices.
      let after =
        practices.last == index - 1 && isOne(in: 4) ? ", after: [q\(index - 1)]" : ""
      items[index].more.append("practice: {\(level)\(after), if: \"\(condition(index))\"}")
      practices.append(index)
    }
  }

  // MARK: - The model

  private mutating func rollUp(_ usesAspects: Bool) -> String {
    var names = ["mean", "mean", "minimum", "median", "{best: 2}", "harmonic_mean"]
    names += usesAspects ? ["geometric_mean"] : ["geometric_mean", "sum"]
    let name = pick(names)
    return "roll_up: " + name + (name == "sum" ? "\n    scale: {from: 0, to: 100}" : "")
  }

  private mutating func writeModel() {
    let own = profile.upperBound..<(path.isEmpty ? items.count : path.lowerBound)
    let half = own.lowerBound + 1 + random.below(own.count - 1)
    let third = own.lowerBound + (half - own.lowerBound) / 2
    let usesAspects = isOne(in: 5)
    let rolls = [rollUp(usesAspects), rollUp(usesAspects), rollUp(usesAspects)]
    if rolls.contains(where: { $0.contains("median") || $0.contains("best") }) {
      for index in own { items[index].more.removeAll { $0.hasPrefix("weight") } }
    }
    if usesAspects {
      for index in own where isOne(in: 2) { items[index].more.append("aspect: y") }
    }
    let aspects =
      usesAspects
      ? ", aspects: {\(pick(["combine: mean", "combine: minimum", "combine: {x: 2, y: 1}"])), of: "
        + "[{id: x, title: X}, {id: y, title: Y}]}" : ""
    let policies =
      "unanswered: \(pick(["exclude", "exclude", "zero", "block"])), "
      + "not_applicable: \(pick(["exclude", "exclude", "full", "zero"])), "
      + "minimum_coverage: \(pick([0, 50, 50, 80])), "
      + "total: \(pick(["mean", "mean", "minimum", "harmonic_mean"]))"
    let cap =
      isOne(in: 4)
      ? ", caps: [{id: cap, if: \"\(condition(random.below(own.upperBound)))\", at_most: 60, say: cap}]"
      : ""
    let gates = (0..<random.below(3)).map { "{id: g\($0), \(rule()), say: g}" }
    let lowGates = (0..<random.below(2)).map { "{id: l\($0), \(rule()), say: g}" }
    let levelCap =
      isOne(in: 5)
      ? "level_caps: [{id: veto, if: \"\(condition(some()))\", at_most: low, say: veto}]" : ""
    let needs = needs()
    let weight = 1 + random.below(2)
    func lines(_ range: Range<Int>, _ indent: Int) -> String {
      range.map { String(repeating: " ", count: indent) + "- " + items[$0].line }
        .joined(separator: "\n")
    }
    let ownQuestions = own.lowerBound..<third
    text = """
      questionnaire: test
      version: 1.0.0
      languages: [en]
      title: Test
      scoring: {\(policies)\(aspects)}
      \(usesPractices ? "capability_levels: [{id: p1, title: P}]" : "")
      \(profile.isEmpty ? "" : "profile:\n" + lines(profile, 2))
      capacities:
        - id: a
          title: A
          weight: \(weight)
          \(rolls[0])
      \(ownQuestions.isEmpty ? "" : "    questions:\n" + lines(ownQuestions, 8))
          parts:
            - id: a1
              title: A1
              \(rolls[1].replacing("\n    ", with: "\n        "))
              questions:
      \(lines(third..<half, 12))
        - id: b
          title: B
          \(rolls[2])
          questions:
      \(lines(half..<own.upperBound, 8))
          \(cap.isEmpty ? "" : String(cap.dropFirst(2)))
      \(path.isEmpty ? "" : "  - id: c\n    title: C\n    questions:\n" + lines(path, 8))
      levels:
        - {id: low, title: Low, gates: [\(lowGates.joined(separator: ", "))]}
        - {id: high, title: High, requires: {\(needs)}, gates: [\(gates.joined(separator: ", "))]}
      \(levelCap)
      """
  }

  /// What the level asks for besides gates.
  private mutating func needs() -> String {
    var needs = [
      pick(["", "total: 30", "total: 50", "total: 62.5"]),
      pick(["", "every_capacity: 25", "every_capacity: 50"]),
      pick(["", "capacities: {a1: 40}"]),
    ]
    if practices.contains(where: { index in
      items[index].more.contains { $0.contains("level: p1") }
    }) {
      needs.append(pick(["", "every_capability: p1"]))
    }
    if practices.contains(where: { index in
      items[index].more.contains { $0.contains("strength: should") }
    }) {
      needs.append(pick(["", "practices: {should: 50}"]))
    }
    return needs.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
