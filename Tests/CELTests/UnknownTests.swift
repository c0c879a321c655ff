import CEL
import Diagnostics
import Testing

@Suite("Unknown answers")
struct UnknownTests {
  /// Operands of the truth tables: `u` and `v` are unanswered, `e` fails.
  private static let operands = ["true", "false", "u", "v", "e"]

  private static func evaluate(_ source: String) -> String {
    var environment = Environment(profile: .survey)
    for (index, name) in ["u", "v", "e"].enumerated() {
      environment.declare(name, .bool, slot: Slot(index: index))
    }
    // A slot that is not there counts as unknown too, so `v` has no value at all.
    let failing = environment.compile("1 / 0 > 0", place: { _ in nil }, expecting: .any).value
    let slots = [
      Value.unknown(UnknownSet(Slot(index: 0))), .unknown(UnknownSet(Slot(index: 1))),
      failing?.evaluate([]) ?? .null,
    ]
    let program = environment.compile(source, place: { _ in nil }, expecting: .any).value
    switch program?.evaluate(slots) {
    case .bool(let bool)?: return bool ? "true" : "false"
    case .unknown(let set)?: return set.slots.map { ["u", "v"][$0.index] }.joined()
    case .error?: return "e"
    default: return "?"
    }
  }

  /// The specification's tables, rows and columns in the order of `operands`.
  static let tables: [(String, [[String]])] = [
    (
      "&&",
      [
        ["true", "false", "u", "v", "e"],
        ["false", "false", "false", "false", "false"],
        ["u", "false", "u", "uv", "u"],
        ["v", "false", "uv", "v", "v"],
        ["e", "false", "u", "v", "e"],
      ]
    ),
    (
      "||",
      [
        ["true", "true", "true", "true", "true"],
        ["true", "false", "u", "v", "e"],
        ["true", "u", "u", "uv", "u"],
        ["true", "v", "uv", "v", "v"],
        ["true", "e", "u", "v", "e"],
      ]
    ),
    (
      "==",
      [
        ["true", "false", "u", "v", "e"],
        ["false", "true", "u", "v", "e"],
        ["u", "u", "u", "uv", "u"],
        ["v", "v", "uv", "v", "v"],
        ["e", "e", "u", "v", "e"],
      ]
    ),
  ]

  @Test("are absorbed as the specification has it")
  func absorbs() {
    for (symbol, table) in Self.tables {
      let results = Self.operands.map { a in
        Self.operands.map { b in Self.evaluate("\(a) \(symbol) \(b)") }
      }
      #expect(results == table, "\(symbol)")
    }
    // Loops are the same tables over elements.
    for (symbol, loop) in [("&&", "all"), ("||", "exists")] {
      for a in Self.operands {
        for b in Self.operands {
          let looped = "[0, 1].\(loop)(i, i == 0 ? \(a) : \(b))"
          #expect(Self.evaluate(looped) == Self.evaluate("\(a) \(symbol) \(b)"), "\(looped)")
        }
      }
    }
  }

  static let rows: [(String, String)] = [
    ("u ? 1 : 2", "u"), ("true ? u : v", "u"), ("e ? u : v", "e"), ("!u", "u"),
    ("[u, v] == [u, e]", "uv"), ("u && v && false", "false"), ("u || v || true", "true"),
    ("answered(u)", "false"), ("answered(u) && u", "false"), ("answered(e)", "true"),
    ("[true].exists_one(x, u)", "u"), ("[1, 2].filter(x, x > 1 || v).size() > 0", "v"),
    ("[1, 2].map(x, x > 1 ? u : v).size() > 0", "uv"), ("[u].all(x, x)", "u"),
    ("[false, true].exists(x, x || u)", "true"), ("u in [true]", "u"), ("{'a': u}.a", "u"),
  ]

  @Test("pass through everything else")
  func passes() {
    for (source, result) in Self.rows {
      #expect(Self.evaluate(source) == result, "\(source)")
    }
  }

  @Test("name the questions waited for")
  func names() {
    let missing: Set = ["members", "services", "capacity.human"]
    let rows = [
      ("members >= 3 && strategy == 'no'", "false"), ("members >= 3 || active", "true"),
      ("members + capacity.human > 3", "unknown members capacity.human"),
      ("'export' in services", "unknown services"), ("size(services) > 0", "unknown services"),
      ("services.exists(s, s == 'export')", "unknown services"),
      ("max(members, 3, capacity.human)", "unknown members capacity.human"),
      ("answered(members) ? members : 0", "0"), ("answered(capacity.human)", "false"),
      ("clamp(share, 0, members)", "unknown members"),
    ]
    for (source, value) in rows {
      #expect(SampleModel.evaluate(source, unanswered: missing) == value, "\(source)")
    }
  }
}
