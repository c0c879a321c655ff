import Diagnostics
import YAML

/// The scoring rules of the flagship, computed a second time from the catalogue it was made from:
/// integers and plain loops, nothing of the engine but the reader of YAML.
///
/// Rules: each scored answer becomes a level 1–5 (step, band by lower bounds, no = 1 / yes = 5); a
/// question's score is (level − 1) × 25; a capacity's the mean over what is answered, weighted 2
/// for core questions and 1 for the others, if at least half of the applicable weight is answered;
/// the total the plain mean of the seven. Not applicable and no data leave the denominator.
struct IndependentScore {
  enum Rule {
    case step
    case yesNo
    /// Lower bounds of levels 2, 3, 4 and 5.
    case value([Double])
    case ticked([Int])
    /// The value divided by the number of members; level 2 begins above 0.
    case perMember([Double])
  }

  static let rules: [(code: String, weight: Int, rule: Rule)] = [
    ("HUM-01", 2, .step), ("HUM-02", 1, .step), ("HUM-03", 2, .step),
    ("HUM-04", 1, .value([10, 25, 50, 75])), ("HUM-05", 1, .value([2, 5, 10, 20])),
    ("HUM-06", 1, .ticked([1, 2, 4, 6])), ("HUM-07", 1, .yesNo),
    ("TEC-01", 2, .step), ("TEC-02", 1, .value([1, 10, 25, 50])), ("TEC-03", 2, .step),
    ("TEC-04", 1, .step), ("TEC-05", 1, .ticked([1, 2, 4, 6])),
    ("TEC-06", 1, .value([10, 25, 50, 75])), ("TEC-07", 1, .step),
    ("SCI-01", 2, .step), ("SCI-02", 2, .value([1, 2, 3, 5])),
    ("SCI-03", 1, .value([0.5, 1, 2, 4])), ("SCI-04", 2, .value([1, 2, 4, 7])),
    ("SCI-05", 1, .step), ("SCI-06", 1, .ticked([1, 3, 4, 6])), ("SCI-07", 1, .yesNo),
    ("CAP-01", 2, .step), ("CAP-02", 2, .value([10, 25, 40, 60])), ("CAP-03", 1, .step),
    ("CAP-04", 1, .ticked([1, 2, 3, 5])), ("CAP-05", 1, .perMember([5_000, 20_000, 100_000])),
    ("CAP-06", 1, .step), ("CAP-07", 1, .yesNo),
    ("INN-01", 2, .step), ("INN-02", 2, .value([1, 2, 4, 7])),
    ("INN-03", 1, .value([10, 25, 40, 60])), ("INN-04", 1, .step),
    ("INN-05", 1, .value([1, 2, 3, 5])), ("INN-06", 1, .ticked([1, 3, 4, 6])), ("INN-07", 1, .step),
    ("PAR-01", 2, .step), ("PAR-02", 2, .step), ("PAR-03", 2, .value([20, 40, 60, 80])),
    ("PAR-04", 1, .step), ("PAR-05", 1, .ticked([2, 3, 4, 6])), ("PAR-06", 1, .step),
    ("PAR-07", 1, .value([70, 80, 90, 95])), ("PAR-08", 1, .step), ("PAR-09", 1, .yesNo),
    ("INT-01", 2, .step), ("INT-02", 2, .value([10, 30, 50, 70])),
    ("INT-03", 1, .value([5, 15, 30, 50])), ("INT-04", 1, .value([1, 2, 4, 7])),
    ("INT-05", 1, .value([1, 2, 4, 6])), ("INT-06", 1, .ticked([1, 3, 4, 6])), ("INT-07", 1, .step),
  ]

  static let capacities = ["HUM", "TEC", "SCI", "CAP", "INN", "PAR", "INT"]

  enum Answer {
    case number(Double)
    case yes(Bool)
    case ticked([String])
    case word(String)
    case notApplicable
    case noData
  }

  let answers: [String: Answer]
  let confirmed: Set<String>
  let year: Int

  /// - Parameters:
  ///   - assessment: The root of an assessment file.
  ///   - codes: The catalogue code of each question id.
  init(_ assessment: Node, codes: [String: String]) {
    var answers: [String: Answer] = [:]
    var confirmed: Set<String> = []
    for entry in assessment["answers"]?.entries.map({ $0 }) ?? [] {
      guard let code = entry.key.scalar.flatMap({ codes[$0.text] }) else { continue }
      if entry.value["confirmed"] != nil { confirmed.insert(code) }
      if entry.value["no_data"] != nil { answers[code] = .noData }
      if entry.value["not_applicable"] != nil { answers[code] = .notApplicable }
      guard let value = entry.value["value"] else { continue }
      if let text = value.scalar?.text {
        answers[code] =
          Double(text).map { .number($0) }
          ?? (text == "yes" || text == "no" ? .yes(text == "yes") : .word(text))
      } else {
        answers[code] = .ticked(
          value.elements.compactMap { $0.scalar?.text }.filter { $0 != "none" })
      }
    }
    self.answers = answers
    self.confirmed = confirmed
    year = Int(assessment["period"]?.scalar?.text.prefix(4) ?? "") ?? 0
  }

