import CEL
import Diagnostics
import Foundation
import Testing

/// Holds what `docs/cel.md` shows of the room's use from Swift to what compiles and runs.
@Suite("The use of the room as the manual shows it")
struct DocumentedUseTests {
  private static func use() -> (values: [Value], explanation: Explanation?) {
    // As in the manual:
    // Declare: each name with its type and the place of its value.
    var environment = Environment(profile: .survey)
    let yesNo = ChoiceSet(name: "handover", codes: ["no", "yes"])
    environment.declare("members", .int, slot: Slot(index: 0))
    environment.declare("handover", .choice(yesNo), slot: Slot(index: 1))

    // Compile: everything that is wrong is found now, each with its place.
    let source = "members >= 5 && handover == 'yes'"
    let file = SourceFile(name: "gate", text: source)
    let compiled = environment.compile(source, place: { Place(file, $0) }, expecting: .bool)
    guard let program = compiled.value else {
      for finding in compiled.diagnostics { print(finding.code.rawValue, finding.arguments) }
      return ([], nil)
    }

    // Evaluate, any number of times: one value for each slot; what is left out is unknown.
    let met = program.evaluate([.int(12), .string("yes")])  // .bool(true)
    let open = program.evaluate([.int(12)])  // .unknown: waits for slot 1
    let unmet = program.evaluate([.int(3)])  // .bool(false): slot 1 does not matter

    // Explain: `members >= 5` decided, because `members` is 3.
    let explanation = program.explain([.int(3)])
    for part in explanation.children { print(part.source, part.value) }  // members >= 5 false
    // So far.
    return ([met, open, unmet], explanation)
  }

  @Test("gives what is said there")
  func works() {
    let (values, explanation) = Self.use()
    #expect(values == [.bool(true), .unknown(UnknownSet(Slot(index: 1))), .bool(false)])
    let part = explanation?.children.first
    #expect(part?.source == "members >= 5" && part?.value == .bool(false))
    #expect(part?.children.first?.value == .int(3) && explanation?.children.count == 1)
  }

  @Test("stands in the manual as it stands here")
  func isDocumented() throws {
    let own = URL(filePath: #filePath)
    let manual = own.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/cel.md")
    let lines = try String(contentsOf: own, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasSuffix("// As in the manual:") })
    let end = try #require(lines.firstIndex { $0.hasSuffix("// So far.") })
    let code = lines[(start + 1)..<end].map { $0.dropFirst(4) }.joined(separator: "\n")
    let text = try String(contentsOf: manual, encoding: .utf8)
    #expect(text.contains("```swift\nimport CEL\nimport Diagnostics\n\n\(code)\n```"))
  }
}
