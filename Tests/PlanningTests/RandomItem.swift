import Interview
import Numbers
import Questionnaire

/// A question of a random model, with all the answers it can have and what each takes.
struct RandomItem {
  var id: String
  var kind: Kind
  var more: [String] = []
  /// The present answer, as its place among `ways`.
  var present: Int?
  var isNotApplicable = false
  /// The effort of each step; `nil` for a fact.
  var effort: Int?
  /// Where conditions divide a number's answers.
  var splits: Set<Int> = []
  /// By step, choice, band, or number of choices ticked.
  var points: [Int]
  var isReversed = false
  /// Whether its answers have points by themselves.
  var isScored = true
  /// Where the answers of a question on a path lead.
  var leadsTo: [String] = []
  /// The question whose answer the number is divided by for its points.
  var divisor: String?

  enum Kind { case ladder, yesNo, single, integer, multiple, year }

  static let years = 2018...2024
  var numbers: ClosedRange<Int> { id == "q0" ? 1...4 : 0...6 }

  /// Every answer there is.
  var ways: [AnswerValue] {
    switch kind {
    case .ladder: points.indices.map { .step($0 + 1) }
    case .yesNo: [.yesNo(false), .yesNo(true)]
    case .single: points.indices.map { .choice($0) }
    case .integer: numbers.map { .number(DecimalNumber($0)) }
    case .multiple: (0..<8).map { bits in .choices((0..<3).filter { bits & 1 << $0 != 0 }) }
    case .year: Self.years.map { .number(DecimalNumber($0)) }
    }
  }

  private func worth(_ way: Int) -> Int {
    guard isScored, divisor == nil else { return 0 }
    let worth =
      switch kind {
      case .integer: points[numbers.lowerBound + way < 2 ? 0 : numbers.lowerBound + way < 4 ? 1 : 2]
      case .multiple: points[min(2, way.nonzeroBitCount)]
      default: points[way]
      }
    return isReversed ? -worth : worth
  }

  /// How many steps above the lowest answer.
  private func height(_ way: Int) -> Int {
    switch kind {
    case .ladder, .yesNo: return isReversed ? points.count - 1 - way : way
    case .single: return isScored ? Set(points).filter { $0 < points[way] }.count : 0
    case .integer:
      let number = way + numbers.lowerBound
      return isReversed ? splits.count { $0 > number } : splits.count { $0 <= number }
    case .multiple: return way.nonzeroBitCount
    case .year: return 0
    }
  }

  /// Whether points do not tell and the higher answer is the better one all the same.
  private var isDirected: Bool { !isScored && (kind == .ladder || kind == .yesNo) }

  /// The effort of an answer; `nil` for one that is worse, or that nobody can bring about.
  func cost(of way: Int) -> Int? {
    if way == present { return 0 }
    guard let effort, !isNotApplicable, kind != .year else { return nil }
    guard let present else { return effort * height(way) }
    if worth(way) < worth(present) || isDirected && way < present { return nil }
    if kind == .multiple, way & present != present { return nil }
    return effort * max(1, abs(height(way) - height(present)))
  }

  var line: String {
    var answer: String
    switch kind {
    case .ladder:
      answer = "{ladder: [\(points.indices.map { "s\($0)" }.joined(separator: ", "))]}"
      if isScored { answer += ", points: \(points)" }
    case .yesNo: answer = "yes_no"
    case .single:
      let choices = points.indices.map {
        "{id: c\($0), en: c\($0)" + (isScored ? ", points: \(points[$0])}" : "}")
      }
      answer = "{single: [\(choices.joined(separator: ", "))]}"
      if isScored { answer += ", points: by_choice" }
    case .integer:
      answer = "{integer: {min: \(numbers.lowerBound), max: \(numbers.upperBound)}}"
      if let divisor {
        answer += ", points: {value: \(id) / \(divisor), bands: [{below: 1, is: \(points[0])}, "
        answer += "{below: 2, is: \(points[1])}, {is: \(points[2])}]}"
      } else if isScored {
        answer += ", points: [{below: 2, is: \(points[0])}, {below: 4, is: \(points[1])}, "
        answer += "{is: \(points[2])}]"
      }
    case .multiple:
      answer = "{multiple: [{id: c0, en: c0}, {id: c1, en: c1}, {id: c2, en: c2}]}"
      answer += ", points: [{below: 1, is: \(points[0])}, {below: 2, is: \(points[1])}, "
      answer += "{is: \(points[2])}]"
    case .year: answer = "{year: {min: 1990}}"
    }
    var keys = ["id: \(id)", "ask: \(id)", "answer: \(answer)", "not_applicable: allowed"]
    if kind != .year { keys.append(effort.map { "improve: {effort: \($0)}" } ?? "improve: none") }
    if !leadsTo.isEmpty { keys.append("leads_to: {\(leadsTo.joined(separator: ", "))}") }
    if isReversed { keys.append("reverse: true") }
    return "{\((keys + more).joined(separator: ", "))}"
  }
}
