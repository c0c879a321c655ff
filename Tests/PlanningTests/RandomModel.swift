import Diagnostics
import Interview
import Numbers
import Questionnaire
import TestKit

/// A small random model as text, with an assessment, and all the answers it can have.
struct RandomModel {
  struct Item {
    var id: String
    var kind: Kind
    var more: [String]
    /// The present answer, as its place among `ways`.
    var present: Int?
    var isNotApplicable = false
    /// The effort of each step; `nil` for a fact.
    var effort: Int?
    /// Where conditions divide a number's answers.
    var splits: Set<Int> = []
    var points: [Int]
    var isReversed = false
    var isScored = true

    enum Kind { case ladder, yesNo, single, integer }

    /// Every answer there is.
    var ways: [AnswerValue] {
      switch kind {
      case .ladder: points.indices.map { .step($0 + 1) }
      case .yesNo: [.yesNo(false), .yesNo(true)]
      case .single: points.indices.map { .choice($0) }
      case .integer: (0...6).map { .number(DecimalNumber($0)) }
      }
    }

    func worth(_ way: Int) -> Int {
      let worth = kind == .integer ? points[way < 2 ? 0 : way < 4 ? 1 : 2] : points[way]
      return isReversed ? -worth : worth
    }

    /// How many steps above the lowest answer.
    private func height(_ way: Int) -> Int {
      switch kind {
      case .ladder, .yesNo: isReversed ? points.count - 1 - way : way
      case .single: Set(points).filter { $0 < points[way] }.count
      case .integer: isReversed ? splits.count { $0 > way } : splits.count { $0 <= way }
      }
    }

    /// The effort of an answer; `nil` for one that is worse, or that nobody can bring about.
    func cost(of way: Int) -> Int? {
      if way == present { return 0 }
      guard let effort, !isNotApplicable else { return nil }
      guard let present else { return effort * height(way) }
      if worth(way) < worth(present) { return nil }
      return effort * max(1, abs(height(way) - height(present)))
    }

    var line: String {
      let answer: String
      switch kind {
      case .ladder:
        let steps = points.indices.map { "s\($0)" }.joined(separator: ", ")
        answer = "answer: {ladder: [\(steps)]}, points: \(points)"
      case .yesNo: answer = "answer: yes_no"
      case .single:
        let choices = points.indices.map { "{id: c\($0), en: c\($0), points: \(points[$0])}" }
        answer = "answer: {single: [\(choices.joined(separator: ", "))]}, points: by_choice"
      case .integer:
        answer =
          "answer: {integer: {min: 0, max: 6}}, points: [{below: 2, is: \(points[0])}, "
          + "{below: 4, is: \(points[1])}, {is: \(points[2])}]"
      }
      let improve = effort.map { ", improve: {effort: \($0)}" } ?? ", improve: none"
      return "{id: \(id), ask: \(id), \(answer), not_applicable: allowed\(improve)"
        + more.map { ", " + $0 }.joined() + (isReversed ? ", reverse: true" : "") + "}"
    }
  }

  var items: [Item] = []
  var text = ""
  var form = ""

