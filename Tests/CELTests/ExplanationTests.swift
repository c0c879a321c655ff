import CEL
import Diagnostics
import Testing

@Suite("Explanations")
struct ExplanationTests {
  private static func explain(_ source: String, unanswered: Set<String> = []) -> String {
    guard let program = SampleModel.compile(source).value else { return "does not compile" }
    let slots = SampleModel.slots(unanswered: unanswered)
    let explanation = program.explain(slots)
    #expect(explanation.value == program.evaluate(slots), "\(source)")
    return text(explanation)
  }

  private static func text(_ explanation: Explanation) -> String {
    let own = "\(explanation.source) = \(explanation.value)"
    if explanation.children.isEmpty { return own }
    return own + " {" + explanation.children.map(text).joined(separator: "; ") + "}"
  }

  static let rows: [(String, String)] = [
    ("members >= 5", "members >= 5 = true {members = 12}"),
    (
      "active && members < 5",
      "active && members < 5 = false {members < 5 = false {members = 12}}"
    ),
    (
      "members > 99 || share > 9.0",
      """
      members > 99 || share > 9.0 = false {members > 99 = false {members = 12}; \
      share > 9.0 = false {share = 2.5}}
      """
    ),
    (
      "active || members > 3 ",
      "active || members > 3 = true {active = true; members > 3 = true {members = 12}}"
    ),
    (
      "active ? members : capacity.human",
      "active ? members : capacity.human = 12.0 {active = true; members = 12.0}"
    ),
    (
      "services.exists(s, s == 'fairs')",
      """
      services.exists(s, s == 'fairs') = true {services = ['export', 'fairs']; \
      s == 'fairs' = true {s = 'fairs'}}
      """
    ),
    (
      "!(strategy == 'no')",
      "!(strategy == 'no') = true {strategy == 'no' = false {strategy = 'partly'}}"
    ),
    ("1 + 1 == 2", "1 + 1 == 2 = true"),
    ("answered(note)", "answered(note) = true"),
    (
      "facts.b > 1 && active",
      "facts.b > 1 && active = error {facts.b > 1 = error {facts.b = error {facts = {'a': 1}}}}"
    ),
  ]

  @Test("show what decided")
  func decides() {
    for (source, explanation) in Self.rows {
      #expect(Self.explain(source) == explanation, "\(source)")
    }
    #expect(
      Self.explain("members > 3 && active && share > 1.0", unanswered: ["members"]) == """
        members > 3 && active && share > 1.0 = unknown {members > 3 = unknown {members = unknown}}
        """)
  }

  @Test("name the answers that are there and those that are missing")
  func answered() {
    let rows: [(String, Set<String>, String)] = [
      (
        "meanAnswered([members, share, capacity.human], 2)", ["share"],
        "= 36.5 {members = 12; capacity.human = 61.0}"
      ),
      (
        "meanAnswered([members, share, capacity.human], 2)", ["share", "members"],
        "= unknown {members = unknown; share = unknown}"
      ),
      (
        "countAnswered([members, share])", ["members"],
        "= 1 {members = unknown; share = 2.5}"
      ),
      (
        "coalesce(members, share, 1.0)", ["members"], "= 2.5 {members = unknown; share = 2.5}"
      ),
      // What has a value does not keep the whole from having one.
      ("members + 1 > share", ["share"], "= unknown {share = unknown}"),
      ("max(members, 3, 4 / int(share))", ["members"], "= unknown {members = unknown}"),
      (
        "[members, share][0]", ["share"], "= unknown {[members, share] = unknown {share = unknown}}"
      ),
      // A loop waits for what its rounds read, and for nothing where there are none.
      (
        "services.all(s, s != 'fairs' || share > 1.0 && members > 1)", ["share"],
        "= unknown {share = unknown}"
      ),
      ("services.exists_one(s, share > 1.0)", ["share"], "= unknown {share = unknown}"),
      (
        "services.filter(s, answered(note) && members > 1)", ["members"],
        "= unknown {members = unknown}"
      ),
      ("services.map(s, members)", ["services"], "= unknown {services = unknown}"),
      ("services.transformMap(i, s, members + i)", ["members"], "= unknown {members = unknown}"),
      (
        "services.all(s, members > 3 && members < 20)", [],
        "= true {services = ['export', 'fairs']; members = 12}"
      ),
      ("[1].filter(x, x > 1).all(x, x > members)", [], "= true"),
      (
        "cel.bind(m, members, services.map(s, [1, 2].map(n, n + m)))", ["members"],
        """
        = unknown {members = unknown; services.map(s, [1, 2].map(n, n + m)) = unknown \
        {m = unknown}}
        """
      ),
      (
        "coalesce(members, share)", ["members", "share"],
        "= unknown {members = unknown; share = unknown}"
      ),
    ]
    for (source, unanswered, explanation) in rows {
      #expect(
        Self.explain(source, unanswered: unanswered) == source + " " + explanation, "\(source)")
    }
  }

  /// The variables in the parts that have no parts themselves.
  private static func named(_ explanation: Explanation) -> Set<String> {
    guard explanation.children.isEmpty else {
      return explanation.children.reduce(into: []) { $0.formUnion(named($1)) }
    }
    let words = explanation.source.split { !$0.isLetter && !$0.isNumber }
    return Set(words.map(String.init))
  }

  /// The slots that parts without parts of their own wait for.
  private static func awaited(_ explanation: Explanation) -> Set<Slot> {
    guard explanation.children.isEmpty else {
      return explanation.children.reduce(into: []) { $0.formUnion(awaited($1)) }
    }
    if case .unknown(let set) = explanation.value { return Set(set.slots) }
    return []
  }

  @Test("name enough: with nothing but what they name the value is the same", arguments: 0..<2)
  func suffices(_ part: Int) {
    var generator = RandomExpression(seed: UInt64(part) &* 104_729 &+ 3)
    var (values, unknowns) = (0, 0)
    for round in 0..<1_000 {
      let depth = 1 + round % 3
      let source = round % 2 == 0 ? generator.condition(depth) : generator.real(depth)
      let compiled = RandomExpression.environment.compile(
        source, place: { _ in nil }, expecting: .any)
      guard let program = compiled.value else { continue }
      let slots = generator.slots()
      let explanation = program.explain(slots)
      let value = program.evaluate(slots)
      if case .unknown(let set) = value {
        unknowns += 1
        if !Self.awaited(explanation).isSuperset(of: set.slots) {
          Issue.record("\(source)\n\(slots)\n\(Self.text(explanation))")
          return
        }
      }
      guard value.isProper else { continue }
      values += 1
      let named = Self.named(explanation)
      let rest = RandomExpression.variables.enumerated().map { index, variable in
        named.contains(variable.name) ? slots[index] : .unknown(UnknownSet(Slot(index: index)))
      }
      if program.evaluate(rest).description != value.description {
        Issue.record("\(source)\n\(slots)\n\(Self.text(explanation))")
        return
      }
    }
    #expect(values > 200 && unknowns > 100)
  }
}
