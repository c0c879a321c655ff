import Diagnostics
import Foundation
import TestKit
import Testing

@testable import CEL

/// Holds `docs/cel.md` to what the language does.
///
/// An example is an expression and, behind two spaces and `//`, its result: a value as the language
/// writes it, `unknown: ` with the names it waits for, or `error: ` or `warning: ` with the message.
/// It may stretch over several lines. In blocks marked `cel condition` a condition is expected,
/// those marked `cel strict` are in the strict profile; in those marked with a key of the
/// questionnaire file the warnings of that place are given.
@Suite("The manual of expressions") struct DocumentedExamplesTests {
  @Test("gives the results that stand behind its examples") func results() throws {
    let page = try Manual()
    #expect(page.variables.count == 30)
    #expect(page.examples.count >= 99)
    for example in page.examples {
      let result = page.result(of: example)
      #expect(result == example.result, "\(example.expression)")
    }
  }

  @Test("names every function") func functions() throws {
    let page = try Manual()
    let missing = FunctionTable.of(.survey).names.filter { name in
      !["`\(name)(", "`\(name)`", "`text.\(name)(", "`list.\(name)("]
        .contains(where: page.text.contains)
    }
    #expect(missing == [])
  }
}

private struct Manual {
  struct Variable {
    var name: String
    var type: CELType
    /// `nil` where there is no answer.
    var value: Value?
  }

  struct Example {
    var expression: String
    var result: String
    var expectation: CEL.Expectation
    var profile: Profile
  }

  private static let expectations: [Substring: CEL.Expectation] = {
    var expectations: [Substring: CEL.Expectation] = ["```cel": .any, "```cel condition": .bool]
    for (key, cautions) in [
      "points": [Cautions.integerDivision], "show_if": [.trueUnanswered, .negativeComparison],
      "gates": [.trueUnanswered, .trueWithoutAnswers],
    ] {
      var expectation = CEL.Expectation.any
      expectation.cautions = Cautions(cautions)
      expectations["```cel \(key)"] = expectation
    }
    return expectations
  }()

  let text: String
  private(set) var variables: [Variable] = []
  private(set) var examples: [Example] = []

  init() throws {
    let url = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/cel.md")
    text = try String(contentsOf: url, encoding: .utf8)
    var block: (expectation: CEL.Expectation, profile: Profile)?
    var pending = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        block =
          line == "```cel strict"
          ? (.any, .strict) : Self.expectations[line].map { ($0, .survey) }
        #expect(pending == "", "an example without a result")
        pending = ""
      } else if let block {
        let parts = line.split(separator: "  // ", maxSplits: 1)
        pending += (pending.isEmpty ? "" : "\n") + parts[0]
        guard parts.count == 2 else { continue }
        examples.append(
          Example(
            expression: pending, result: String(parts[1]), expectation: block.expectation,
            profile: block.profile))
        pending = ""
      } else if let row = line.wholeMatch(of: /\| `([\w.]+)` \| ([^|]+) \| ([^|]+) \|/) {
        variables.append(try Self.variable(row.output.1, row.output.2, row.output.3))
      }
    }
  }

  /// A row of the table of answers.
  private static func variable(
    _ name: Substring, _ type: Substring, _ value: Substring
  ) throws -> Variable {
    let words = type.split(separator: ": ", maxSplits: 1)
    let codes = words.dropFirst().flatMap { $0.components(separatedBy: ", ") }
    let choice = CELType.choice(ChoiceSet(name: String(name), codes: codes))
    let types: [Substring: CELType] = [
      "int": .int, "double": .double, "string": .string, "bool": .bool, "date": .timestamp,
      "choice": choice,
      "choices": .list(choice),
    ]
    let known = try #require(types[words[0]], "\(name)")
    guard value != "no answer" else { return Variable(name: String(name), type: known) }
    let source = String(value.dropFirst().dropLast())
    let program = Environment(profile: .survey)
      .compile(source, place: { _ in nil }, expecting: .any).value
    return Variable(
      name: String(name), type: known, value: try #require(program, "\(name)").evaluate([]))
  }

  func result(of example: Example) -> String {
    var environment = Environment(profile: example.profile)
    for (index, variable) in variables.enumerated() {
      environment.declare(variable.name, variable.type, slot: Slot(index: index))
    }
    let compiled = environment.compile(
      example.expression, place: { _ in nil }, expecting: example.expectation)
    guard let program = compiled.value, compiled.diagnostics.isEmpty else {
      return Self.message(compiled.diagnostics)
    }
    let slots = variables.enumerated().map { index, variable in
      variable.value ?? .unknown(UnknownSet(Slot(index: index)))
    }
    switch program.evaluate(slots) {
    case .unknown(let set):
      return "unknown: " + set.slots.map { variables[$0.index].name }.joined(separator: ", ")
    case .error(let error):
      return Self.message([Diagnostic(error.code, at: nil, error.arguments)])
    case let value: return value.description
    }
  }

  /// The sentence of the only finding, or of all where there are several.
  private static func message(_ findings: [Diagnostic]) -> String {
    findings.map { finding in
      let printed = [finding].printed()
      let end = printed.range(of: " [\(finding.code.rawValue)]")?.lowerBound ?? printed.endIndex
      return String(printed[..<end])
    }.joined(separator: "; ")
  }
}