  init(seed: UInt64) {
    var random = SplitMix(seed: seed)
    func pick<T>(_ values: [T]) -> T { values[random.below(values.count)] }
    let usesPractices = random.below(4) == 0
    let count = 4 + random.below(3)
    for index in 0..<count {
      let kind = pick([Item.Kind.ladder, .ladder, .yesNo, .single, .integer])
      let points: [Int] =
        switch kind {
        case .ladder: pick([[1, 2, 5], [1, 3, 3], [1, 5], [1, 2, 4, 5]])
        case .yesNo: [1, 5]
        case .single: pick([[1, 3, 5], [1, 5, 5], [3, 1, 5]])
        case .integer: [1, 3, 5]
        }
      var item = Item(id: "q\(index)", kind: kind, more: [], points: points)
      if kind == .integer { item.splits = [2, 4] }
      item.effort = random.below(7) == 0 ? nil : 1 + random.below(3)
      item.isReversed = kind != .single && random.below(8) == 0
      let fate = random.below(9)
      if fate == 0 {
        item.isNotApplicable = true
      } else if fate > 2 {
        item.present = random.below(2) == 0 ? 0 : random.below(item.ways.count)
      }
      if random.below(2) == 0 { item.more.append("weight: \(1 + random.below(3))") }
      items.append(item)
    }

    /// A condition on one question, which numbers have to know of.
    func condition(_ index: Int) -> String {
      switch items[index].kind {
      case .ladder: return "q\(index) >= 2"
      case .yesNo: return "q\(index) == 'yes'"
      case .single: return "q\(index) == 'c\(1 + random.below(2))'"
      case .integer:
        let bound = 1 + random.below(5)
        items[index].splits.insert(bound)
        return "q\(index) >= \(bound)"
      }
    }
    func some() -> Int { random.below(count) }
    func rule() -> String {
      switch random.below(7) {
      case 0: return "if: \"\(condition(some()))\""
      case 1: return "if: \"\(condition(some())) || \(condition(some()))\""
      case 2: return "if: \"\(condition(some())) && \(condition(some()))\""
      case 3:
        return
          "at_least: 2, of: [\"\(condition(some()))\", \"\(condition(some()))\", \"\(condition(some()))\"]"
      case 4: return "if: \"score.a >= 40.0\""
      case 5: return "if: \"points.q\(some()) + points.q\(some()) >= 6.0\""
      default:
        return
          "share: 50, of: [\"\(condition(some()))\", \"\(condition(some()))\", \"\(condition(some()))\"]"
      }
    }

    for index in 1..<count where random.below(4) == 0 {
      items[index].more.append("show_if: \"\(condition(random.below(index)))\"")
    }
    if usesPractices {
      for index in items.indices where random.below(2) == 0 {
        let level = pick(["level: low", "level: p1", "strength: should"])
        let after = index > 0 && random.below(4) == 0 ? ", after: [q\(index - 1)]" : ""
        // Practices build upon practices.
        let hasBefore = index > 0 && items[index - 1].more.contains { $0.hasPrefix("practice") }
        items[index].more.append(
          "practice: {\(level)\(hasBefore ? after : ""), if: \"\(condition(index))\"}")
      }
    }
    let half = 1 + random.below(count - 1)
    let third = half / 2
    func policies() -> String {
      "roll_up: "
        + pick([
          "mean", "mean", "minimum", "median", "{best: 2}", "harmonic_mean",
          "geometric_mean",
        ])
    }
    let rolls = [policies(), policies(), policies()]
    for index in items.indices
    where rolls.contains(where: { $0.contains("median") || $0.contains("best") }) {
      items[index].more.removeAll { $0.hasPrefix("weight") }
    }
    let missing = pick(["exclude", "exclude", "zero", "block"])
    let notApplicable = pick(["exclude", "exclude", "full", "zero"])
    let coverage = pick([0, 50, 50, 80])
    let cap =
      random.below(4) == 0
      ? ", caps: [{id: cap, if: \"\(condition(some()))\", at_most: 60, say: cap}]" : ""
    let gates = (0..<random.below(3)).map { "{id: g\($0), \(rule()), say: g}" }
    let lowGates = (0..<random.below(2)).map { "{id: l\($0), \(rule()), say: g}" }
    let levelCap =
      random.below(5) == 0
      ? "level_caps: [{id: veto, if: \"\(condition(some()))\", at_most: low, say: veto}]\n" : ""
    let total = pick(["mean", "mean", "minimum", "harmonic_mean"])
    let totalNeed = pick(["", "total: 30, ", "total: 50, ", "total: 62.5, "])
    let everyNeed = pick(["", "every_capacity: 25, ", "every_capacity: 50, "])
    let partNeed = pick(["", "capacities: {a1: 40}, "])
    let practiceNeed =
      usesPractices && items.contains { $0.more.contains { $0.contains("level: p1") } }
      ? pick(["", "every_capability: p1, "]) : ""
    func lines(_ range: Range<Int>) -> String {
      range.map { "        - " + items[$0].line }.joined(separator: "\n")
    }
    func deeper(_ range: Range<Int>) -> String {
      range.map { "            - " + items[$0].line }.joined(separator: "\n")
    }
    let own = 0..<third
    text = """
      questionnaire: test
      version: 1.0.0
      languages: [en]
      title: Test
      scoring: {unanswered: \(missing), not_applicable: \(notApplicable), minimum_coverage: \(coverage), total: \(total)}
      \(usesPractices ? "capability_levels: [{id: p1, title: P}]" : "")
      capacities:
        - id: a
          title: A
          \(rolls[0])
          weight: \(1 + random.below(2))
      \(own.isEmpty ? "" : "    questions:\n" + lines(own))
      \("    parts:\n      - id: a1\n        title: A1\n        \(rolls[1])\n        questions:\n" + deeper(third..<half))
        - {id: b, title: B, \(rolls[2])\(cap), questions: [
      \(items[half...].map { "      " + $0.line }.joined(separator: ",\n"))]}
      levels:
        - {id: low, title: Low, gates: [\(lowGates.joined(separator: ", "))]}
        - {id: high, title: High, requires: {\(totalNeed)\(everyNeed)\(partNeed)\(practiceNeed)}, gates: [\(gates.joined(separator: ", "))]}
      \(levelCap)
      """
  }

  func responses() -> [Int: Response] {
    var responses: [Int: Response] = [:]
    for (index, item) in items.enumerated() {
      if item.isNotApplicable {
        responses[index] = Response(answer: .notApplicable(reason: nil))
      } else if let present = item.present {
        responses[index] = Response(answer: .value(item.ways[present]))
      }
    }
    return responses
  }
}
