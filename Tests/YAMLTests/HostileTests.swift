import Diagnostics
import TestKit
import Testing
import YAML

@Suite struct HostileTests {
  static let files: [(name: String, code: String, text: String)] = {
    let brackets = String(repeating: "[", count: 200_000)
    let braces = String(repeating: "{a: ", count: 200_000)
    let dashes = String(repeating: "- ", count: 200_000)
    var bomb = "l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let alias = Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "l\(level): &l\(level) [\(alias)]\n"
    }
    var deep = "l0: &l0 []\n"
    for level in 1...150 { deep += "l\(level): &l\(level) [*l\(level - 1)]\n" }
    let questions = String(repeating: "? ", count: 200_000)
    return [
      ("brackets", "too-deep", brackets), ("braces", "too-deep", braces),
      ("dashes", "too-deep", dashes), ("question marks", "too-deep", questions),
      ("alias bomb", "alias-expansion", bomb), ("alias depth", "too-deep", deep),
      ("scalar", "scalar-too-large", "a: \"" + String(repeating: "ą", count: 600_000) + "\""),
      ("block", "scalar-too-large", "a: |\n" + String(repeating: "  x\n", count: 600_000)),
      ("nodes", "too-many-nodes", "[" + String(repeating: "a,", count: 1_000_001) + "]"),
      ("size", "too-large", String(repeating: "#", count: 16 << 20 + 1)),
      ("findings", "too-many-findings", String(repeating: "a: 1\n", count: 100_000)),
      ("tags", "too-many-findings", String(repeating: "- !x a\n", count: 100_000)),
    ]
  }()

  @Test(arguments: files.indices) func endsWithAFinding(_ index: Int) {
    let file = Self.files[index]
    let clock = ContinuousClock()
    var checked = Checked<Node?>(nil)
    let duration = clock.measure { checked = read(file.text) }
    #expect(checked.codes.contains(file.code), "\(file.name): \(checked.codes.prefix(3))")
    #expect(checked.value == nil)
    #expect(checked.diagnostics.count <= 1_001)
    #expect(duration < .seconds(20), "\(file.name) took \(duration)")
  }

  @Test func ownLimitsHold() {
    var limits = YAMLLimits()
    limits.depth = 2
    limits.nodes = 4
    limits.scalarBytes = 3
    limits.bytes = 20
    #expect(read("[[a], b]", limits: limits).codes == [])
    #expect(read("[[[a]]]", limits: limits).codes == ["too-deep"])
    #expect(read("[a, b, c, d]", limits: limits).codes == ["too-many-nodes"])
    #expect(read("abcd", limits: limits).codes == ["scalar-too-large"])
    #expect(read("[a, b, c,           ]", limits: limits).codes == ["too-large"])
    limits = YAMLLimits()
    limits.aliasedNodes = 7
    #expect(read("[&a [1, 2], *a]", limits: limits).codes == [])
    #expect(read("[&a [1, 2], *a, *a]", limits: limits).codes == ["alias-expansion"])
  }

  /// Whatever the bytes: an end, and a tree or a finding.
  @Test func randomBytesEnd() {
    var random = SplitMix(seed: 7)
    let alphabet = Array("ab: -?[]{},'\"|>&*!%#\n\n\n  \t\\u0105<<ąž\r~1.".utf8)
    var walked = 0
    for round in 0..<10_000 {
      let length = Int.random(in: 1...60, using: &random)
      let bytes = (0..<length).map { _ in
        round % 4 == 0
          ? UInt8.random(in: 0...255, using: &random)
          : alphabet.randomElement(using: &random) ?? 0x20
      }
      let checked = read(bytes)
      for place in checked.diagnostics.compactMap(\.place) where place.end < place.start {
        Issue.record("\(bytes)")
      }
      guard let root = checked.value else { continue }
      var stack = [root]
      while let node = stack.popLast() {
        walked += 1
        stack += node.elements.map { $0 } + node.entries.flatMap { [$0.key, $0.value] }
        guard let scalar = node.scalar else { continue }
        let count = scalar.text.utf8.count
        _ = scalar.content
        let whole = scalar.place(of: 0..<count).range
        let outer = node.place.range
        // Only line feeds that a block scalar keeps stand beyond the node's last line.
        if count > 0, whole.lowerBound < outer.lowerBound { Issue.record("\(bytes)") }
      }
    }
    #expect(walked > 500)
  }
}
