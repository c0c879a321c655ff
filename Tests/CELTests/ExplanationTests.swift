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
}
