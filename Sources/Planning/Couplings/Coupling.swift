/// A condition on the answers to several questions, met or not by the answers to them together.
///
/// The answers to some of the questions come to a *code*: all that matters for what the others have
/// to bring. Codes of questions that have nothing in common are joined; so the condition is looked at
/// from below, wherever its questions stand in the tree of scores.
struct Coupling {
  /// Ascending.
  let questions: [Int]
  /// The code of every move, by place in `questions`; of the moves that are left.
  private let codes: [[Int32]]
  private let kind: Kind

  private enum Kind {
    /// The code is how many have come about, up to those needed.
    case count(needed: Int32)
    /// The code has a digit for each question: its class of moves, 0 while it is not looked at.
    case table(Table)
  }

  /// Which classes of moves go together.
  private struct Table {
    /// By code, the one that stands for all that leave the same to the others; −1 where nothing
    /// they do meets the condition.
    var canonical: [Int32]
    /// By code, which of the others' moves meet the condition.
    var residual: [[Bool]]
  }

  /// The most codes of a table.
  static let limit = 1024

  /// At least so many of what the moves bring, each by itself.
  init(questions: [Int], contributions: [[Int]], needed: Int) {
    self.questions = questions
    kind = .count(needed: Int32(needed))
    codes = contributions.map { $0.map { Int32(min($0, needed)) } }
  }

  /// What a table of all combinations of moves says, the last question changing fastest; `nil` where
  /// it has too many codes.
  ///
  /// - Parameter moves: The moves that are left, by place in `questions`.
  init?(questions: [Int], counts: [Int], moves: [[Int]], isMet: ([Int]) -> Bool) {
    // Moves that no combination tells apart are one class.
    var classes = counts.map { Array(repeating: -1, count: $0) }
    var members: [[Int]] = []
    for place in questions.indices {
      var known: [[Bool]: Int] = [:]
      var first: [Int] = []
      let others = Self.combinations(
        moves.enumerated().map { $0.offset == place ? [0] : $0.element })
      for move in moves[place] {
        let row = others.map { other in
          var combination = other
          combination[place] = move
          return isMet(combination)
        }
        if known[row] == nil {
          known[row] = known.count
          first.append(move)
        }
        classes[place][move] = known[row] ?? 0
      }
      members.append(first)
    }
    var bases: [Int] = []
    var size = 1
    for list in members {
      bases.append(size)
      size *= list.count + 1
      guard size <= Self.limit else { return nil }
    }
    self.questions = questions
    codes = zip(classes, bases).map { list, base in
      list.map { $0 < 0 ? -1 : Int32(($0 + 1) * base) }
    }
    kind = .table(Self.table(members, bases, size, isMet))
  }

  private static func table(
    _ members: [[Int]], _ bases: [Int], _ size: Int, _ isMet: ([Int]) -> Bool
  ) -> Table {
    struct Signature: Hashable {
      let assigned: [Bool]
      let residual: [Bool]
    }
    var table = Table(canonical: [], residual: [])
    var known: [Signature: Int32] = [:]
    for code in 0..<size {
      let digits = zip(members, bases).map { code / $1 % ($0.count + 1) }
      let residual = combinations(
        zip(members, digits).map { $1 == 0 ? $0 : [$0[$1 - 1]] }
      ).map(isMet)
      table.residual.append(residual)
      guard residual.contains(true) else {
        table.canonical.append(-1)
        continue
      }
      let signature = Signature(assigned: digits.map { $0 > 0 }, residual: residual)
      table.canonical.append(known[signature] ?? Int32(code))
      if known[signature] == nil { known[signature] = Int32(code) }
    }
    return table
  }

  /// Every choice of one from each list.
  static func combinations(_ lists: [[Int]]) -> [[Int]] {
    lists.reduce([[]]) { partial, list in
      partial.flatMap { head in list.map { head + [$0] } }
    }
  }

  /// The code of one question's move; `nil` where it was ruled out.
  func code(of move: Int, at place: Int) -> Int32? {
    let code = codes[place][move]
    guard case .table(let table) = kind else { return code }
    guard code >= 0, table.canonical[Int(code)] >= 0 else { return nil }
    return table.canonical[Int(code)]
  }

  /// The code of answers to different questions together; `nil` where nothing meets the condition.
  func joined(_ one: Int32, _ other: Int32) -> Int32? {
    switch kind {
    case .count(let needed): return min(needed, one + other)
    case .table(let table):
      let code = table.canonical[Int(one + other)]
      return code < 0 ? nil : code
    }
  }

  /// Whether a code of all questions means that the condition is met.
  func isMet(_ code: Int32) -> Bool {
    switch kind {
    case .count(let needed): code >= needed
    case .table: true
    }
  }

  /// Whether whatever meets the condition beside one code does so beside another of the same
  /// questions.
  func covers(_ better: Int32, _ worse: Int32) -> Bool {
    if better == worse { return true }
    switch kind {
    case .count: return better > worse
    case .table(let table):
      return zip(table.residual[Int(better)], table.residual[Int(worse)]).allSatisfy { $0 || !$1 }
    }
  }
}