  // MARK: Scores

  func level(_ code: String, _ rule: Rule) -> Int? {
    switch (rule, answers[code]) {
    case (.step, .number(let step)): Int(step)
    case (.yesNo, .yes(let yes)): yes ? 5 : 1
    case (.value(let bounds), .number(let value)): 1 + bounds.filter { value >= $0 }.count
    case (.ticked(let bounds), .ticked(let choices)):
      1 + bounds.filter { choices.count >= $0 }.count
    case (.perMember(let bounds), .number(let value)):
      members.map { members in
        (value > 0 ? 2 : 1) + bounds.filter { value >= $0 * members }.count
      }
    default: nil
    }
  }

  private var members: Double? {
    if case .number(let members) = answers["PRO-04"] { members } else { nil }
  }

  struct Sum {
    var points = 0
    var answeredWeight = 0
    var applicableWeight = 0
    var answered = 0
    var applicable = 0
    /// `nil` below half of the applicable weight.
    var isScored: Bool { applicableWeight > 0 && 2 * answeredWeight >= applicableWeight }
  }

  var sums: [Sum] {
    Self.capacities.map { capacity in
      var sum = Sum()
      for (code, weight, rule) in Self.rules where code.hasPrefix(capacity) {
        if case .notApplicable = answers[code] { continue }
        sum.applicable += 1
        sum.applicableWeight += weight
        guard let level = level(code, rule) else { continue }
        sum.answered += 1
        sum.answeredWeight += weight
        sum.points += weight * (level - 1) * 25
      }
      return sum
    }
  }

  /// The total as a fraction; `nil` while a capacity has no score.
  var total: (numerator: Int, denominator: Int)? {
    let sums = sums
    guard sums.allSatisfy(\.isScored) else { return nil }
    let denominator = sums.map(\.answeredWeight).reduce(1, *)
    let numerator = sums.map { $0.points * (denominator / $0.answeredWeight) }.reduce(0, +)
    return (numerator, denominator * sums.count)
  }

  // MARK: Levels

  private func atLeast(_ code: String, _ bound: Double) -> Bool {
    if case .number(let value) = answers[code] { value >= bound } else { false }
  }

  private func isYes(_ code: String) -> Bool {
    if case .yes(true) = answers[code] { true } else { false }
  }

  private func count(_ code: String) -> Int {
    if case .ticked(let choices) = answers[code] { choices.count } else { 0 }
  }

  private var age: Int? {
    if case .number(let founded) = answers["PRO-03"] { year - Int(founded) } else { nil }
  }

  /// The gate conditions of levels 2 to 5, those that lack an answer counted as not met.
  private var gates: [[Bool]] {
    [
      [atLeast("PRO-04", 5), atLeast("HUM-01", 2), atLeast("PAR-02", 2)],
      [
        isYes("PAR-09"), atLeast("HUM-01", 3), count("PAR-05") >= 2, atLeast("PAR-02", 3),
        age.map { $0 >= 1 } ?? false,
      ],
      [
        isYes("SCI-07"), atLeast("SCI-04", 1) || atLeast("INN-02", 1), atLeast("CAP-01", 4),
        atLeast("PAR-01", 4), atLeast("PAR-03", 40), atLeast("INT-04", 1),
      ],
      [
        age.map { $0 > 5 } ?? false, atLeast("PRO-07", 5),
        atLeast("PAR-01", 4) && atLeast("PAR-02", 4), atLeast("SCI-02", 3), atLeast("PRO-08", 3),
        atLeast("INN-02", 1), atLeast("INT-02", 30) || atLeast("INT-05", 1),
        Self.confirmable.isSubset(of: confirmed),
      ],
    ]
  }

  /// Questions that a gate reads and that the catalogue gives to a facilitator to confirm.
  private static let confirmable: Set<String> = [
    "PRO-04", "PRO-07", "PRO-08", "HUM-01", "SCI-02", "SCI-07", "CAP-01", "PAR-01", "PAR-02",
    "PAR-03", "PAR-09",
  ]

  /// The number of the level reached, 1–5.
  var level: Int {
    let thresholds: [(total: Int, floor: Int)] = [(15, 0), (30, 15), (50, 30), (70, 50)]
    var level = 1
    for (index, threshold) in thresholds.enumerated() {
      guard let total, total.numerator >= threshold.total * total.denominator,
        sums.allSatisfy({ $0.points >= threshold.floor * $0.answeredWeight }),
        gates[index].allSatisfy({ $0 })
      else { break }
      level = index + 2
    }
    return level
  }
}
