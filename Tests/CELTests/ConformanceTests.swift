import CEL
import CELConformance
import Foundation
import Testing

@Suite("Conformance to the specification")
struct ConformanceTests {
  /// How many cases of each file pass at least.
  static let floors: [String: Int] = [
    "basic": 33,
    "bindings_ext": 6,
    "comparisons": 267,
    "conversions": 87,
    "fields": 48,
    "fp_math": 24,
    "integer_math": 51,
    "lists": 32,
    "logic": 24,
    "macros": 35,
    "macros2": 36,
    "math_ext": 132,
    "namespace": 12,
    "optionals": 47,
    "parse": 155,
    "plumbing": 5,
    "string": 41,
    "string_ext": 78,
    "timestamps": 62,
    "type_deduction": 22,
  ]

  private static let url = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/cel/conformance.jsonl")

  /// The suite's cases; none, and that is said, where they are not beside the project.
  private func cases() throws -> [ConformanceCase] {
    guard let text = try? String(contentsOf: Self.url, encoding: .utf8) else {
      print("conformance: skipped, \(Self.url.path()) is not there")
      return []
    }
    return try ConformanceCase.read(text)
  }

  @Test("passes what it has passed before")
  func passesFloors() throws {
    let cases = try cases()
    guard !cases.isEmpty else { return }
    let report = ConformanceReport(cases, .strict)
    print((report.table + [report.summary]).map { "conformance: \($0)" }.joined(separator: "\n"))
    let fallen = Self.floors.filter { (report.counts[$0.key]?.passed ?? 0) < $0.value }
    #expect(fallen == [:])
  }

  @Test("means the same in the survey profile, apart from errors that it defines away")
  func survivesTheSurveyProfile() throws {
    let changes = ProfileChange.all(try cases())
    let definedAway = changes.filter { $0.kind == .errorDefinedAway }
    let list = definedAway.map { "\($0.test.file)/\($0.test.name)" }.joined(separator: ", ")
    print("conformance: errors that the survey profile defines away: \(list)")
    #expect(changes.filter { $0.kind == .meaningChanged }.map(\.description) == [])
  }
}
